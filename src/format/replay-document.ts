import * as v from 'valibot';
import { genomeFault } from '../creature/genome.ts';
import { effectiveAt } from '../run/amend.ts';
import { creatureColourSchema } from '../run/creature-colour.ts';
import { experimentSchema } from '../run/experiment.ts';
import type { Replay } from '../run/replay.ts';
import { setupOf } from '../run/setup.ts';
import { described } from '../schema/described.ts';
import { parse } from '../schema/fault.ts';
import { float32FromText, float32ToText } from '../schema/floats.ts';
import { sensorsIn } from '../sim/task.ts';
import { migrate } from './migrations.ts';
import { haveSize, momentsSchema, momentsToDocument } from './moments-document.ts';
import { recordingFromDocument, recordingToDocument } from './recording-document.ts';
import { recordingSchema } from './recording-schema.ts';

/** Version of written replay documents. */
export const REPLAY_VERSION = 4;

/** Maximum number of weights; every available brain has far fewer. */
export const MAX_WEIGHTS = 100_000;

const finite = v.pipe(v.number(), v.finite());
const count = v.pipe(finite, v.integer(), v.minValue(0));
/** The versions of the simulation that made a document. */
export const engineSchema = described(
  v.strictObject({
    simulation: described(count, 'Version of the simulation; another one gives other results.'),
    planck: described(v.pipe(v.string(), v.maxLength(20)), 'Version of the physics library.'),
  }),
  'The engine that made it.',
);
/** 8 hexadecimal digits per second, for at most ten minutes. */
const trace = v.pipe(v.string(), v.regex(/^([0-9a-f]{8}){0,600}$/, 'must be 8 hexadecimal digits a second'));
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/, 'must be 16 hexadecimal digits'));

const testFields = {
  seed: described(count, 'Decides the terrain and everything random in the episode.'),
  fitness: described(finite, 'Sum of rewards.'),
  distance: described(finite, 'Distance of the root, metres.'),
  hash: described(hash, 'Hash of every step of the simulation.'),
  trace: described(trace, 'Eight digits of the running hash after each second, to find where two simulations differ.'),
};

const fields = v.strictObject({
  format: v.literal('gaitlab-replay'),
  version: v.literal(REPLAY_VERSION),
  engine: engineSchema,
  experiment: described(experimentSchema, 'The experiment of its run, with all amendments up to its generation.'),
  generation: described(count, 'The champion’s generation, counted from 0.'),
  genome: float32FromText(MAX_WEIGHTS, 'Its weights, in the order of the brain'),
  statistics: described(
    v.nullable(momentsSchema),
    'Moments of the observations by which it normalises its own; null when it does not.',
  ),
  tests: described(
    v.pipe(v.array(v.strictObject(testFields)), v.minLength(1), v.maxLength(64)),
    'The episodes by which it was judged, each with its result. The first is shown.',
  ),
  fitness: described(finite, 'Mean fitness of its tests.'),
  hash: described(hash, 'Hash of the hashes of its tests.'),
  colour: v.optional(described(creatureColourSchema, 'The colour of the creature, for display only.')),
  recording: v.optional(described(recordingSchema, 'The first test as recorded, for display only.')),
});

/** Says which fields contradict each other although each is valid alone; empty if none do. */
function contradiction({ experiment, generation, genome, statistics }: v.InferOutput<typeof fields>): string {
  try {
    const { plan, brain, task, settings } = setupOf(effectiveAt(experiment, generation));
    const sensorCount = sensorsIn(task, plan, settings).length;
    const fault = genomeFault(brain, genome);
    if (fault !== '') return fault;
    if (!haveSize(statistics, sensorCount)) {
      return `statistics must have ${sensorCount} numbers each, one per sensor of the body`;
    }
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}

/** Schema of a replay document. */
export const replaySchema = v.pipe(
  fields,
  v.rawCheck(({ dataset, addIssue }) => {
    const message = dataset.typed && !dataset.issues ? contradiction(dataset.value) : '';
    if (message !== '') addIssue({ message });
  }),
);

/** A replay as a JSON document. */
export function replayToDocument({ genome, statistics, recording, ...rest }: Replay): Record<string, unknown> {
  return {
    format: 'gaitlab-replay',
    version: REPLAY_VERSION,
    ...rest,
    genome: float32ToText(genome),
    statistics: momentsToDocument(statistics),
    ...(recording && { recording: recordingToDocument(recording) }),
  };
}

/** Reads a replay document of this or an earlier version. Throws an Error that starts with `source` and names the first fault. */
export function replayFromDocument(document: unknown, source: string): Replay {
  const read = parse(replaySchema, migrate(document), source);
  const { format: _format, version: _version, recording, ...replay } = read;
  try {
    return { ...replay, recording: recording && recordingFromDocument(recording) };
  } catch (error) {
    throw new Error(`${source}: ${(error as Error).message}`);
  }
}
