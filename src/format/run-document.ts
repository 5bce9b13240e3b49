import * as v from 'valibot';
import { genomeFault } from '../creature/genome.ts';
import { effectiveAt } from '../run/amend.ts';
import type { Checkpoint } from '../run/checkpoint.ts';
import { experimentSchema } from '../run/experiment.ts';
import { setupOf } from '../run/setup.ts';
import { described } from '../schema/described.ts';
import { parse } from '../schema/fault.ts';
import { float32FromText, float32ToText } from '../schema/floats.ts';
import { engine } from '../sim/engine.ts';
import { sensorsIn } from '../sim/task.ts';
import { columnsFromJson } from './history-document.ts';
import { haveSize, momentsSchema, momentsToDocument } from './moments-document.ts';
import { optimizerFault } from './optimizer-state.ts';
import { plainFromJson, plainToJson } from './plain-data.ts';
import { engineSchema, MAX_WEIGHTS, replayFromDocument, replayToDocument } from './replay-document.ts';

const finite = v.pipe(v.number(), v.finite());
const count = v.pipe(finite, v.integer(), v.minValue(0));
const word = v.pipe(finite, v.integer(), v.minValue(-2147483648), v.maxValue(2147483647));

/** Maximum number of champion entries. The page stores 4096, and briefly a few more. */
const MAX_ENTRIES = 5000;
const MAX_RECORDS = 50_000;

const MOMENTS = 'Moments of the observations so far; null when they are not normalised.';

const entrySchema = v.strictObject({
  generation: described(count, 'The champion’s generation, counted from 0.'),
  genome: float32FromText(MAX_WEIGHTS, 'Its weights, in the order of the brain'),
  statistics: described(v.nullable(momentsSchema), MOMENTS),
  seeds: described(v.pipe(v.array(count), v.maxLength(64)), 'Seeds of its tests.'),
  fitness: described(finite, 'Mean fitness of its tests.'),
  distance: described(finite, 'Distance of the root in the first test, metres.'),
  isRecord: described(v.boolean(), 'Whether its fitness is greater than that of all earlier champions.'),
});

/** Schema of a run document. `optimizer` and `history` are encoded plain data, which is checked later. */
export const runSchema = v.strictObject({
  format: v.literal('gaitlab-run'),
  version: v.literal(1),
  engine: engineSchema,
  experiment: described(experimentSchema, 'The experiment, with every amendment made so far.'),
  generation: described(count, 'The next generation, counted from 0.'),
  optimizer: described(v.unknown(), 'State of the optimizer, as plain data.'),
  statistics: described(v.nullable(momentsSchema), MOMENTS),
  evaluations: described(count, 'Episodes simulated so far.'),
  steps: described(count, 'Control steps simulated so far.'),
  hash: described(
    v.strictObject({
      a: described(word, 'First word.'),
      b: described(word, 'Second word.'),
      count: described(count, 'Numbers hashed so far.'),
    }),
    'State of the history hash: two 32-bit words.',
  ),
  record: described(v.nullable(finite), 'Greatest fitness of any champion; null before the first.'),
  seconds: described(v.pipe(finite, v.minValue(0)), 'Duration of learning, seconds.'),
  history: described(v.unknown(), 'Columns of numbers for the charts, with a row for each stored generation.'),
  champions: described(
    v.strictObject({
      entries: described(v.pipe(v.array(entrySchema), v.maxLength(MAX_ENTRIES)), 'Champions, the oldest first.'),
      records: described(v.pipe(v.array(count), v.maxLength(MAX_RECORDS)), 'Generations that broke the record.'),
      stride: described(v.pipe(count, v.minValue(1)), 'Without a record, only every stride-th generation is stored.'),
    }),
    'Champions so far, all or some.',
  ),
  best: described(v.nullable(v.unknown()), 'Replay of the champion of the record; null for none.'),
});

/** Encodes a run between two generations as a JSON document, version 1. */
export function checkpointToDocument({
  state,
  seconds,
  history,
  champions,
  best,
}: Checkpoint): Record<string, unknown> {
  const { experiment, generation, optimizer, statistics, evaluations, steps, record } = state;
  return {
    format: 'gaitlab-run',
    version: 1,
    engine: { ...engine },
    experiment,
    generation,
    optimizer: plainToJson(optimizer),
    statistics: momentsToDocument(statistics),
    evaluations,
    steps,
    hash: state.history,
    record: record === Number.NEGATIVE_INFINITY ? null : record,
    seconds,
    history: plainToJson(history),
    champions: {
      ...champions,
      entries: champions.entries.map(({ genome, statistics, ...entry }) => {
        return { ...entry, genome: float32ToText(genome), statistics: momentsToDocument(statistics) };
      }),
    },
    best: best && replayToDocument(best),
  };
}

type Read = v.InferOutput<typeof runSchema>;

/** Says which fields contradict each other although each is valid alone; empty if none do. */
function contradiction({ experiment, generation, statistics, champions }: Read): string {
  const { plan, brain, task, settings } = setupOf(effectiveAt(experiment, generation));
  const sensorCount = sensorsIn(task, plan, settings).length;
  if (!haveSize(statistics, sensorCount))
    return `statistics must have ${sensorCount} numbers each, one per sensor of the body`;
  let previous = -1;
  for (const [i, entry] of champions.entries.entries()) {
    const fault = genomeFault(brain, entry.genome);
    if (fault !== '') return `champions.entries[${i}]: ${fault}`;
    if (!haveSize(entry.statistics, sensorCount))
      return `champions.entries[${i}].statistics must have ${sensorCount} numbers each`;
    if (entry.generation <= previous || entry.generation >= generation)
      return `champions.entries[${i}].generation must be above the previous entry's and below ${generation}`;
    if (entry.seeds.length === 0) return `champions.entries[${i}].seeds must not be empty`;
    previous = entry.generation;
  }
  const isRising = champions.records.every((each, i, all) => each > (all[i - 1] ?? -1) && each < generation);
  return isRising ? '' : `champions.records must be rising generations below ${generation}`;
}

/**
 * Reads a run from a document. Everything is checked, so that the run can be continued safely even if the document comes from
 * an untrusted source. Throws an Error that starts with `source` and names the first fault.
 */
export function checkpointFromDocument(document: unknown, source: string): Checkpoint {
  const read = parse(runSchema, document, source);
  const { experiment, generation, statistics, evaluations, steps, hash, record, seconds, champions } = read;
  try {
    const fault = contradiction(read);
    if (fault !== '') throw new Error(fault);
    const optimizer = plainFromJson(read.optimizer, 'optimizer');
    const stateFault = optimizerFault(optimizer, experiment, generation);
    if (stateFault !== '') throw new Error(stateFault);
    const best = read.best === null ? null : replayFromDocument(read.best, 'best');
    if (best !== null && best.generation >= generation)
      throw new Error(`best.generation is ${best.generation}, must be below the run's generation ${generation}`);
    return {
      state: {
        experiment,
        generation,
        optimizer,
        statistics,
        evaluations,
        steps,
        history: hash,
        record: record ?? Number.NEGATIVE_INFINITY,
      },
      seconds,
      history: columnsFromJson(read.history, generation),
      champions,
      best,
    };
  } catch (error) {
    throw new Error(`${source}: ${(error as Error).message}`);
  }
}

/** Whether a document was written by this version of the engine. If not, the run can continue, but with different results. */
export const isOfThisEngine = (document: unknown): boolean => {
  const writer = (document as { engine?: Partial<typeof engine> } | null)?.engine;
  return writer?.simulation === engine.simulation && writer.planck === engine.planck;
};
