import type { BodyPlan } from '../creature/body-plan.ts';
import { hiddenPart, hingesInAir, type Lint, lint, stiffJoints } from '../creature/lint.ts';
import { leastThickness, thickness, thin } from '../creature/thin.ts';
import { adviceOn } from './advice.ts';
import type { Drawing } from './drawing.ts';
import type { Finding } from './finding.ts';
import { bodyPlanOf } from './plan.ts';
import { reattached, stretched, stronger, thickened, weakJoints, withFeet, withRoom } from './remedies.ts';

/** Physics steps a second in most tasks. */
const PHYSICS_RATE = 60;
const WARNINGS: readonly Lint['id'][] = ['weak', 'reach', 'thin'];

type About = Pick<Finding, 'parts' | 'joints' | 'remedies'>;

/** What a finding about a valid body is about, and what helps. */
function aboutLint({ id }: Lint, plan: BodyPlan, gravity: number): About {
  const names = <Each extends { name: string }>(all: readonly Each[]) => all.map(({ name }) => name);
  switch (id) {
    case 'weak':
      return { parts: [], joints: names(weakJoints(plan, gravity)), remedies: stronger(plan, gravity) };
    case 'reach':
      return { parts: [], joints: [], remedies: withFeet(plan) };
    case 'room': {
      const stiff = stiffJoints(plan);
      return { parts: [], joints: names(stiff), remedies: withRoom(stiff) };
    }
    case 'loose': {
      const joints = hingesInAir(plan);
      return { parts: [], joints: names(joints), remedies: reattached(plan, joints) };
    }
    case 'thin': {
      const parts = plan.parts.filter(({ shape }) => thickness(shape) < leastThickness(PHYSICS_RATE));
      return { parts: names(parts), joints: [], remedies: thickened(parts, leastThickness(PHYSICS_RATE)) };
    }
    case 'hidden': {
      const [inner] = hiddenPart(plan)!;
      const edit = { kind: 'part', names: [inner.name], to: { layer: inner.layer === 1 ? 0 : 1 } } as const;
      return { parts: [inner.name], joints: [], remedies: [{ words: `Draw the ${inner.name} in front`, edit }] };
    }
    case 'muscle-rest':
      return { parts: [], joints: [], remedies: stretched(plan) };
    default:
      return { parts: [], joints: [], remedies: [] };
  }
}

/**
 * Everything to say about a drawing, worst first: what keeps it from being a body, or else what keeps the body from walking, and
 * advice. Each with edits that help, where some do. @param gravity m/s²
 */
export function inspect(drawing: Drawing, gravity = 10): Finding[] {
  const { plan, faults } = bodyPlanOf(drawing);
  if (plan === undefined) return [...faults];
  const isThin = thin(plan, PHYSICS_RATE);
  const lints = [...lint(plan, gravity), ...(isThin ? [isThin] : [])].map((each): Finding => {
    const severity = WARNINGS.includes(each.id) ? 'warning' : 'advice';
    return { id: each.id, severity, words: each.words, ...aboutLint(each, plan, gravity) };
  });
  const all = [...lints, ...adviceOn(plan)];
  return [
    ...all.filter(({ severity }) => severity === 'warning'),
    ...all.filter(({ severity }) => severity === 'advice'),
  ];
}
