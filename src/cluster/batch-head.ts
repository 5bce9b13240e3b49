import { deflateRawSync } from 'node:zlib';
import * as v from 'valibot';
import { parseJson } from '../format/json-guard.ts';
import { parse } from '../schema/fault.ts';
import { inflated } from './inflated.ts';

/** Maximum number of episodes of a batch, of numbers of a genome, and of bytes of a head before it is compressed. */
export const MAX_EPISODES = 10_000;
const MAX_NUMBERS = 32_000_000;
const MAX_BYTES = 4_000_000;

const whole = (max: number, min = 0) => v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));
const length = whole(MAX_NUMBERS);
const share = v.pipe(v.number(), v.minValue(0), v.ltValue(1));

/** Genomes of a sample, which are drawn again instead of sent. */
const drawnSchema = v.strictObject({
  count: whole(MAX_EPISODES, 1),
  /** Numbers of each. */
  length,
  isMirrored: v.boolean(),
  /** The first one, as in `startOfDraw`. */
  skip: v.picklist([0, 1]),
  rng: v.strictObject({
    ...{ c: whole(0xffffffff), s0: share, s1: share, s2: share },
    spare: v.nullable(v.pipe(v.number(), v.finite())),
  }),
  /** CRC-32 of the bytes of all of them. */
  checksum: whole(0xffffffff),
});

/** Schema of the first part of a batch: what the numbers after it are. Equal genomes and statistics are written once. */
const headSchema = v.strictObject({
  /** The first genomes; null if all are sent. */
  drawn: v.nullable(drawnSchema),
  /** Lengths of the others. */
  genomes: v.pipe(v.array(length), v.maxLength(MAX_EPISODES)),
  statistics: v.pipe(
    v.array(v.strictObject({ count: whole(Number.MAX_SAFE_INTEGER), length })),
    v.maxLength(MAX_EPISODES),
  ),
  /** Indices of the genome and of its statistics or -1, the seed, the generation or -1, and 1 to return a trace. */
  requests: v.pipe(
    v.array(
      v.strictTuple([
        whole(MAX_EPISODES),
        whole(MAX_EPISODES, -1),
        whole(0xffffffff),
        whole(Number.MAX_SAFE_INTEGER, -1),
        whole(1),
      ]),
    ),
    v.minLength(1),
    v.maxLength(MAX_EPISODES),
  ),
});

export type BatchHead = v.InferOutput<typeof headSchema>;
export type DrawnGenomes = v.InferOutput<typeof drawnSchema>;

/** A head as compressed JSON: its rows are alike. */
export const headToBytes = (head: BatchHead): Buffer => deflateRawSync(JSON.stringify(head), { level: 1 });

/** Reads a head. Throws an Error that starts with `source` and names the first fault. */
export function headFromBytes(bytes: Buffer, source: string): BatchHead {
  return parse(headSchema, parseJson(inflated(bytes, MAX_BYTES, `${source}: its head`), source), source);
}
