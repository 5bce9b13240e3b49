import { describe, expect, test } from 'vitest';
import { createEnvironment, type Environment, type TimeStep } from '../../src/sim/environment.ts';
import { progressReward } from '../../src/sim/reward.ts';
import type { SimState } from '../../src/sim/sim-state.ts';
import type { EpisodeSettings, Task } from '../../src/sim/task.ts';
import type { Terrain } from '../../src/sim/terrain.ts';
import { puppet, puppetWith } from '../creature/puppet.ts';
import { level, settingsWith, walkOn } from './ground.ts';

/** Its legs cannot bend: it stands. */
const statue = puppetWith(({ joints }) => {
  for (const joint of joints) joint.limits = [0, 0];
});
const still = Float64Array.of(0, 0);
const make = (task: Task, settings: Partial<EpisodeSettings> = {}, plan = statue) =>
  createEnvironment(plan, task, settingsWith(settings));

/** Lives until the end, at most 1000 steps; how many there were and how it ended. */
function live(environment: Environment, action = still, each: (timeStep: TimeStep) => void = () => {}) {
  environment.reset(1);
  for (let steps = 1; steps <= 1000; steps++) {
    const timeStep = environment.step(action);
    each(timeStep);
    const { terminated, truncated } = timeStep;
    if (terminated || truncated) return { steps, terminated, truncated };
  }
  throw new Error('it has no end');
}
/** A task in which progress is what is said, and nothing else counts. */
const progressing = (progress: (situation: SimState) => number) =>
  walkOn(level(), { judge: () => ({ progress, reward: () => 0, fallen: () => false }) });

describe('a life ends', () => {
  test('with its time', () => {
    expect(live(make(walkOn(level()), { duration: 3 }))).toEqual({ steps: 90, terminated: false, truncated: true });
    const fine = { duration: 2, physicsRate: 120, controlEvery: 3 };
    expect(live(make(walkOn(level()), fine))).toMatchObject({ steps: 80 });
  });

  test('after so long without five centimetres of progress', () => {
    const cut = (progress: (situation: SimState) => number) =>
      live(make(progressing(progress), { stagnation: 0.5 })).steps;
    expect(cut(() => 0)).toBe(15);
    expect(cut(() => -7)).toBe(15);
    // Two centimetres a step until 30, of which every third step is five more than before.
    expect(cut(({ time }) => Math.min(time, 1) * 0.6)).toBe(30 + 15);
    // Four centimetres at once and then no more.
    expect(cut(({ time }) => (time > 0.1 ? 0.04 : 0))).toBe(15);
    // What was lost must be regained first.
    expect(cut(({ time }) => (time < 0.21 ? 3 * time : time / 2))).toBe(6 + 15);
  });

  test('at the end of the ground', () => {
    const end = { ...level(), end: -1 };
    expect(live(make(walkOn(end)))).toEqual({ steps: 1, terminated: false, truncated: true });
  });

  test('by a fall, at once', () => {
    const onItsBack = puppetWith(({ parts, joints }) => {
      parts[1]!.role = 'torso';
      for (const joint of joints) joint.limits = [0, 0];
    });
    const { steps, terminated, truncated } = live(make(walkOn(level()), {}, onItsBack));
    expect({ terminated, truncated }).toEqual({ terminated: true, truncated: false });
    expect(steps).toBeLessThan(4);
  });

  test('by dropping out of the world', () => {
    const island: Terrain = { ...level(), points: Float64Array.of(-20, 0, -10, 0) };
    const { steps, terminated } = live(make(walkOn(island)));
    expect(terminated).toBe(true);
    // From a metre over where the ground would be to a metre under it: 2 m at 10 m/s² take 0.63 s.
    expect(steps).toBe(19);
  });
});

test('a fall is not fined: rewards add up to the progress made and the care taken', () => {
  const tottering = puppetWith(({ parts, joints }) => {
    parts[1]!.position = joints[0]!.anchor = [-0.1, 0.4];
    parts[2]!.position = joints[1]!.anchor = [0.1, 0.4];
  });
  const byRoot = walkOn(level(), {
    judge: (settings) => progressReward(settings, ({ physics, startX }) => physics.x(0) - startX),
  });
  const environment = make(byRoot, { energyCost: 0.01, postureCost: 0.3, startPush: 2 }, tottering);
  const action = Float64Array.of(1, -0.5);
  let sum = 0;
  const { steps, terminated } = live(environment, action, ({ reward }) => {
    sum += reward;
  });
  expect(terminated).toBe(true);
  const { physics, startX } = environment.situation();
  const lean = Math.abs(physics.angle(0));
  expect(lean).toBeGreaterThan(0.1);
  expect(sum).toBeCloseTo(physics.x(0) - startX - 0.3 * lean - 0.01 * 1.5 * steps, 9);
});

