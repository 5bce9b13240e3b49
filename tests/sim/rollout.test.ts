import { describe, expect, test } from 'vitest';
import type { BodyPlan } from '../../src/creature/body-plan.ts';
import type { Brain, BrainShape } from '../../src/creature/brain.ts';
import { cpg } from '../../src/creature/brains/cpg.ts';
import { linear } from '../../src/creature/brains/linear.ts';
import { stream } from '../../src/math/rng.ts';
import { emptyMoments } from '../../src/math/stats.ts';
import { createTaskEnvironment } from '../../src/sim/environment.ts';
import { type EpisodeRequest, rollout, type Setup } from '../../src/sim/rollout.ts';
import { sensesOf } from '../../src/sim/sensors.ts';
import type { EpisodeSettings } from '../../src/sim/task.ts';
import { puppet, puppetWith } from '../creature/puppet.ts';
import { level, settingsWith, walkOn } from './ground.ts';

const linearBrain = (shape: BrainShape) => linear.build({}, shape);

function setup(
  settings: Partial<EpisodeSettings> = {},
  build: (shape: BrainShape) => Brain = linearBrain,
  plan: BodyPlan = puppet,
): Setup {
  const all = settingsWith({ duration: 3, startPush: 0.3, ...settings });
  const observationSize = sensesOf(plan, all).sensors.length;
  const brain = build({ observationSize, actionSize: plan.joints.length, controlTimestep: 1 / 30 });
  return { plan, brain, task: walkOn(level()), settings: all };
}

function request({ brain }: Setup, some: Partial<EpisodeRequest> = {}): EpisodeRequest {
  const rng = stream(1, 'genome');
  const genome = Float32Array.from({ length: brain.parameterCount }, () => rng.normal());
  return { genome, seed: 1, statistics: null, record: false, ...some };
}

test('fitness is the sum of all rewards of the episode', () => {
  const { plan, brain, task, settings } = setup({ energyCost: 0.01, postureCost: 0.2 });
  const episode = request({ plan, brain, task, settings });
  const environment = createTaskEnvironment(plan, task, settings);
  const policy = brain.createPolicy(episode.genome);
  const action = new Float64Array(2);
  let timeStep = environment.reset(1);
  let sum = 0;
  let steps = 0;
  for (; !timeStep.terminated && !timeStep.truncated; steps++) {
    policy(timeStep.observation, action);
    timeStep = environment.step(action);
    sum += timeStep.reward;
  }
  const { evaluation, observed } = rollout({ plan, brain, task, settings }, episode);
  expect(evaluation).toMatchObject({ fitness: sum, steps, ending: timeStep.terminated ? 'terminated' : 'truncated' });
  expect(steps).toBeGreaterThan(10);
  expect(evaluation.metrics.duration).toBeCloseTo(steps / 30, 12);
  expect(evaluation.metrics.distance).toBe(environment.state().physics.x(0) - environment.state().startX);
  expect(observed.count).toBe(steps);
});

test('a fall ends the episode as terminated and is counted', () => {
  const upsideDown = puppetWith(({ parts }) => {
    parts[1]!.role = 'torso';
  });
  const here = setup({}, linearBrain, upsideDown);
  const { ending, metrics, fitness } = rollout(here, request(here)).evaluation;
  expect(ending).toBe('terminated');
  expect(metrics.falls).toBe(1);
  expect(Math.abs(fitness)).toBeLessThan(0.1);
});

test('the policy gets normalised observations; the returned moments are of raw ones', () => {
  const inputs: number[][] = [];
  const spy = ({ observationSize }: BrainShape): Brain => ({
    parameterCount: 1,
    wiring: () => ({ nodes: [], connections: [] }),
    createPolicy: () => (observation, action) => {
      expect(observation.length).toBe(observationSize);
      inputs.push(Array.from(observation));
      action.fill(0.5);
    },
  });
  const here = setup({}, spy);
  const raw = rollout(here, request(here));
  const rawInputs = inputs.splice(0);
  const size = rawInputs[0]!.length;
  const statistics = {
    count: 5,
    mean: new Float64Array(size).fill(0.25),
    squares: new Float64Array(size).fill(16),
  };
  const normalised = rollout(here, request(here, { statistics }));
  expect(normalised.observed).toEqual(raw.observed);
  expect(inputs).toEqual(rawInputs.map((row) => row.map((x) => Math.max(-5, Math.min(5, (x - 0.25) / 2)))));
  const { normalisedObservations: recorded, ...episode } = rollout(
    here,
    request(here, { statistics, recordObservations: true }),
  );
  expect(Array.from(recorded ?? [])).toEqual(inputs.splice(0, inputs.length / 2).flat());
  expect(episode).toEqual(normalised);
  expect(raw.observed.mean[0]).toBeCloseTo(rawInputs.reduce((sum, row) => sum + row[0]!, 0) / rawInputs.length, 12);
  expect(statistics.mean.every((x) => x === 0.25) && statistics.count === 5).toBe(true);
});

