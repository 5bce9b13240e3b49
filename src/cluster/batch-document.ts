import * as v from 'valibot';
import { genomeFault } from '../creature/genome.ts';
import type { Moments } from '../math/stats.ts';
import type { Batch } from '../run/batch.ts';
import { parse } from '../schema/fault.ts';
import type { EpisodeRequest, Setup } from '../sim/rollout.ts';
import { sensorsIn } from '../sim/task.ts';
import { numbers32, numbers64, textOf32, textOf64 } from './number-text.ts';

/** Maximum number of episodes of a batch, and of characters of a text in it. */
export const MAX_EPISODES = 10_000;
const MAX_LETTERS = 16_000_000;

const whole = (max: number, min = 0) => v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));
const text = v.pipe(v.string(), v.maxLength(MAX_LETTERS));
const hex = (digits: number) =>
  v.pipe(v.string(), v.regex(new RegExp(`^[0-9a-f]{${digits}}$`), `must be ${digits} hexadecimal digits`));

/** Schema of a job's data: a batch of episodes. Equal genomes and statistics are written once. */
const batchSchema = v.strictObject({
  /** Id of the run, and number of the batch in it. */
  run: hex(16),
  batch: whole(Number.MAX_SAFE_INTEGER),
  /** SHA-256 of the experiment's text. */
  experiment: hex(64),
  genomes: v.pipe(v.array(text), v.maxLength(MAX_EPISODES)),
  statistics: v.pipe(
    v.array(v.strictObject({ count: whole(Number.MAX_SAFE_INTEGER), mean: text, squares: text })),
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

/** Encodes a batch as a job's data. */
export function batchToDocument(
  requests: readonly EpisodeRequest[],
  header: Pick<BatchDocument, 'run' | 'batch' | 'experiment'>,
): BatchDocument {
  const [genomes, statistics] = [new Map<Float32Array, number>(), new Map<Moments, number>()];
  const rows = requests.map((request): BatchDocument['requests'][number] => [
    indexIn(genomes, request.genome),
    request.statistics === null ? -1 : indexIn(statistics, request.statistics),
    request.seed,
    request.generation ?? -1,
    request.trace ? 1 : 0,
  ]);
  return {
    ...header,
    genomes: [...genomes.keys()].map(textOf32),
    statistics: [...statistics.keys()].map(({ count, mean, squares }) => {
      return { count, mean: textOf64(mean), squares: textOf64(squares) };
    }),
    requests: rows,
  };
}

/** Checks a job's data alone. Throws an Error that names the first fault. */
export const parseBatch = (data: unknown): BatchDocument => parse(batchSchema, data, 'a batch in the queue');

const sensorCountOf = ({ plan, task, settings }: Setup) => sensorsIn(task, plan, settings).length;

/** The requests of a batch, checked to fit its experiment. Throws an Error that names the first fault. */
export function requestsOf(document: BatchDocument, setup: Setup): EpisodeRequest[] {
  const size = sensorCountOf(setup);
  const genomes = document.genomes.map((each, i) => {
    const genome = numbers32(each, `genomes[${i}]`);
    const fault = genomeFault(setup.brain, genome);
    if (fault !== '') throw new Error(`a batch in the queue: genomes[${i}]: ${fault}`);
    return genome;
  });
  const statistics = document.statistics.map(({ count, mean, squares }, i) => {
    const moments = { count, mean: numbers64(mean, 'mean'), squares: numbers64(squares, 'squares') };
    if (moments.mean.length !== size || moments.squares.length !== size)
      throw new Error(`a batch in the queue: statistics[${i}] must have ${size} numbers each`);
    return moments;
  });
  return document.requests.map(([genomeIndex, momentsIndex, seed, generation, trace], i) => {
    const genome = genomes[genomeIndex];
    const moments = momentsIndex < 0 ? null : statistics[momentsIndex];
    if (genome === undefined || moments === undefined)
      throw new Error(`a batch in the queue: requests[${i}] names a genome or statistics that the batch does not have`);
    return {
      genome,
      seed,
      statistics: moments,
      ...(generation >= 0 && { generation }),
      record: false,
      trace: trace === 1,
    };
  });
}
