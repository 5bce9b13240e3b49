import type { Evaluator } from '../src/run/evaluator.ts';
import { parseExperiment } from '../src/run/experiment.ts';
import { type Replay, replayOf } from '../src/run/replay.ts';
import { run } from '../src/run/run.ts';

/** The default biped, trained until it walks 10 m without a fall: what a rollout mostly is once something has been learned. */
export async function trainWalker(evaluator: Evaluator): Promise<Replay> {
  for await (const { champion, state } of run(parseExperiment({ seed: 1 }), evaluator)) {
    if (champion && champion.distance >= 10 && champion.falls === 0) return replayOf(state.experiment, champion);
    if (state.generation > 400) throw new Error('the default biped did not learn to walk 10 m in 400 generations');
  }
  throw new Error('unreachable: a run has no end');
}