describe('a simulation that diverges', () => {
  /** A brain that always gives the same action. */
  const driven = (value: number) => (): Brain => ({
    parameterCount: 1,
    wiring: () => ({ nodes: [], connections: [] }),
    createPolicy: () => (_observation, action) => void action.fill(value),
  });
  const giant = puppetWith(({ parts, joints }) => {
    parts[1]!.shape = { kind: 'box', width: 0.4, height: 20 };
    Object.assign(parts[1]!, { position: [-0.8, 10], density: 0.1 });
    Object.assign(joints[0]!, { torque: 10000, speed: 100, limits: [-7, 7] });
  });

  test.each<[string, Setup, Partial<EpisodeRequest>]>([
    ['weights that are NaN', setup(), { genome: new Float32Array(22).fill(Number.NaN) }],
    [
      'a pattern generator with one such weight',
      setup({}, (shape) => cpg.build({ frequency: 1, feedback: false }, shape)),
      {
        genome: Float32Array.of(Number.NaN, 0, 0, 0, 0, 0, 0),
      },
    ],
    ['actions that are NaN', setup({}, driven(Number.NaN)), {}],
    ['a limb that is too fast', setup({}, driven(1), giant), {}],
    [
      'statistics that are NaN',
      setup(),
      {
        statistics: { count: 9, mean: new Float64Array(10).fill(Number.NaN), squares: new Float64Array(10) },
      },
    ],
  ])('fails without a fitness, adds nothing to the statistics and can be watched: %s', (_what, here, some) => {
    const episode = request(here, { ...some, record: true });
    const { evaluation, observed, recording } = rollout(here, episode);
    expect(evaluation.ending).toBe('failed');
    expect(evaluation.fitness).toBeNaN();
    expect(evaluation.metrics.falls).toBe(0);
    expect(observed).toEqual(emptyMoments(observed.mean.length));
    expect(recording?.frameCount).toBeGreaterThan(0);
    expect(rollout(here, episode).evaluation.hash).toBe(evaluation.hash);
  });
});

test('a genome of the wrong length is refused', () => {
  const here = setup();
  expect(() => rollout(here, request(here, { genome: new Float32Array(3) }))).toThrow('genome has 3 numbers');
});

describe('the state hash', () => {
  test('differs for another seed, genome, duration and gravity', () => {
    const here = setup();
    const hash = (some: Partial<EpisodeRequest> = {}, there = here) =>
      rollout(there, request(there, some)).evaluation.hash;
    const genome = request(here).genome.slice();
    genome[0]! += 1e-6;
    const hashes = [
      hash(),
      hash({ seed: 2 }),
      hash({ genome }),
      hash({}, setup({ duration: 2 })),
      hash({}, setup({ gravity: 10.000001 })),
    ];
    expect(new Set(hashes).size).toBe(hashes.length);
    expect(hash()).toBe(hashes[0]);
    expect(hashes[0]).toMatch(/^[0-9a-f]{16}$/);
  });
});

test('a recording has every physics step with the current action and the contacts of each part', () => {
  const here = setup({ duration: 1, controlEvery: 3 });
  const { evaluation, recording } = rollout(here, request(here, { record: true }));
  const { plan, frameCount, frameTimestep, poses, actions, contacts } = recording!;
  expect(plan).toBe(puppet);
  expect(frameCount).toBe(3 * evaluation.steps);
  expect(frameTimestep).toBe(1 / 60);
  expect(poses.length).toBe(frameCount * 3 * 3);
  expect(actions.length).toBe(frameCount * 2);
  expect(contacts.length).toBe(frameCount * 3);
  const row = (t: number) => Array.from(actions.slice(2 * t, 2 * t + 2));
  expect(row(1)).toEqual(row(0));
  expect(row(2)).toEqual(row(0));
  expect(row(3)).not.toEqual(row(0));
  const down = (part: number) => Array.from({ length: frameCount }, (_, t) => contacts[3 * t + part]);
  expect(new Set(down(1))).toContain(1);
  const atControlSteps = down(1).filter((_, t) => t % 3 === 2);
  const share = atControlSteps.filter(Boolean).length / atControlSteps.length;
  expect(evaluation.metrics.dutyFactors[0]).toBeCloseTo(share, 12);
});
