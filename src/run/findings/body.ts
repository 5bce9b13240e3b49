import type { BodyPlan } from '../../creature/body-plan.ts';
import { type Lint, lint } from '../../creature/lint.ts';
import { bodyOf } from '../experiment.ts';
import type { Finding, Remedy, RunCourse } from '../finding.ts';
import { bodyFor } from '../task-body.ts';

const why: Record<Lint['id'], string> = {
  weak: 'No brain can hold up what the muscles cannot. Stronger joints or lighter parts help; so does less gravity.',
  reach: 'What touches the ground first is no foot, so it falls or lies before it has taken a step.',
  room: 'A motor that cannot turn does nothing, and still costs effort and knobs.',
  loose: 'The joint holds all the same, but with a lever that nobody sees, and the creature looks broken.',
  hidden: 'It does no harm, and weighs what it weighs. Move it, make it larger, or take it away.',
  many: 'Each part makes a step of the physics dearer and the search longer.',
};

/** What is unwise about the body, whatever the run has come to. */
export function bodyFindings({ experiment }: RunCourse): Finding[] {
  const plan = bodyOf(experiment);
  const gravity = Number(experiment.task.gravity ?? 10);
  return lint(plan, gravity).map((each) => ({
    id: `body-${each.id}`,
    severity: each.id === 'weak' || each.id === 'reach' ? 'serious' : 'hint',
    words: each.words,
    why: why[each.id],
    remedies: each.factor === undefined || bodyFor(experiment.task.name) ? [] : [stronger(plan, each.factor)],
  }));
}

/** The torque of the strongest muscle that a plan may have, N·m. */
const MOST = 10_000;

function stronger(plan: BodyPlan, factor: number): Remedy {
  const times = Number(factor.toPrecision(2));
  const joints = plan.joints.map((joint) => ({ ...joint, torque: Math.min(MOST, joint.torque * times) }));
  return {
    kind: 'restart',
    words: `Start again with muscles ${times} times as strong`,
    changes: {},
    body: { ...plan, joints },
  };
}