describe('a reset', () => {
  test('begins the same life again, whatever came before', () => {
    const environment = createEnvironment(puppet, walkOn(level()), settingsWith({ startPush: 1 }));
    const life = (seed: number) => {
      const observations = [environment.reset(seed).observation.slice()];
      for (let t = 0; t < 30; t++) observations.push(environment.step(Float64Array.of(1, -1)).observation.slice());
      return observations;
    };
    const first = life(7);
    const other = life(8);
    expect(other).not.toEqual(first);
    expect(life(7)).toEqual(first);
  });

  test('forgets time, standstill and what was paid', () => {
    const environment = make(walkOn(level()), { stagnation: 0.5, postureCost: 1 });
    const rewards = () => {
      const found: number[] = [];
      live(environment, still, ({ reward }) => found.push(reward));
      return found;
    };
    const first = rewards();
    expect(first.length).toBe(15);
    expect(rewards()).toEqual(first);
    expect(environment.reset(1)).toMatchObject({ reward: 0, terminated: false, truncated: false });
    expect(environment.situation().time).toBe(0);
  });

  test('pushes by chance, up to what is set, the same for the same seed', () => {
    const pushed = (seed: number, startPush: number) => {
      const environment = make(walkOn(level()), { startPush });
      environment.reset(seed);
      return environment.situation().physics.vx(0);
    };
    const speeds = Array.from({ length: 50 }, (_, seed) => pushed(seed, 0.5));
    expect(Math.max(...speeds)).toBeLessThanOrEqual(0.5);
    expect(Math.max(...speeds)).toBeGreaterThan(0.4);
    expect(Math.min(...speeds)).toBeGreaterThanOrEqual(-0.5);
    expect(Math.min(...speeds)).toBeLessThan(-0.4);
    expect(pushed(3, 0.5)).toBe(speeds[3]);
    expect(pushed(3, 0)).toBe(0);
  });
});

test('each thought lasts as many physics steps as set, and an action holds until the next', () => {
  const seen: { time: number; action: number[] }[] = [];
  const settings = settingsWith({ controlEvery: 3, physicsRate: 90 });
  const environment = createEnvironment(statue, walkOn(level()), settings, ({ time, action }) =>
    seen.push({ time, action: Array.from(action) }),
  );
  expect(environment.controlTimestep).toBeCloseTo(1 / 30, 12);
  environment.reset(1);
  const action = Float64Array.of(0.5, 0);
  environment.step(action);
  action[0] = -0.25;
  environment.step(action);
  expect(seen.map((each) => each.action[0])).toEqual([0.5, 0.5, 0.5, -0.25, -0.25, -0.25]);
  expect(environment.situation().time).toBeCloseTo(2 / 30, 12);
});

describe('what it feels', () => {
  test('is named in its order: posture, joints, feet, then rays and clock when asked for', () => {
    const body = ['body angle', 'body turning', 'forward speed', 'upward speed'];
    const joints = ['hind hip angle', 'hind hip speed', 'fore hip angle', 'fore hip speed'];
    const feet = ['hind touches', 'fore touches'];
    const names = (settings: Partial<EpisodeSettings>) =>
      make(walkOn(level()), settings).sensors.map(({ name }) => name);
    expect(names({})).toEqual([...body, ...joints, ...feet]);
    expect(names({ sight: 2, clock: 1 }).slice(10)).toEqual([
      'ground ahead 1',
      'ground ahead 2',
      'clock sine',
      'clock cosine',
    ]);
  });

  test('is what is so', () => {
    const environment = make(walkOn(level()), { clock: 2, startPush: 0.5 }, puppet);
    environment.reset(1);
    const { physics } = environment.situation();
    for (let t = 1; t <= 20; t++) {
      const { observation } = environment.step(Float64Array.of(1, -1));
      const truth = [
        ...[physics.angle(0), physics.omega(0), physics.vx(0), physics.vy(0)],
        ...[physics.jointAngle(0), physics.jointSpeed(0), physics.jointAngle(1), physics.jointSpeed(1)],
        ...[Number(physics.touches(1)), Number(physics.touches(2))],
      ];
      expect(Array.from(observation.slice(0, 10))).toEqual(truth);
      expect(observation[10]).toBeCloseTo(Math.sin((2 * Math.PI * 2 * t) / 30), 12);
      expect(observation[11]).toBeCloseTo(Math.cos((2 * Math.PI * 2 * t) / 30), 12);
    }
  });

  test('of sight: rays from the root, turned from straight down to nearly level, four standing heights long', () => {
    const environment = make(walkOn(level(3)), { sight: 2 });
    const { observation } = environment.reset(1);
    // Stands 1.01 m over the ground: a ray of 4.04 m at 0.7 rad meets it after 1.01 / cos(0.7).
    expect(observation[10]).toBeCloseTo(1 / (4 * Math.cos(0.7)), 9);
    expect(4 * Math.cos(1.4)).toBeLessThan(1);
    expect(observation[11]).toBe(1);

    const wall: Terrain = { ...level(), blocks: [{ x: 2.5, y: 2, width: 1, height: 4 }] };
    const before = make(walkOn(wall), { sight: 1 }).reset(1).observation;
    expect(before[10]).toBeCloseTo(2 / (4 * 1.01 * Math.sin(1.4)), 9);
  });
});
