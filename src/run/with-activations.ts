import { computeActivations } from '../creature/activations.ts';
import type { Genome } from '../creature/genome.ts';
import { actuatorNames } from '../creature/muscle.ts';
import type { Wiring } from '../creature/wiring.ts';
import type { Episode } from '../sim/rollout.ts';
import { sensorsIn } from '../sim/task.ts';
import type { Batch } from './batch.ts';
import type { Evaluator } from './evaluator.ts';
import { type Replay, testBatch } from './replay.ts';
import { setupOf } from './setup.ts';

/** The activations of a brain during one episode. */
export interface Activations {
  wiring: Wiring;
  genome: Genome;
  /** Names of its sensors and joints. */
  senses: string[];
  joints: string[];
  /** Activation of each node, control step by control step. */
  values: Float64Array;
  /** Seconds between two control steps. */
  controlTimestep: number;
}

/** The batch with observations recorded, which `activationsFor` needs. */
export const withActivations = ({ experiment, requests }: Batch): Batch => ({
  experiment,
  requests: requests.map((request) => ({ ...request, recordObservations: true })),
});

/** The activations in an episode of a batch made by `withActivations`. */
export function activationsFor(
  { experiment, requests }: Batch,
  { normalisedObservations }: Pick<Episode, 'normalisedObservations'>,
): Activations {
  const { brain, plan, task, settings } = setupOf(experiment);
  const genome = requests[0]?.genome ?? new Float32Array(brain.parameterCount);
  const wiring = brain.wiring(genome);
  return {
    wiring,
    genome,
    senses: sensorsIn(task, plan, settings).map(({ name }) => name),
    joints: actuatorNames(plan),
    values: computeActivations(wiring, genome, normalisedObservations ?? new Float64Array()),
    controlTimestep: settings.controlEvery / settings.physicsRate,
  };
}

/** Simulates a replay's first test again and returns the activations of its brain. */
export async function recordActivations(replay: Replay, evaluator: Evaluator): Promise<Activations> {
  const seeds = replay.tests.slice(0, 1).map(({ seed }) => seed);
  const batch = withActivations(testBatch(replay, seeds));
  const [episode] = await evaluator.evaluate(batch);
  return activationsFor(batch, episode ?? {});
}
