import * as v from 'valibot';
import { type BodyPlan, bodyPlanSchema } from '../creature/body-plan.ts';
import { faultSentence } from '../schema/fault.ts';
import { assembled } from './assemble.ts';
import type { Drawing } from './drawing.ts';
import { faultsIn } from './faults.ts';
import type { Finding } from './finding.ts';

type Outcome = { plan: BodyPlan; faults: readonly [] } | { plan: undefined; faults: readonly Finding[] };

/** Drawings are never changed, so what becomes of one is computed once. */
const known = new WeakMap<Drawing, Outcome>();

/** The body of a drawing, or what keeps it from being one. A drawing that was a body plan and was not changed gives that plan. */
export function bodyPlanOf(drawing: Drawing): Outcome {
  const found = known.get(drawing) ?? computed(drawing);
  known.set(drawing, found);
  return found;
}

function computed(drawing: Drawing): Outcome {
  const faults = faultsIn(drawing);
  if (faults.length > 0) return { plan: undefined, faults };
  const result = v.safeParse(bodyPlanSchema, assembled(drawing));
  if (result.success) return { plan: result.output, faults: [] };
  const words = `It is no body yet: ${faultSentence(result.issues[0])}.`;
  return { plan: undefined, faults: [{ id: 'plan', severity: 'fault', words, parts: [], joints: [], remedies: [] }] };
}
