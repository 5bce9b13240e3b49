import * as v from 'valibot';
import { genomeFault } from '../creature/genome.ts';
import { experimentSchema } from '../run/experiment.ts';
import { setupOf } from '../run/setup.ts';
import type { Outcome } from '../run/sweep/outcome.ts';
import { planSchema, runsOf, type Sweep, sweepOf } from '../run/sweep/sweep.ts';
import { parse } from '../schema/fault.ts';
import { float32FromText, float32ToText, float64ToText, numberBytes } from '../schema/floats.ts';
import { engine } from '../sim/engine.ts';
import { momentsSchema, momentsToDocument } from './moments-document.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const finite = v.pipe(v.number(), v.finite());
const digest = v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/, 'must be 16 hexadecimal digits'));
const engineFields = v.strictObject({ simulation: v.number(), planck: v.pipe(v.string(), v.maxLength(20)) });

const sweepSchema = v.strictObject({
  format: v.literal('gaitlab-sweep'),
  version: v.literal(1),
  engine: engineFields,
  experiment: experimentSchema,
  plan: planSchema,
  /** Metres. */
  goal: v.pipe(finite, v.minValue(0)),
});

/** A sweep, and the goal by which its results are measured. */
export interface SweepRequest {
  sweep: Sweep;
  /** Metres; one measure is the number of control steps until a champion reaches this distance. */
  goal: number;
}

export function sweepToDocument({ sweep: { base, ...plan }, goal }: SweepRequest): Record<string, unknown> {
  return { format: 'gaitlab-sweep', version: 1, engine: { ...engine }, experiment: base, plan, goal };
}

/** Reads a sweep from a document. Throws an Error that starts with `source` and names the first fault. */
export function sweepFromDocument(document: unknown, source: string): SweepRequest {
  const { experiment, plan, goal, engine: writer } = parse(sweepSchema, document, source);
  // Results of different engines cannot be compared in one table.
  if (writer.simulation !== engine.simulation || writer.planck !== engine.planck)
    throw new Error(
      `${source} was written by engine ${writer.simulation} with planck ${writer.planck}, this is engine ${engine.simulation} with planck ${engine.planck}: start the sweep again`,
    );
  return { sweep: sweepOf(experiment, plan, source), goal };
}

/** Maximum number of generations of a run in a sweep, limited by the file size. */
const MAX_GENERATIONS = 4_000_000;

const columnText = v.pipe(v.string(), v.maxLength(Math.ceil((MAX_GENERATIONS * 8) / 3) * 4));

const runSchema = v.strictObject({
  format: v.literal('gaitlab-sweep-run'),
  version: v.literal(1),
  /** Index among the sweep's runs. */
  place: count,
  /** One number per generation, as float64 in base64; NaN without a champion. */
  steps: columnText,
  fitness: columnText,
  distance: columnText,
  leader: v.nullable(
    v.strictObject({
      generation: count,
      genome: float32FromText(100_000),
      statistics: v.nullable(momentsSchema),
      seeds: v.pipe(v.array(v.pipe(count, v.maxValue(4294967295))), v.minLength(1), v.maxLength(64)),
      fitness: finite,
      distance: finite,
      falls: count,
    }),
  ),
  historyHash: digest,
});

/** Encodes a finished run of a sweep as a JSON document. */
export function outcomeToDocument(place: number, outcome: Outcome): Record<string, unknown> {
  const column = (values: readonly number[]) => float64ToText(Float64Array.from(values));
  const { steps, fitness, distance, leader, historyHash } = outcome;
  return {
    format: 'gaitlab-sweep-run',
    version: 1,
    place,
    steps: column(steps),
    fitness: column(fitness),
    distance: column(distance),
    leader: leader
      ? {
          generation: leader.generation,
          genome: float32ToText(leader.genome),
          statistics: momentsToDocument(leader.statistics),
          seeds: leader.seeds,
          fitness: leader.fitness,
          distance: leader.distance,
          falls: leader.falls,
        }
      : null,
    historyHash,
  };
}

/** Reads the finished run with index `place` in a sweep. Throws an Error that starts with `source` and names the first fault. */
export function outcomeFromDocument(document: unknown, sweep: Sweep, place: number, source: string): Outcome {
  const read = parse(runSchema, document, source);
  const run = runsOf(sweep)[place];
  if (run === undefined || read.place !== place)
    throw new Error(`${source} has the result of run ${read.place}, must have that of run ${place}`);
  const column = (name: 'steps' | 'fitness' | 'distance') => {
    try {
      return Array.from(new Float64Array(numberBytes(read[name], 8)));
    } catch (error) {
      throw new Error(`${source}: ${name} ${(error as Error).message}`);
    }
  };
  const [steps, fitness, distance] = [column('steps'), column('fitness'), column('distance')];
  if (steps.length === 0 || fitness.length !== steps.length || distance.length !== steps.length)
    throw new Error(`${source}: steps, fitness and distance must have one number for each generation`);
  if (!steps.every((each, i) => Number.isSafeInteger(each) && each > (steps[i - 1] ?? -1)))
    throw new Error(`${source}: steps must be rising whole numbers`);
  const { leader, historyHash } = read;
  const fault = leader && genomeFault(setupOf(run.experiment).brain, leader.genome);
  if (fault) throw new Error(`${source}: leader ${fault}`);
  return {
    cell: run.cell,
    seed: run.experiment.seed,
    steps,
    fitness,
    distance,
    leader: leader ? { ...leader, isRecord: true } : undefined,
    share: 1,
    historyHash,
  };
}
