import { describe, expect, test } from 'vitest';
import { createTaskEnvironment, type TaskEnvironment, type TimeStep } from '../../src/sim/environment.ts';
import { hasFallen, progressReward } from '../../src/sim/reward.ts';
import type { SimState } from '../../src/sim/sim-state.ts';
import type { EpisodeSettings, Task } from '../../src/sim/task.ts';
import type { Terrain } from '../../src/sim/terrain.ts';
import { puppet, puppetWith } from '../creature/puppet.ts';
import { level, settingsWith, walkOn } from './ground.ts';

/** The puppet with stiff joints: it stands still. */
const statue = puppetWith(({ joints }) => {
  for (const joint of joints) joint.limits = [0, 0];
});
const still = Float64Array.of(0, 0);
const make = (task: Task, settings: Partial<EpisodeSettings> = {}, plan = statue) =>
  createTaskEnvironment(plan, task, settingsWith(settings));

/** Runs an episode to its end, at most 1000 steps; returns their number and how it ended. */
function run(environment: TaskEnvironment, action = still, each: (timeStep: TimeStep) => void = () => {}) {
  environment.reset(1);
  for (let steps = 1; steps <= 1000; steps++) {
    const timeStep = environment.step(action);
    each(timeStep);
    const { terminated, truncated } = timeStep;
    if (terminated || truncated) return { steps, terminated, truncated };
  }
  throw new Error('the episode does not end');
}
/** A task with a given progress, without rewards and falls. */
const progressing = (progress: (state: SimState) => number) =>
  walkOn(level(), { rewardFunction: () => ({ progress, reward: () => 0, terminated: () => false }) });

describe('an episode ends', () => {
  test('at its time limit', () => {
    expect(run(make(walkOn(level()), { duration: 3 }))).toEqual({ steps: 90, terminated: false, truncated: true });
    const fine = { duration: 2, physicsRate: 120, controlEvery: 3 };
    expect(run(make(walkOn(level()), fine))).toMatchObject({ steps: 80 });
  });

  test('by stagnation: without five centimetres of progress for the set time', () => {
    const cut = (progress: (state: SimState) => number) => run(make(progressing(progress), { stagnation: 0.5 })).steps;
    expect(cut(() => 0)).toBe(15);
    expect(cut(() => -7)).toBe(15);
    // Two centimetres a step until step 30: every third step resets the timer.
    expect(cut(({ time }) => Math.min(time, 1) * 0.6)).toBe(30 + 15);
    // Four centimetres at once and then no more.
    expect(cut(({ time }) => (time > 0.1 ? 0.04 : 0))).toBe(15);
    // Lost progress must be regained first.
    expect(cut(({ time }) => (time < 0.21 ? 3 * time : time / 2))).toBe(6 + 15);
  });

  test('at the end of the course', () => {
    const end = { ...level(), end: -1 };
    expect(run(make(walkOn(end)))).toEqual({ steps: 1, terminated: false, truncated: true });
  });

  test('by a fall, at once', () => {
    const onItsBack = puppetWith(({ parts, joints }) => {
      parts[1]!.role = 'torso';
      for (const joint of joints) joint.limits = [0, 0];
    });
    const { steps, terminated, truncated } = run(make(walkOn(level()), {}, onItsBack));
    expect({ terminated, truncated }).toEqual({ terminated: true, truncated: false });
    expect(steps).toBeLessThan(4);
  });

  test('by a drop below the ground', () => {
    const island: Terrain = { ...level(), points: Float64Array.of(-20, 0, -10, 0) };
    const { steps, terminated } = run(make(walkOn(island)));
    expect(terminated).toBe(true);
    // From a metre above the level of the ground to a metre below it: 2 m at 10 m/s² take 0.63 s.
    expect(steps).toBe(19);
  });
});

