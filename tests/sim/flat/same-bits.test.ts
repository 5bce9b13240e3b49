import * as v from 'valibot';
import { expect, test } from 'vitest';
import { bodies } from '../../../src/creature/bodies.ts';
import type { BodyPlan } from '../../../src/creature/body-plan.ts';
import { seedOf, stream } from '../../../src/math/rng.ts';
import type { EpisodeSettings, Task } from '../../../src/sim/task.ts';
import { tasks } from '../../../src/sim/tasks.ts';
import { level } from '../ground.ts';
import { compareWorlds } from './same-world.ts';

// `npm run bench:physics` compares more: all combinations, for millions of steps.

const STEPS = 120;

test.each(Object.keys(tasks) as (keyof typeof tasks)[])('every body on the ground of %s has planck’s bits', (name) => {
  const task = tasks[name] as Task;
  for (const [k, plan] of (Object.values(bodies) as BodyPlan[]).entries()) {
    const seed = seedOf(1, name, plan.name);
    const chosen = { ...(v.parse(task.settings, {}) as EpisodeSettings), difficulty: 0.8 };
    const settings: EpisodeSettings = {
      ...(task.episodeSettings?.(chosen) ?? chosen),
      continuous: k % 2 === 0,
      sleep: k % 3 === 0,
      drive: k % 5 < 2 ? 'servo' : 'torque',
    };
    const found = compareWorlds(plan, task.terrain(chosen, stream(seed, 'terrain')), settings, {
      seed,
      steps: STEPS,
      driveEvery: 1 + 6 * (k % 4),
      pushEvery: 23,
      push: [k % 3, 0],
    });
    expect(found.difference, `${plan.name}, ${name}`).toBe('');
    expect([found.steps, found.handedOver]).toEqual([STEPS, false]);
    expect(found.touching).toBeGreaterThan(STEPS / 3);
  }
});

test('the last step’s impulses count in planck’s proportion, which rounding makes less than 1 at some rates', () => {
  const physicsRate = 99;
  const timestep = 1 / physicsRate;
  expect(timestep * (1 / timestep)).toBeLessThan(1);
  const settings = { gravity: 10, physicsRate, velocityIterations: 8, positionIterations: 3, continuous: false };
  const treatment = { seed: 1, steps: 60, driveEvery: 9, pushEvery: 0, push: [1, 0] as const };
  expect(compareWorlds(bodies.biped, level(), settings, treatment).difference).toBe('');
});
