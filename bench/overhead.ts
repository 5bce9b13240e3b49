import type { Optimizer } from '../src/evo/optimizer.ts';
import { optimizers } from '../src/evo/optimizers.ts';
import { seedOf } from '../src/math/rng.ts';
import type { Evaluator } from '../src/run/evaluator.ts';
import { parseExperiment } from '../src/run/experiment.ts';
import { run } from '../src/run/run.ts';
import { setupOf } from '../src/run/setup.ts';

/** Cost of a run's generations, and the optimizer's share of it. */
export interface Overhead {
  weights: number;
  generations: number;
  seconds: number;
  /** Time of ask and tell divided by all time. */
  share: number;
}

/**
 * Runs BipedalWalker for `budget` control steps, and times the same optimizer's ask and tell separately, on the same genomes and
 * fitnesses.
 */
export async function overheadOf(
  optimizer: { name: 'snes' | 'cma-es'; populationSize: number },
  hidden: number[],
  budget: number,
  evaluator: Evaluator,
): Promise<Overhead> {
  const experiment = parseExperiment({
    task: { name: 'bipedal-walker' },
    brain: { name: 'mlp', hidden },
    optimizer,
    seed: 1,
  });
  const kind = optimizers[optimizer.name] as Optimizer;
  const weights = setupOf(experiment).brain.parameterCount;
  const { name: _, ...settings } = experiment.optimizer;
  let state = kind.init(weights, settings, seedOf(experiment.seed, 'optimizer'));
  let [seconds, optimizerSeconds, generations] = [0, 0, 0];
  let started = performance.now();
  for await (const { fitness, steps } of run(experiment, evaluator)) {
    seconds += (performance.now() - started) / 1000;
    generations++;
    const before = performance.now();
    const asked = kind.ask(state);
    state = kind.tell(asked.state, asked.genomes, fitness);
    optimizerSeconds += (performance.now() - before) / 1000;
    if (steps >= budget) break;
    started = performance.now();
  }
  return { weights, generations, seconds, share: optimizerSeconds / seconds };
}