test('a fall has no penalty: the rewards add up to progress minus the costs of lean and effort', () => {
  const tottering = puppetWith(({ parts, joints }) => {
    parts[1]!.position = joints[0]!.anchor = [-0.1, 0.4];
    parts[2]!.position = joints[1]!.anchor = [0.1, 0.4];
  });
  const byRoot = walkOn(level(), {
    rewardFunction: (costs) => ({
      ...progressReward(({ physics, startX }) => physics.x(0) - startX, costs),
      terminated: hasFallen,
    }),
  });
  const environment = make(byRoot, { energyCost: 0.01, postureCost: 0.3, startPush: 2 }, tottering);
  const action = Float64Array.of(1, -0.5);
  let sum = 0;
  const { steps, terminated } = run(environment, action, ({ reward }) => {
    sum += reward;
  });
  expect(terminated).toBe(true);
  const { physics, startX } = environment.state();
  const lean = Math.abs(physics.angle(0));
  expect(lean).toBeGreaterThan(0.1);
  expect(sum).toBeCloseTo(physics.x(0) - startX - 0.3 * lean - 0.01 * 1.5 * steps, 9);
});

describe('a reset', () => {
  test('starts the same episode again, whatever ran before', () => {
    const environment = createTaskEnvironment(puppet, walkOn(level()), settingsWith({ startPush: 1 }));
    const episode = (seed: number) => {
      const observations = [environment.reset(seed).observation.slice()];
      for (let t = 0; t < 30; t++) observations.push(environment.step(Float64Array.of(1, -1)).observation.slice());
      return observations;
    };
    const first = episode(7);
    const other = episode(8);
    expect(other).not.toEqual(first);
    expect(episode(7)).toEqual(first);
  });

  test('resets time, stagnation and costs', () => {
    const environment = make(walkOn(level()), { stagnation: 0.5, postureCost: 1 });
    const rewards = () => {
      const found: number[] = [];
      run(environment, still, ({ reward }) => found.push(reward));
      return found;
    };
    const first = rewards();
    expect(first.length).toBe(15);
    expect(rewards()).toEqual(first);
    expect(environment.reset(1)).toMatchObject({ reward: 0, terminated: false, truncated: false });
    expect(environment.state().time).toBe(0);
  });

  test('pushes at random up to the set speed, the same for the same seed', () => {
    const pushed = (seed: number, startPush: number) => {
      const environment = make(walkOn(level()), { startPush });
      environment.reset(seed);
      return environment.state().physics.vx(0);
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

test('a control step has the set number of physics steps, all with the same action', () => {
  const seen: { time: number; action: number[] }[] = [];
  const settings = settingsWith({ controlEvery: 3, physicsRate: 90 });
  const environment = createTaskEnvironment(statue, walkOn(level()), settings, ({ time, action }) =>
    seen.push({ time, action: Array.from(action) }),
  );
  expect(environment.controlTimestep).toBeCloseTo(1 / 30, 12);
  environment.reset(1);
  const action = Float64Array.of(0.5, 0);
  environment.step(action);
  action[0] = -0.25;
  environment.step(action);
  expect(seen.map((each) => each.action[0])).toEqual([0.5, 0.5, 0.5, -0.25, -0.25, -0.25]);
  expect(environment.state().time).toBeCloseTo(2 / 30, 12);
});

describe('the observation', () => {
  test('has names in its order: posture, joints, feet, then rays and clock if set', () => {
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

  test('equals the state of the physics', () => {
    const environment = make(walkOn(level()), { clock: 2, startPush: 0.5 }, puppet);
    environment.reset(1);
    const { physics } = environment.state();
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

  test('has rays from the root, from straight down to nearly level, four standing heights long', () => {
    const environment = make(walkOn(level(3)), { sight: 2 });
    const { observation } = environment.reset(1);
    // The root is 1.01 m above the ground: a ray of 4.04 m at 0.7 rad meets it after 1.01 / cos(0.7).
    expect(observation[10]).toBeCloseTo(1 / (4 * Math.cos(0.7)), 9);
    expect(4 * Math.cos(1.4)).toBeLessThan(1);
    expect(observation[11]).toBe(1);

    const wall: Terrain = { ...level(), blocks: [{ x: 2.5, y: 2, width: 1, height: 4 }] };
    const before = make(walkOn(wall), { sight: 1 }).reset(1).observation;
    expect(before[10]).toBeCloseTo(2 / (4 * 1.01 * Math.sin(1.4)), 9);
  });
});
