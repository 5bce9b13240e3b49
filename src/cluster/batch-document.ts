import * as v from 'valibot';
import { type Genome, genomeFault } from '../creature/genome.ts';
import type { Moments } from '../math/stats.ts';
import type { Batch } from '../run/batch.ts';
import { parse } from '../schema/fault.ts';
import type { EpisodeRequest, Setup } from '../sim/rollout.ts';
import { sensorsIn } from '../sim/task.ts';
import { type BatchHead, headFromBytes, headToBytes } from './batch-head.ts';
import { drawnAmong, genomesAgain, type IndexedSample } from './drawn-genomes.ts';
import { bytesFromText, bytesOf, numbers32, numbers64 } from './number-bytes.ts';

/** Maximum number of characters of a batch. */
const MAX_LETTERS = 128_000_000;
const SOURCE = 'a batch in the queue';

const hex = (digits: number) =>
  v.pipe(v.string(), v.regex(new RegExp(`^[0-9a-f]{${digits}}$`), `must be ${digits} hexadecimal digits`));

/** Schema of a job's data: a batch of episodes. */
const batchSchema = v.strictObject({
  /** Id of the run, and number of the batch in it. */
  run: hex(16),
  batch: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER)),
  /** SHA-256 of the experiment's text. */
  experiment: hex(64),
  /** Head and numbers in base64: BullMQ's data is text. */
  episodes: v.pipe(v.string(), v.maxLength(MAX_LETTERS)),
});

export type BatchDocument = v.InferOutput<typeof batchSchema>;

/** Whether a batch can be sent: a recording or observations of each step, which nobody asks of a run, cannot. */
export const canBeSent = ({ requests }: Batch) =>
  requests.every(({ record, recordObservations }) => !record && !recordObservations);

/** Index of a value in a list without doubles, to which it is added if necessary. */
function indexIn<T>(known: Map<T, number>, value: T): number {
  const index = known.get(value) ?? known.size;
  known.set(value, index);
  return index;
}

/**
 * Encodes a batch as a job's data. Its bytes are the length of the head in 4 bytes, the head, mean and deviations of the genomes that
 * are drawn again, all numbers of the other genomes, and mean and squares of all statistics, little-endian.
 * @param sample the sample that genomes may be of
 */
export function batchToDocument(
  requests: readonly EpisodeRequest[],
  header: Pick<BatchDocument, 'run' | 'batch' | 'experiment'>,
  sample?: IndexedSample,
): BatchDocument {
  const [genomes, statistics] = [new Map<Genome, number>(), new Map<Moments, number>()];
  const rows = requests.map((request): BatchHead['requests'][number] => [
    indexIn(genomes, request.genome),
    request.statistics === null ? -1 : indexIn(statistics, request.statistics),
    request.seed,
    request.generation ?? -1,
    request.trace ? 1 : 0,
  ]);
  const drawn = drawnAmong([...genomes.keys()], sample);
  const sent = [...genomes.keys()].slice(drawn?.count ?? 0);
  const moments = [...statistics.keys()];
  const head = headToBytes({
    drawn,
    genomes: sent.map((each) => each.length),
    statistics: moments.map(({ count, mean }) => ({ count, length: mean.length })),
    requests: rows,
  });
  const size = Buffer.alloc(4);
  size.writeUInt32LE(head.length);
  const numbers = [
    ...(drawn && sample ? [sample.mean, sample.deviations] : []),
    ...sent,
    ...moments.flatMap(({ mean, squares }) => [mean, squares]),
  ];
  return { ...header, episodes: Buffer.concat([size, head, ...numbers.map(bytesOf)]).toString('base64') };
}

/** Checks a job's data but for its episodes. Throws an Error that names the first fault. */
export const parseBatch = (data: unknown): BatchDocument => parse(batchSchema, data, SOURCE);

/** Splits the bytes of a batch. Throws an Error when they are not as many as the head says. */
function splitBytes(bytes: Buffer): { head: BatchHead; take: (length: number) => Buffer } {
  let at = bytes.length < 4 ? Number.POSITIVE_INFINITY : 4 + bytes.readUInt32LE();
  if (at > bytes.length) throw new Error(`${SOURCE} is shorter than its head`);
  const head = headFromBytes(bytes.subarray(4, at), SOURCE);
  const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0);
  const pairs = sum(head.statistics.map(({ length }) => length)) + (head.drawn?.length ?? 0);
  const size = at + 4 * sum(head.genomes) + 16 * pairs;
  if (size !== bytes.length) throw new Error(`${SOURCE} has ${bytes.length} bytes, but its head says ${size}`);
  return {
    head,
    take(length) {
      at += length;
      return bytes.subarray(at - length, at);
    },
  };
}

/** The requests of a batch, checked to fit its experiment. Throws an Error that names the first fault. */
export function requestsOf(document: BatchDocument, { plan, brain, task, settings }: Setup): EpisodeRequest[] {
  const { head, take } = splitBytes(bytesFromText(document.episodes, `${SOURCE}: episodes`));
  const { drawn } = head;
  const genomes: Genome[] = [];
  if (drawn !== null) {
    // Before memory and time are spent on them.
    if (drawn.length !== brain.parameterCount || drawn.count > head.requests.length)
      throw new Error(`${SOURCE}: ${drawn.count} genomes of ${drawn.length} numbers cannot be drawn again`);
    const [mean, deviations] = [numbers64(take(8 * drawn.length)), numbers64(take(8 * drawn.length))];
    genomes.push(...genomesAgain(drawn, { mean, deviations, isMirrored: drawn.isMirrored }, SOURCE));
  }
  for (const length of head.genomes) genomes.push(numbers32(take(4 * length)));
  for (const [i, genome] of genomes.entries()) {
    const fault = genomeFault(brain, genome);
    if (fault !== '') throw new Error(`${SOURCE}: genomes[${i}]: ${fault}`);
  }
  const sensorCount = sensorsIn(task, plan, settings).length;
  const statistics = head.statistics.map(({ count, length }, i): Moments => {
    if (length !== sensorCount) throw new Error(`${SOURCE}: statistics[${i}] must have ${sensorCount} numbers each`);
    return { count, mean: numbers64(take(8 * length)), squares: numbers64(take(8 * length)) };
  });
  return head.requests.map(([genomeIndex, momentsIndex, seed, generation, trace], i) => {
    const genome = genomes[genomeIndex];
    const moments = momentsIndex < 0 ? null : statistics[momentsIndex];
    if (genome === undefined || moments === undefined)
      throw new Error(`${SOURCE}: requests[${i}] names a genome or statistics that the batch does not have`);
    return {
      ...{ genome, seed, statistics: moments },
      ...(generation >= 0 && { generation }),
      ...{ record: false, trace: trace === 1 },
    };
  });
}
