/** @module-tag slow */

import { beforeAll, describe, expect, test } from 'vitest';
import { bodies } from '../../src/creature/bodies.ts';
import { bodyPlanSchema } from '../../src/creature/body-plan.ts';
import { legsOf } from '../../src/creature/legs.ts';
import { actuatorCount } from '../../src/creature/muscle.ts';
import { stream } from '../../src/math/rng.ts';
import { merge } from '../../src/math/stats.ts';
import { parseExperiment } from '../../src/run/experiment.ts';
import { setupOf } from '../../src/run/setup.ts';
import { bodyFault } from '../../src/run/task-body.ts';
import { parse } from '../../src/schema/fault.ts';
import { descriptorNames } from '../../src/sim/descriptor.ts';
import { createTaskEnvironment } from '../../src/sim/environment.ts';
import { gaits } from '../../src/sim/gait/names.ts';
import { type Episode, type EpisodeRequest, rollout, type Setup } from '../../src/sim/rollout.ts';
import { sensorsIn, type Task } from '../../src/sim/task.ts';
import { tasks } from '../../src/sim/tasks.ts';

const DURATION = 4;
const taskNames = Object.keys(tasks);
const pairs = Object.keys(bodies).flatMap((body) =>
  taskNames.filter((task) => bodyFault(body, task) === '').map((task) => [body, task] as const),
);

const setup = (body: string, task: string, settings: object = {}): Setup =>
  setupOf(parseExperiment({ body, task: { name: task, duration: DURATION, ...settings }, brain: { name: 'linear' } }));

/** A request with random genome number `k`. */
function request({ brain }: Setup, k: number, seed = k, record = false): EpisodeRequest {
  const rng = stream(k, 'genome');
  const genome = Float32Array.from({ length: brain.parameterCount }, () => rng.normal());
  return { genome, seed, statistics: null, record };
}

describe.each(pairs)('%s × %s', (body, task) => {
  const here = setup(body, task);
  const { plan, settings } = here;
  const sensors = sensorsIn(here.task, plan, settings);
  const controlTimestep = settings.controlEvery / settings.physicsRate;
  const episodes = new Map<number, Episode>();
  beforeAll(() => {
    for (const k of [0, 1, 2, 3, 4, 5]) episodes.set(k, rollout(here, request(here, k)));
  });

  test('has finite, varying observations with unique names', () => {
    const names = sensors.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const observed = [...episodes.values()].map(({ observed }) => observed).reduce(merge);
    expect(observed.count).toBeGreaterThan(50);
    expect(observed.mean.length).toBe(names.length);
    expect(observed.mean.every(Number.isFinite) && observed.squares.every(Number.isFinite)).toBe(true);
    // The farthest ray passes over level ground and only detects obstacles, which some creatures never reach.
    const farthestRay = `ground ahead ${settings.sight}`;
    // A ring touches the ground with its top once it has rolled half around, which untrained brains hardly do.
    const isTop = (name: string) => plan.name === 'hoop' && /^segment [5-8] touches$/.test(name);
    const still = names.filter((name, i) => name !== farthestRay && !isTop(name) && !(observed.squares[i]! > 0));
    expect(still).toEqual([]);
  });

  test('ends in time, with plausible metrics', () => {
    for (const { evaluation } of episodes.values()) {
      const { steps, ending, fitness, metrics, descriptor, hash } = evaluation;
      expect(steps).toBeGreaterThan(0);
      expect(steps).toBeLessThanOrEqual(Math.round(DURATION / controlTimestep));
      expect(['terminated', 'truncated']).toContain(ending);
      expect(Number.isFinite(fitness)).toBe(true);
      expect(hash).toMatch(/^[0-9a-f]{16}$/);
      const { dutyFactors, gait, ...numbers } = metrics;
      expect(Object.values(numbers).every(Number.isFinite)).toBe(true);
      const { name, phaseLags, foreHindLag, ...measures } = gait;
      expect(Object.values(measures).flat().every(Number.isFinite) && name in gaits).toBe(true);
      expect([gait.dutyFactors.length, phaseLags.length]).toEqual([legsOf(plan).length, legsOf(plan).length]);
      expect(metrics.duration).toBeCloseTo(steps * controlTimestep, 9);
      expect(metrics.speed).toBeCloseTo(metrics.distance / metrics.duration, 9);
      expect(metrics.energy).toBeGreaterThan(0);
      expect(metrics.costOfTransport).toBeGreaterThanOrEqual(0);
      expect(metrics.falls).toBe(ending === 'terminated' ? 1 : 0);
      expect(dutyFactors.length).toBe(plan.parts.filter(({ role }) => role === 'foot').length);
      for (const share of [...dutyFactors, ...gait.dutyFactors, ...descriptor]) {
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
      }
      expect(descriptor.length).toBe(descriptorNames.length);
    }
  });

  test('gives the same episode again after others, and another one for another seed', () => {
    const [b, t] = pairs.at(-1)!;
    const elsewhere = setup(b, t, { duration: 1 });
    rollout(elsewhere, request(elsewhere, 2));
    expect(rollout(setup(body, task), request(here, 1))).toEqual(episodes.get(1));
    expect(rollout(here, request(here, 1, 2)).evaluation.hash).not.toBe(episodes.get(1)!.evaluation.hash);
  });
});

