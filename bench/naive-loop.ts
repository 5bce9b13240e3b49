import { develop } from '../src/creature/genome.ts';
import { seedOf, stream } from '../src/math/rng.ts';
import { type Replay, testBatch } from '../src/run/replay.ts';
import { setupOf } from '../src/run/setup.ts';
import { createGaitMeter } from '../src/sim/gait/meter.ts';
import { createNormaliser } from '../src/sim/normaliser.ts';
import { sensesOf } from '../src/sim/sensors.ts';
import type { Timing } from './loops.ts';
import { createNaivePhysics } from './naive-physics.ts';

/** The same walker on the same terrain with unmodified planck; only the time in `world.step` counts. */
export function naiveLoop(replay: Replay): Timing {
  const seeds = Array.from({ length: 24 }, (_, i) => seedOf(1, 'bench', i));
  const { experiment, requests } = testBatch(replay, seeds);
  const { plan, brain, task, settings } = setupOf(experiment);
  const { sensors, observe } = sensesOf(plan, settings);
  const raw = new Float64Array(sensors.length);
  const observation = new Float64Array(sensors.length);
  const action = new Float64Array(plan.joints.length);
  const stepCount = Math.round((settings.duration * settings.physicsRate) / settings.controlEvery);
  const sample = { steps: 0, seconds: 0 };
  for (const { genome, seed, statistics } of requests) {
    const { policy } = develop(plan, brain, genome);
    const normalise = createNormaliser(statistics);
    const terrain = task.terrain(settings, stream(seed, 'terrain'));
    const physics = createNaivePhysics(plan, terrain, settings);
    physics.push(settings.startPush * (2 * stream(seed, 'start').next() - 1), 0);
    const startX = physics.x(0);
    const gait = createGaitMeter(plan, settings.physicsRate);
    const state = { physics, terrain, time: 0, standingHeight: physics.y(0), startX, action, effort: action, gait };
    for (let i = 0; i < stepCount && !physics.touches(0); i++) {
      observe(state, raw);
      normalise(raw, observation);
      policy(observation, action);
      physics.drive(action);
      const started = performance.now();
      for (let k = 0; k < settings.controlEvery; k++) physics.step();
      sample.seconds += (performance.now() - started) / 1000;
      sample.steps += settings.controlEvery;
    }
  }
  return sample;
}
