import { base64, base64urlnopad, utf8 } from '@scure/base';
import { championHash } from '../run/champion.ts';
import type { Replay } from '../run/replay.ts';
import { sparse } from '../run/sparse.ts';
import { float64ToText } from '../schema/floats.ts';
import { fromPlanes, toPlanes } from './byte-planes.ts';
import { checksum } from './checksum.ts';
import { deflate, inflate } from './deflate.ts';
import { parseJson } from './json-guard.ts';
import { REPLAY_VERSION, replayFromDocument, replayToDocument } from './replay-document.ts';

/** Maximum length of a replay in a link, characters: with an address before it, it fits into 4096, the length of a message. */
export const LINK_LIMIT = 4000;

/** Maximum unpacked size of a link's deflated part, bytes: the head and the exponents of the largest brain. */
const MAX_BYTES = 600_000;

/** The fields before the numbers, as an array because keys would double its size. */
type Head = [
  version: number,
  simulation: unknown,
  planck: unknown,
  experiment: unknown,
  generation: unknown,
  seed: unknown,
  hash: unknown,
  /** Sizes in bytes of the genome and of the statistics' mean, then the observation count; 0 without statistics. */
  genome: number,
  statistics: number,
  count: unknown,
  /** Of the creature; absent for none of its own. */
  colour?: unknown,
];

type Document = Record<string, unknown> & {
  genome: string;
  statistics: { count: number; mean: string; squares: string } | null;
  tests: Record<string, unknown>[];
};

const toBytes = (value: number) => Uint8Array.of(value, value >>> 8, value >>> 16, value >>> 24);
const uint32 = (bytes: Uint8Array) => [...bytes].reduceRight((sum, byte) => 256 * sum + byte, 0);

const concat = (pieces: readonly Uint8Array[]) => Uint8Array.from(pieces.flatMap((piece) => [...piece]));

/** Encodes what is needed to simulate and verify a replay's first test as base64url text for a link. */
export function replayToLink(replay: Replay): string {
  const { statistics, genome } = replayToDocument({ ...replay, recording: undefined }) as Document;
  const { seed, fitness, distance, hash } = replay.tests[0]!;
  const weights = base64.decode(genome);
  const moments = statistics ? [statistics.mean, statistics.squares].map((text) => base64.decode(text)) : [];
  const { simulation, planck } = replay.engine;
  const head: Head = [
    ...([1, simulation, planck, sparse(replay.experiment), replay.generation, seed, hash] as const),
    ...([weights.length, moments[0]?.length ?? 0, statistics?.count ?? 0] as const),
  ];
  if (replay.colour !== undefined) head.push(replay.colour);
  const results = base64.decode(float64ToText(Float64Array.of(fitness, distance)));
  const numbers = [toPlanes(weights, 4), toPlanes(concat([...moments, results]), 8)] as const;
  // Only exponents are deflated; the other bytes would make their compression worse.
  const [floatCount, doubleCount] = [numbers[0].length / 4, numbers[1].length / 8];
  const headText = utf8.decode(`${JSON.stringify(head)}\n`);
  const exponents = [numbers[0].subarray(0, floatCount), numbers[1].subarray(0, doubleCount)];
  const packed = deflate(concat([headText, ...exponents]));
  const size = Uint8Array.of(packed.length % 256, packed.length >> 8);
  const whole = concat([size, packed, numbers[0].subarray(floatCount), numbers[1].subarray(doubleCount)]);
  return base64urlnopad.encode(concat([whole, toBytes(checksum(whole))]));
}

/** Reads a replay from a link's text. Throws an Error that starts with `source` and says what is wrong. */
export function replayFromLink(link: string, source: string): Replay {
  const { head, exponents, rest } = split(link, source);
  const [, simulation, planck, experiment, generation, seed, hash, genome, size, count, colour] = head;
  const [floatCount, doubleCount] = [genome / 4, (2 * size + 16) / 8];
  if (exponents.length !== floatCount + doubleCount || rest.length !== 3 * floatCount + 7 * doubleCount)
    throw new Error(`${source} was cut short`);
  const weights = fromPlanes(concat([exponents.subarray(0, floatCount), rest.subarray(0, 3 * floatCount)]), 4);
  const doubles = fromPlanes(concat([exponents.subarray(floatCount), rest.subarray(3 * floatCount)]), 8);
  const text = (from: number, to: number) => base64.encode(doubles.slice(from, to));
  const [fitness, distance] = new Float64Array(doubles.slice(2 * size).buffer);
  const replay = replayFromDocument(
    {
      format: 'gaitlab-replay',
      version: REPLAY_VERSION,
      engine: { simulation, planck },
      experiment,
      generation,
      genome: base64.encode(weights),
      statistics: size === 0 ? null : { count, mean: text(0, size), squares: text(size, 2 * size) },
      tests: [{ seed, fitness, distance, hash, trace: '' }],
      fitness,
      hash,
      ...(colour !== undefined && { colour }),
    },
    source,
  );
  return { ...replay, hash: championHash(replay.tests.map((evaluation) => ({ evaluation }))) };
}

const isCount = (value: unknown) => Number.isInteger(value) && (value as number) >= 0;

/** Splits a link into its head, the first byte of each number and the other bytes. Throws an Error if it is damaged. */
function split(link: string, source: string): { head: Head; exponents: Uint8Array; rest: Uint8Array } {
  let unpacked: Uint8Array;
  let rest: Uint8Array;
  let headText: string;
  try {
    const whole = base64urlnopad.decode(link);
    const bytes = whole.subarray(0, -4);
    if (checksum(bytes) !== uint32(whole.subarray(-4))) throw new Error('changed');
    const end = 2 + bytes[0]! + 256 * bytes[1]!;
    rest = bytes.subarray(end);
    unpacked = inflate(bytes.subarray(2, end), MAX_BYTES);
    headText = utf8.encode(unpacked.subarray(0, unpacked.indexOf(10)));
  } catch {
    throw new Error(`${source} cannot be read: it was changed or cut short`);
  }
  const head = parseJson(headText, source);
  if (!Array.isArray(head) || !isCount(head[0]) || !isCount(head[7]) || !isCount(head[8]))
    throw new Error(`${source} contains no replay`);
  if (head[0] !== 1)
    throw new Error(`${source} is of version ${head[0]}, this Gaitlab reads version 1; open it with a newer Gaitlab`);
  return { head: head as Head, exponents: unpacked.subarray(unpacked.indexOf(10) + 1), rest };
}
