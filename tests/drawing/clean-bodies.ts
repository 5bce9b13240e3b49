import type { BodyPlan } from '../../src/creature/body-plan.ts';
import { type Drawing, emptyDrawing } from '../../src/drawing/drawing.ts';
import { apply } from '../../src/drawing/edit.ts';
import { inspect } from '../../src/drawing/inspect.ts';
import { bodyPlanOf } from '../../src/drawing/plan.ts';
import { stream } from '../../src/math/rng.ts';
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
