import type { BodyPlan } from '../../src/creature/body-plan.ts';
import { actuatorCount } from '../../src/creature/muscle.ts';
import { type Drawing, emptyDrawing } from '../../src/drawing/drawing.ts';
import { apply } from '../../src/drawing/edit.ts';
import { inspect } from '../../src/drawing/inspect.ts';
import { bodyPlanOf } from '../../src/drawing/plan.ts';
import { stream } from '../../src/math/rng.ts';
import { parseExperiment } from '../../src/run/experiment.ts';
import { setupOf } from '../../src/run/setup.ts';
import { createTaskEnvironment } from '../../src/sim/environment.ts';
import '../../src/sim/reference-at-hand.ts';
import { randomEdit } from './random-edits.ts';

/** Applies the best remedies until nothing is found; undefined when that does not help. */
function mended(drawing: Drawing): Drawing | undefined {
  let result = drawing;
  for (let i = 0; i < 30; i++) {
    const findings = inspect(result);
    if (findings.length === 0) return result;
    const remedy = findings.flatMap(({ remedies }) => remedies[0] ?? [])[0];
    if (remedy === undefined) return undefined;
    try {
      result = apply(result, remedy.edit);
    } catch {
      return undefined;
    }
  }
  return undefined;
}

/** A body drawn by chance, mended until the lint finds nothing; undefined when that fails. */
export function cleanBody(seed: number, edits = 40): BodyPlan | undefined {
  const rng = stream(seed, 'body');
  let drawing: Drawing = emptyDrawing;
  for (let i = 0; i < edits; i++) {
    try {
      drawing = apply(
        drawing,
        randomEdit(drawing, () => rng.next()),
      );
    } catch {
      // Another edit may fit.
    }
  }
  const clean = mended(drawing);
  return clean && bodyPlanOf(clean).plan;
}

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
