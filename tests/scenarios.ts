import { bodies } from '../src/creature/bodies.ts';
import { brains } from '../src/creature/brains.ts';
import { optimizers } from '../src/evo/optimizers.ts';
import { createHash } from '../src/math/hash.ts';
import { stream } from '../src/math/rng.ts';
import type { Evaluator } from '../src/run/evaluator.ts';
import { parseExperiment } from '../src/run/experiment.ts';
import type { Experiment } from '../src/run/experiment-schema.ts';
import { presets } from '../src/run/presets.ts';
import { run } from '../src/run/run.ts';
import { setupOf } from '../src/run/setup.ts';
import { bodyFault } from '../src/run/task-body.ts';
import { sensorsIn } from '../src/sim/task.ts';
import { tasks } from '../src/sim/tasks.ts';
import { someGenome } from './creature/some-genome.ts';

/** Fixed lives and runs whose every bit is kept in `tests/golden/hashes.json`, by name. */
export type Hashes = Record<string, string>;

const lives: Record<string, object> = {};
for (const body of Object.keys(bodies)) {
  for (const task of Object.keys(tasks)) {
    if (bodyFault(body, task) === '') lives[`${body} ${task}`] = { body, task: { name: task, duration: 3 } };
  }
}
for (const brain of Object.keys(brains)) lives[`${brain} brain`] = { brain: { name: brain } };
lives['sight and clock'] = { task: { name: 'hills', sight: 16, clock: 2 } };
lives['fine steps'] = {
  task: { name: 'walk', duration: 3, physicsRate: 240, controlEvery: 4, velocityIterations: 20 },
};
lives['continuous collision'] = { task: { name: 'stairs', duration: 3, continuous: true } };

/** One life, felt under made-up statistics: its states, its fitness and all it observed. */
async function lifeHash(name: string, settings: object, evaluator: Evaluator): Promise<string> {
  const experiment = parseExperiment(settings, name);
  const { plan, brain, task, settings: life } = setupOf(experiment);
  const shape = {
    observationSize: sensorsIn(task, plan, life).length,
    actionSize: plan.joints.length,
    controlTimestep: 0,
  };
  const genome = someGenome(brain, shape, stream(1, 'golden', name));
  const request = { genome, seed: 1, statistics: null, record: false };
  const [first] = await evaluator.evaluate({ experiment, requests: [request] });
  const statistics = first!.observed;
  const [second] = await evaluator.evaluate({ experiment, requests: [{ ...request, statistics, seed: 2 }] });
  const hash = createHash();
  for (const { evaluation, observed } of [first!, second!]) {
    for (const half of [0, 8]) hash.add(Number.parseInt(evaluation.hash.slice(half, half + 8), 16));
    hash.addAll([evaluation.fitness, evaluation.metrics.energy, observed.count]);
    hash.addAll(observed.mean);
    hash.addAll(observed.squares);
  }
  return hash.digest();
}

/** The history's hash of an experiment after so many generations. */
export async function historyOf(experiment: Experiment, generations: number, evaluator: Evaluator): Promise<string> {
  for await (const { generation, historyHash } of run(experiment, evaluator)) {
    if (generation === generations - 1) return historyHash;
  }
  return '';
}

/** What `gaitlab evolve biped-walks --generations 5 --seed 7` comes to. */
export const bipedWalks = (evaluator: Evaluator) =>
  historyOf(parseExperiment({ ...presets['biped-walks']?.experiment, seed: 7 }), 5, evaluator);

/** All of them. */
export async function hashAll(evaluator: Evaluator): Promise<Hashes> {
  const hashes: Hashes = {};
  for (const [name, settings] of Object.entries(lives)) hashes[name] = await lifeHash(name, settings, evaluator);
  for (const name of Object.keys(optimizers)) {
    const settings = { optimizer: { name, populationSize: 8 }, task: { name: 'walk', duration: 2 }, seed: 7 };
    hashes[`${name} for 3 generations`] = await historyOf(parseExperiment(settings, name), 3, evaluator);
  }
  hashes['biped-walks for 5 generations'] = await bipedWalks(evaluator);
  return hashes;
}