/** Each body with the first task, and the first body with each task. */
const some = pairs.filter(([body, task]) => body === pairs[0]![0] || task === pairs[0]![1]);

describe.each(some)('%s × %s', (body, task) => {
  const here = setup(body, task);
  const { plan, settings } = here;

  test('is not changed by recording, and the last frame is the final state', () => {
    const given = request(here, 1);
    const { recording, ...rest } = rollout(here, { ...given, record: true });
    const { evaluation, observed } = rollout(here, given);
    expect(rest).toEqual({ evaluation, observed, trace: '' });
    expect(rollout(here, { ...given, trace: true }).evaluation).toEqual(evaluation);

    const environment = createTaskEnvironment(plan, here.task, settings);
    const policy = here.brain.createPolicy(given.genome);
    const action = new Float64Array(actuatorCount(plan));
    let timeStep = environment.reset(given.seed);
    while (!timeStep.terminated && !timeStep.truncated) {
      policy(timeStep.observation, action);
      timeStep = environment.step(action);
    }
    const { physics, terrain } = environment.state();
    const last = plan.parts.flatMap((_, i) => [physics.x(i), physics.y(i), physics.angle(i)]);
    expect(Array.from(recording!.poses.slice(-last.length))).toEqual(last);
    expect(Array.from(recording!.contacts.slice(-plan.parts.length))).toEqual(
      plan.parts.map((_, i) => Number(physics.touches(i))),
    );
    expect(recording!.frameCount).toBe(rest.evaluation.steps * settings.controlEvery);
    expect(recording!.terrain).toEqual(terrain);
  });

  test('shares no array between two episodes, nor with the request', () => {
    const given = request(here, 1, 1, true);
    const before = structuredClone(given);
    const expected = structuredClone(rollout(here, given));
    const overwritten = rollout(here, given);
    const { evaluation, observed, recording } = overwritten;
    for (const array of [
      ...[observed.mean, observed.squares, evaluation.descriptor, evaluation.metrics.dutyFactors],
      ...[recording!.poses, recording!.actions, recording!.contacts, recording!.terrain.points],
    ])
      array.fill(-99);
    recording!.terrain.blocks.length = 0;
    expect(rollout(here, given)).toEqual(expected);
    expect(given).toEqual(before);
  });
});

describe.each(Object.entries(bodies))('%s', (name, plan) => {
  test('is a valid plan with a name and a description', () => {
    expect(parse(bodyPlanSchema, plan)).toEqual(plan);
    expect(plan.name).toBe(name);
    expect(plan.about).toMatch(/\.$/);
  });
});

describe.each(Object.entries<Task>(tasks))('%s', (name, task) => {
  const hasDifficulty = 'difficulty' in (parse(task.settings, {}) as object);
  const ground = (seed: number, difficulty: number) =>
    task.terrain(parse(task.settings, hasDifficulty ? { difficulty } : {}), stream(seed, 'terrain'));

  test('has a name, a description and valid defaults', () => {
    expect(task.name).toBe(name);
    expect(task.title).not.toBe('');
    expect(task.about).toMatch(/[.?]$/);
    expect(() => parse(task.settings, { unknownKey: 1 })).toThrow('unknownKey is not a known setting');
  });

  test('has the same ground for the same seed, and another one for another seed', () => {
    expect(ground(1, 0.5)).toEqual(ground(1, 0.5));
    expect(ground(2, 0.5)).not.toEqual(ground(1, 0.5));
  });

  test('has level ground to start on and ground up to its end, at any difficulty', () => {
    for (const difficulty of [0, 0.5, 1]) {
      for (const seed of [1, 2, 3]) {
        const { points, blocks, friction, end, start = [0, 0] } = ground(seed, difficulty);
        expect(points.every(Number.isFinite)).toBe(true);
        const x = points.filter((_, i) => i % 2 === 0);
        for (let i = 1; i < x.length; i++) expect(x[i]!).toBeGreaterThan(x[i - 1]!);
        // Level under every body, and for a first step.
        const level = points.filter((_, i) => i % 2 === 1 && points[i - 1]! < start[0] + 4);
        expect(new Set(level).size).toBe(1);
        expect(x[0]!).toBeLessThan(start[0] - 4);
        expect(blocks.every((block) => block.x - block.width / 2 > 3 && block.height > 0)).toBe(true);
        expect(end).toBeGreaterThan(10);
        expect(x.at(-1)!).toBeGreaterThan(end);
        expect(friction).toBeGreaterThan(0);
      }
    }
  });
});
