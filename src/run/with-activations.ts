import { activationsOf } from '../creature/activations.ts';
import type { Genome } from '../creature/genome.ts';
import type { Wiring } from '../creature/wiring.ts';
import type { Episode } from '../sim/rollout.ts';
import { sensorsIn } from '../sim/task.ts';
import type { Batch } from './batch.ts';
import type { Evaluator } from './evaluator.ts';
import { livesOf, type Replay } from './replay.ts';
import { setupOf } from './setup.ts';

/** What went on in a brain in one life. */
export interface Activations {
  wiring: Wiring;
  genome: Genome;
  /** Names of what it feels and of what it moves. */
  senses: string[];
  joints: string[];
  /** What each node says, thought by thought. */
  values: Float64Array;
  /** Seconds between two thoughts. */
  thought: number;
}

/** Asks for lives whose brains can be looked into. */
export const withActivations = ({ experiment, requests }: Batch): Batch => ({
  experiment,
  requests: requests.map((request) => ({ ...request, keepFelt: true })),
});

/** The inside of a life that was asked for openly. */
export function activationsFor({ experiment, requests }: Batch, { felt }: Pick<Episode, 'felt'>): Activations {
  const { brain, plan, task, settings } = setupOf(experiment);
  const genome = requests[0]?.genome ?? new Float32Array(brain.parameterCount);
  const wiring = brain.wiring(genome);
  return {
    wiring,
    genome,
    senses: sensorsIn(task, plan, settings).map(({ name }) => name),
    joints: plan.joints.map(({ name }) => name),
    values: activationsOf(wiring, genome, felt ?? new Float64Array()),
    thought: settings.controlEvery / settings.physicsRate,
  };
}

/** Lives a replay's first test again and looks into its brain. */
export async function recordActivations(replay: Replay, evaluator: Evaluator): Promise<Activations> {
  const seeds = replay.tests.slice(0, 1).map(({ seed }) => seed);
  const batch = withActivations(livesOf(replay, seeds));
  const [life] = await evaluator.evaluate(batch);
  return activationsFor(batch, life ?? {});
}
