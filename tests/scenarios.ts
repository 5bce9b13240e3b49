import { bodies } from '../src/creature/bodies.ts';
import { brains } from '../src/creature/brains.ts';
import { actuatorCount } from '../src/creature/muscle.ts';
import { optimizers } from '../src/evo/optimizers.ts';
import { createHash } from '../src/math/hash.ts';
import { stream } from '../src/math/rng.ts';
import { type Evaluator, inProcess } from '../src/run/evaluator.ts';
import { parseExperiment } from '../src/run/experiment.ts';
import type { Experiment } from '../src/run/experiment-schema.ts';
import { presets } from '../src/run/presets.ts';
import { run } from '../src/run/run.ts';
import { setupOf } from '../src/run/setup.ts';
import { bodyFault } from '../src/run/task-body.ts';
import { withEngine } from '../src/run/with-engine.ts';
import type { PhysicsEngine } from '../src/sim/physics.ts';
import { sensorsIn } from '../src/sim/task.ts';
import { tasks } from '../src/sim/tasks.ts';
import { someGenome } from './creature/some-genome.ts';
import { type EpisodeTrace, tracedEpisode } from './golden/trace.ts';

/** Fixed episodes and runs whose hashes are in `tests/golden/hashes.json`, by name. */
export type Hashes = Record<string, string>;

/** The outcome of a scenario: the hash of all its bits, and a trace that shows where it first differs from another outcome. */
export type Outcome =
  | { hash: string; parts: string[]; episodes: EpisodeTrace[] }
  /** The history's hash after each generation, shortened. */
  | { hash: string; generations: string[] };

const episodes: Record<string, object> = {};
for (const body of Object.keys(bodies)) {
  for (const task of Object.keys(tasks)) {
    if (bodyFault(body, task) === '') episodes[`${body} ${task}`] = { body, task: { name: task, duration: 3 } };
  }
}
for (const brain of Object.keys(brains)) episodes[`${brain} brain`] = { brain: { name: brain } };
episodes['sight and clock'] = { task: { name: 'hills', sight: 16, clock: 2 } };
episodes['fine steps'] = {
  task: { name: 'walk', duration: 3, physicsRate: 240, controlEvery: 4, velocityIterations: 20 },
};
episodes['continuous collision'] = { task: { name: 'stairs', duration: 3, continuous: true } };

const runs: Record<string, { experiment: Experiment; generations: number }> = {};
for (const name of Object.keys(optimizers)) {
  const settings = { optimizer: { name, populationSize: 8 }, task: { name: 'walk', duration: 2 }, seed: 7 };
  runs[`${name} for 3 generations`] = { experiment: parseExperiment(settings, name), generations: 3 };
}
const bipedWalksExperiment = parseExperiment({ ...presets['biped-walks']?.experiment, seed: 7 });
runs['biped-walks for 5 generations'] = { experiment: bipedWalksExperiment, generations: 5 };

/** Two episodes, the second normalised by what was observed in the first: states, fitness and all observations. */
function episodesOutcome(name: string, settings: object, engine: PhysicsEngine): Outcome {
  const setup = setupOf(parseExperiment(settings, name));
  setup.settings = { ...setup.settings, engine };
  const { plan, brain, task } = setup;
  const shape = {
    observationSize: sensorsIn(task, plan, setup.settings).length,
    actionSize: actuatorCount(plan),
    controlTimestep: 0,
  };
  const genome = someGenome(brain, shape, stream(1, 'golden', name));
  const first = tracedEpisode(setup, { genome, seed: 1, statistics: null, record: false });
  const second = tracedEpisode(setup, { genome, seed: 2, statistics: first.episode.observed, record: false });
  const hash = createHash();
  for (const { evaluation, observed } of [first.episode, second.episode]) {
    for (const half of [0, 8]) hash.add(Number.parseInt(evaluation.hash.slice(half, half + 8), 16));
    hash.addAll([evaluation.fitness, evaluation.metrics.energy, observed.count]);
    hash.addAll(observed.mean);
    hash.addAll(observed.squares);
  }
  return { hash: hash.digest(), parts: plan.parts.map((part) => part.name), episodes: [first.trace, second.trace] };
}

/** The history hash of an experiment after each of a number of generations. */
async function historiesOf(experiment: Experiment, generations: number, evaluator: Evaluator): Promise<string[]> {
  const hashes: string[] = [];
  for await (const { historyHash } of run(experiment, evaluator)) {
    hashes.push(historyHash);
    if (hashes.length === generations) break;
  }
  return hashes;
}

/** The result of `gaitlab evolve biped-walks --generations 5 --seed 7`. */
export async function bipedWalks(evaluator: Evaluator): Promise<string> {
  return (await historiesOf(bipedWalksExperiment, 5, evaluator)).at(-1)!;
}

/** The outcome of every scenario here, by name, with any physics. */
export async function allOutcomes(engine: PhysicsEngine = 'flat'): Promise<Record<string, Outcome>> {
  const outcomes: Record<string, Outcome> = {};
  const evaluator = withEngine(inProcess, () => engine);
  for (const [name, settings] of Object.entries(episodes)) outcomes[name] = episodesOutcome(name, settings, engine);
  for (const [name, { experiment, generations }] of Object.entries(runs)) {
    const histories = await historiesOf(experiment, generations, evaluator);
    outcomes[name] = { hash: histories.at(-1)!, generations: histories.map((each) => each.slice(0, 8)) };
  }
  return outcomes;
}

/** Their hashes alone. */
export const hashesOf = (outcomes: Record<string, Outcome>): Hashes =>
  Object.fromEntries(Object.entries(outcomes).map(([name, { hash }]) => [name, hash]));
