import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { forwardProgress, hasFallen, progressReward } from '../../src/sim/reward.ts';
import type { SimState } from '../../src/sim/sim-state.ts';
import type { RewardFunction } from '../../src/sim/task.ts';
import { jump } from '../../src/sim/tasks/jump.ts';
import { puppet, puppetWith } from '../creature/puppet.ts';
import { moment } from './fake.ts';
import { level } from './ground.ts';

/** Calls `progress` before `reward`, as the environment does. */
const inOrder = ({ progress, reward }: Pick<RewardFunction, 'progress' | 'reward'>) => ({
  progress,
  reward: (state: SimState) => reward(state, progress(state)),
});

describe('the reward by progress', () => {
  const leaning = puppetWith(({ parts }) => {
    parts[0]!.angle = 0.25;
  });
  const create = () => inOrder(progressReward(({ time }) => 2 * time, { energyCost: 0.125, postureCost: 0.5 }));
  const at = (time: number, angle: number, action: number[]) =>
    moment({ angle: () => angle, plan: leaning }, { time, action });

  test('is metres, minus effort, minus leaning more than before', () => {
    const { reward, progress } = create();
    // 2 m gained; both joints used by 1 in sum; leans by 0.5 from its standing 0.25.
    expect(reward(at(1, 0.75, [0.5, -0.5]))).toBe(2 - 0.125 - 0.25);
    // 4 m gained; leans less by 0.25, which returns its cost.
    expect(reward(at(3, 0, [0, 0]))).toBe(4 + 0.125);
    // 2 m lost, leaning as before.
    expect(reward(at(2, 0.5, [1, 0]))).toBe(-2 - 0.125);
    expect(progress(at(2, 0, [0, 0]))).toBe(4);
  });

  test('counts an action beyond 1 as 1, as the motors do', () => {
    expect(create().reward(at(0, 0.25, [-3, 1]))).toBe(-0.25);
  });

  test('depends in sum only on the last state', () => {
    const { reward } = create();
    let sum = 0;
    for (const [time, angle] of [
      [1, 2],
      [-4, -1],
      [0.5, 0],
      [3, 0.25],
    ])
      sum += reward(at(time!, angle!, [0, 0]));
    expect(sum).toBe(6);
  });

  test('of one episode does not depend on another', () => {
    const [one, other] = [create(), create()];
    one.reward(at(5, 0.25, [0, 0]));
    expect(other.reward(at(1, 0.25, [0, 0]))).toBe(2);
  });
});

describe('forward progress', () => {
  /** The puppet with its root and each foot moved by so many metres, and the feet that touch the ground. */
  const at = (root: number, hind: number, fore: number, down: number[] = [1, 2], plan = puppet) =>
    moment({ plan, x: (i) => [root, hind - 0.8, fore + 0.8][i]!, touches: (i) => down.includes(i) }, { startX: 0 });

  test('is the mean of the root and of the farthest foothold of each foot', () => {
    const progress = forwardProgress();
    expect(progress(at(0, 0, 0))).toBeCloseTo(0, 12);
    expect(progress(at(3, 1, 5))).toBeCloseTo((3 + 1 + 5) / 3, 12);
    // Feet in the air make no new foothold; old ones count, also on the way back.
    expect(progress(at(6, 9, 9, []))).toBeCloseTo((6 + 1 + 5) / 3, 12);
    expect(progress(at(2, -1, 7, [1]))).toBeCloseTo((2 + 1 + 5) / 3, 12);
    expect(progress(at(2, -1, 7))).toBeCloseTo((2 + 1 + 7) / 3, 12);
  });

  test('is the same when read twice, and does not depend on another episode', () => {
    const progress = forwardProgress();
    const first = progress(at(3, 3, 3));
    expect(progress(at(3, 3, 3))).toBe(first);
    expect(forwardProgress()(at(0, 0, 0))).toBeCloseTo(0, 12);
  });

  test('of a body without feet is the root’s distance', () => {
    const footless = puppetWith(({ parts }) => {
      for (const part of parts) part.role = 'limb';
    });
    expect(forwardProgress()(at(4, 9, 9, [1, 2], footless))).toBe(4);
  });
});

describe('a fall', () => {
  const up = { x: () => 0, y: () => 1 };

  test('is a torso on the ground, not a foot or a limb', () => {
    expect(hasFallen(moment({ ...up, touches: (i) => i === 0 }))).toBe(true);
    expect(hasFallen(moment({ ...up, touches: (i) => i !== 0 }))).toBe(false);
    const backed = puppetWith(({ parts }) => {
      parts[2]!.role = 'torso';
    });
    expect(hasFallen(moment({ ...up, plan: backed, touches: (i) => i === 2 }))).toBe(true);
  });

  test('is a root a metre below the ground', () => {
    const touches = () => false;
    const hole = { ...level(), points: Float64Array.of(-9, 0, 1, 0, 1.01, -4, 3, -4, 3.01, 0, 9, 0) };
    expect(hasFallen(moment({ x: () => 0, y: () => -0.9, touches }, { terrain: hole }))).toBe(false);
    expect(hasFallen(moment({ x: () => 0, y: () => -1.1, touches }, { terrain: hole }))).toBe(true);
    expect(hasFallen(moment({ x: () => 2, y: () => -3, touches }, { terrain: hole }))).toBe(false);
    expect(hasFallen(moment({ x: () => 2, y: () => -5.1, touches }, { terrain: hole }))).toBe(true);
    expect(hasFallen(moment({ x: () => 99, y: () => -1.1, touches }))).toBe(true);
  });
});

describe('jump', () => {
  const create = () => inOrder(jump.rewardFunction(v.parse(jump.settings, { energyCost: 0, postureCost: 0 })));
  const at = (rise: number, isDown: boolean, time = 1) =>
    moment(
      { x: () => 3, y: () => 2 + 1 + rise, angle: () => 0, touches: (i) => isDown && i === 1 },
      { terrain: level(2), standingHeight: 1, time },
    );

  test('counts the highest jump, and a fifth of a rise with a foot on the ground', () => {
    const { reward, progress } = create();
    expect(reward(at(-0.5, true))).toBe(0);
    expect(reward(at(0.5, true))).toBeCloseTo(0.1, 12);
    expect(reward(at(0.4, true))).toBe(0);
    expect(reward(at(0.3, false))).toBeCloseTo(0.2, 12);
    expect(reward(at(0.1, false))).toBe(0);
    expect(reward(at(0.9, false))).toBeCloseTo(0.6, 12);
    expect(progress(at(0, true))).toBeCloseTo(0.9, 12);
  });

  test('does not count the landing at the start as a jump', () => {
    expect(create().reward(at(0.5, false, 0.2))).toBeCloseTo(0.1, 12);
  });

  test('of one episode does not depend on another', () => {
    const settings = v.parse(jump.settings, { energyCost: 0, postureCost: 0 });
    jump.rewardFunction(settings).progress(at(5, false));
    expect(jump.rewardFunction(settings).progress(at(0.5, false))).toBeCloseTo(0.5, 12);
  });
});
