import { describe, expect, test } from 'vitest';
import { createTaskEnvironment } from '../../src/sim/environment.ts';
import { risingShare, supportAt, trainingSettings } from '../../src/sim/training.ts';
import { puppet, puppetWith } from '../creature/puppet.ts';
import { level, settingsWith, walkOn } from './ground.ts';

describe('support', () => {
  const settings = settingsWith({ support: 2, supportHold: 10, supportDecay: 0.5, supportEnd: 13 });

  test('is full at first, then less by a share, and none from a generation on', () => {
    expect([0, 9, 10, 11, 12, 13, 500].map((g) => supportAt(settings, g))).toEqual([2, 2, 2, 1, 0.5, 0, 0]);
  });

  test('is none where none is asked for, or when it ends before it begins', () => {
    expect(supportAt(settingsWith(), 0)).toBe(0);
    expect(supportAt({ ...settings, supportEnd: 0 }, 0)).toBe(0);
  });

  /** A block on one narrow leg, which tips over to the side it leans to. */
  const tippy = puppetWith(({ parts, joints }) => {
    parts[1]!.shape = { kind: 'box', width: 0.1, height: 0.8 };
    parts[1]!.position = [-0.05, 0.4];
    joints[0]!.anchor = [-0.05, 0.8];
    joints[0]!.limits = [0, 0];
    parts.splice(2);
    joints.splice(1);
  });
  const seconds = (supportInForce: number) => {
    const environment = createTaskEnvironment(tippy, walkOn(level()), {
      ...settingsWith({ duration: 5 }),
      supportInForce,
    });
    let timeStep = environment.reset(1);
    while (!timeStep.terminated && !timeStep.truncated) timeStep = environment.step(new Float64Array(1));
    return environment.state().time;
  };

  test('keeps a body upright that falls without', () => {
    expect(seconds(0)).toBeLessThan(3);
    expect(seconds(1)).toBe(5);
  });

  test('is not given to whatever does not say which generation it is of', () => {
    const asked = { ...settingsWith({ duration: 5, support: 1 }) };
    const environment = createTaskEnvironment(tippy, walkOn(level()), asked);
    let timeStep = environment.reset(1);
    while (!timeStep.terminated && !timeStep.truncated) timeStep = environment.step(new Float64Array(1));
    expect(timeStep.terminated).toBe(true);
  });
});

test('a share rises evenly and stays within 0 and 1', () => {
  expect([0, 15, 20, 25, 35, 90].map((g) => risingShare(g, 15, 35))).toEqual([0, 0, 0.25, 0.5, 1, 1]);
  expect([4, 5].map((g) => risingShare(g, 4, 4))).toEqual([0, 1]);
});

describe('training settings', () => {
  test('without schedules are the settings, unaided', () => {
    const settings = settingsWith({ duration: 7 });
    expect(trainingSettings(settings, 3)).toEqual({ ...settings, supportInForce: 0, gaitWeight: 1 });
  });

  test('let episodes grow to their full length', () => {
    const settings = settingsWith({ duration: 10, firstDuration: 5, durationGrowth: 80 });
    expect([0, 40, 80, 900].map((g) => trainingSettings(settings, g).duration)).toEqual([5, 7.5, 10, 10]);
    expect(trainingSettings({ ...settings, firstDuration: 20 }, 0).duration).toBe(10);
  });

  test('let the gait count more and more, where a task says from when to when', () => {
    const settings = { ...settingsWith(), gaitFrom: 15, gaitTo: 70 };
    expect([15, 42.5, 70].map((g) => trainingSettings(settings, g).gaitWeight)).toEqual([0, 0.5, 1]);
  });
});

test('what an episode is worth beside its steps is added to its last one, once', () => {
  const finished: number[] = [];
  const task = walkOn(level(), {
    rewardFunction: () => ({
      progress: () => 0,
      reward: () => 1,
      terminated: () => false,
      finalReward: ({ time }) => finished.push(time) * 100,
    }),
  });
  const environment = createTaskEnvironment(puppet, task, settingsWith({ duration: 1, stagnation: 5 }));
  const rewards: number[] = [];
  let timeStep = environment.reset(1);
  while (!timeStep.truncated) {
    timeStep = environment.step(new Float64Array(2));
    rewards.push(timeStep.reward);
  }
  expect(rewards.slice(-2)).toEqual([1, 101]);
  expect(finished).toEqual([1]);
});
