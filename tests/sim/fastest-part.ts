import type { BodyPlan } from '../../src/creature/body-plan.ts';
import { actuatorCount } from '../../src/creature/muscle.ts';
import { stream } from '../../src/math/rng.ts';
import { parseExperiment } from '../../src/run/experiment.ts';
import { setupOf } from '../../src/run/setup.ts';
import { createTaskEnvironment } from '../../src/sim/environment.ts';
import '../../src/sim/reference-at-hand.ts';

/** Fastest part in 10 s of random actions, m/s; infinite when the simulation broke. Odd seeds hold each action for a while. */
export function fastestUnderChance(plan: BodyPlan, seed: number): number {
  const { task, settings } = setupOf(parseExperiment({ body: plan, task: { name: 'walk' } }));
  const environment = createTaskEnvironment(plan, task, settings);
  const rng = stream(seed, 'actions');
  const action = new Float64Array(actuatorCount(plan));
  environment.reset(seed);
  const { physics } = environment.state();
  let fastest = 0;
  for (let step = 0; step * environment.controlTimestep < 10; step++) {
    for (let j = 0; j < action.length; j++) {
      if (seed % 2 === 0) action[j] = 2 * rng.next() - 1;
      else if (rng.next() < 0.1) action[j] = rng.next() < 0.5 ? -1 : 1;
    }
    environment.step(action);
    for (let i = 0; i < plan.parts.length; i++) {
      const speed = Math.max(Math.abs(physics.vx(i)), Math.abs(physics.vy(i)));
      fastest = Math.max(fastest, physics.isBroken || Number.isNaN(speed) ? Number.POSITIVE_INFINITY : speed);
    }
  }
  physics.release();
  return fastest;
}
