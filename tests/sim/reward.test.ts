import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { hasFallen, progressOf, progressReward } from '../../src/sim/reward.ts';
import type { SimState } from '../../src/sim/sim-state.ts';
import type { RewardFunction } from '../../src/sim/task.ts';
import { jump } from '../../src/sim/tasks/jump.ts';
import { puppet, puppetWith } from '../creature/puppet.ts';
import { moment } from './fake.ts';
import { level, settingsWith } from './ground.ts';

/** A judge that is asked for progress first, as the environment asks. */
const asking = ({ progress, reward }: RewardFunction) => ({
  progress,
  reward: (situation: SimState) => reward(situation, progress(situation)),
});

describe('progress and care', () => {
  const leaning = puppetWith(({ parts }) => {
    parts[0]!.angle = 0.25;
  });
  const judge = () =>
    asking(progressReward(settingsWith({ energyCost: 0.125, postureCost: 0.5 }), ({ time }) => 2 * time));
  const at = (time: number, angle: number, action: number[]) =>
    moment({ angle: () => angle, plan: leaning }, { time, action });

  test('pays metres, takes off effort, and leaning more than before', () => {
    const { reward, progress } = judge();
    // 2 m gained; both joints used by 1 in sum; leans by 0.5 from its standing 0.25.
    expect(reward(at(1, 0.75, [0.5, -0.5]))).toBe(2 - 0.125 - 0.25);
    // 4 m gained; leans less by 0.25, which is paid back.
    expect(reward(at(3, 0, [0, 0]))).toBe(4 + 0.125);
    // 2 m lost, leaning as before.
    expect(reward(at(2, 0.5, [1, 0]))).toBe(-2 - 0.125);
    expect(progress(at(2, 0, [0, 0]))).toBe(4);
  });

  test('effort beyond full is effort in full, as the motors take it', () => {
    expect(judge().reward(at(0, 0.25, [-3, 1]))).toBe(-0.25);
  });

  test('over a life it comes to the end alone, whatever the way there', () => {
    const { reward } = judge();
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

  test('each life has a judge of its own', () => {
    const [one, other] = [judge(), judge()];
    one.reward(at(5, 0.25, [0, 0]));
    expect(other.reward(at(1, 0.25, [0, 0]))).toBe(2);
  });
});

describe('the way made good', () => {
  /** The puppet so many metres on, each foot so far from where it stood, and which of them are down. */
  const at = (root: number, hind: number, fore: number, down: number[] = [1, 2], plan = puppet) =>
    moment({ plan, x: (i) => [root, hind - 0.8, fore + 0.8][i]!, touches: (i) => down.includes(i) }, { startX: 0 });

  test('is the mean of the root and of where each foot has stood at its farthest', () => {
    const progress = progressOf();
    expect(progress(at(0, 0, 0))).toBeCloseTo(0, 12);
    expect(progress(at(3, 1, 5))).toBeCloseTo((3 + 1 + 5) / 3, 12);
    // Feet in the air hold nothing new; what was held is kept, going back too.
    expect(progress(at(6, 9, 9, []))).toBeCloseTo((6 + 1 + 5) / 3, 12);
    expect(progress(at(2, -1, 7, [1]))).toBeCloseTo((2 + 1 + 5) / 3, 12);
    expect(progress(at(2, -1, 7))).toBeCloseTo((2 + 1 + 7) / 3, 12);
  });

  test('can be asked twice at a moment, and each life has a way of its own', () => {
    const progress = progressOf();
    const first = progress(at(3, 3, 3));
    expect(progress(at(3, 3, 3))).toBe(first);
    expect(progressOf()(at(0, 0, 0))).toBeCloseTo(0, 12);
  });

  test('of a body without feet is the root’s', () => {
    const footless = puppetWith(({ parts }) => {
      for (const part of parts) part.role = 'limb';
    });
    expect(progressOf()(at(4, 9, 9, [1, 2], footless))).toBe(4);
  });
});

describe('a fall', () => {
  const up = { x: () => 0, y: () => 1 };

  test('is a torso on the ground, no foot and no limb', () => {
    expect(hasFallen(moment({ ...up, touches: (i) => i === 0 }))).toBe(true);
    expect(hasFallen(moment({ ...up, touches: (i) => i !== 0 }))).toBe(false);
    const backed = puppetWith(({ parts }) => {
      parts[2]!.role = 'torso';
    });
    expect(hasFallen(moment({ ...up, plan: backed, touches: (i) => i === 2 }))).toBe(true);
  });

  test('is a drop out of the world: a metre under the ground', () => {
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
  const judge = () => asking(jump.judge(v.parse(jump.settings, { energyCost: 0, postureCost: 0 })));
  const at = (rise: number, isDown: boolean, time = 1) =>
    moment(
      { x: () => 3, y: () => 2 + 1 + rise, angle: () => 0, touches: (i) => isDown && i === 1 },
      { terrain: level(2), standingHeight: 1, time },
    );

  test('counts the highest leap, and a stretch with a foot down for a fifth', () => {
    const { reward, progress } = judge();
    expect(reward(at(-0.5, true))).toBe(0);
    expect(reward(at(0.5, true))).toBeCloseTo(0.1, 12);
    expect(reward(at(0.4, true))).toBe(0);
    expect(reward(at(0.3, false))).toBeCloseTo(0.2, 12);
    expect(reward(at(0.1, false))).toBe(0);
    expect(reward(at(0.9, false))).toBeCloseTo(0.6, 12);
    expect(progress(at(0, true))).toBeCloseTo(0.9, 12);
  });

  test('does not count being set down at the start as a leap', () => {
    expect(judge().reward(at(0.5, false, 0.2))).toBeCloseTo(0.1, 12);
  });

  test('each life has a peak of its own', () => {
    const settings = v.parse(jump.settings, { energyCost: 0, postureCost: 0 });
    jump.judge(settings).progress(at(5, false));
    expect(jump.judge(settings).progress(at(0.5, false))).toBeCloseTo(0.5, 12);
  });
});
