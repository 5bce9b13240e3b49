import type { BodyPlan } from '../../creature/body-plan.ts';
import { type Lint, lint } from '../../creature/lint.ts';
import { thin } from '../../creature/thin.ts';
import { bodyOf } from '../experiment.ts';
import type { Experiment } from '../experiment-schema.ts';
import { type Finding, type Remedy, type RunCourse, setting } from '../finding.ts';
import { bodyFor } from '../task-body.ts';

const why: Record<Lint['id'], string> = {
  weak: 'No brain can lift more than the joints can. Stronger joints, lighter parts or less gravity help.',
  reach:
    'A part that is not a foot touches the ground first, so the creature falls or lies down before it has taken a step.',
  room: 'A joint that cannot turn does nothing, but still costs effort and needs knobs.',
  loose: 'The joint still holds, but at a distance that is not drawn, so the creature looks broken.',
  hidden: 'It does no harm, but it adds weight. Move it, enlarge it or remove it.',
  thin: 'In one physics step such a part can move by more than its thickness, so it can pass through the ground.',
  'muscle-anchor': 'The muscle still pulls, but at a point that is not drawn, so the creature looks broken.',
  'muscle-rest':
    'Its force falls to nothing at 0.44 and at 1.56 of its rest length. Give it the length as drawn as its rest length.',
  many: 'Each part makes the simulation slower and the search longer.',
};

/** Warnings about the body under the settings of its task, worst first. */
export function bodyLint(experiment: Experiment): Lint[] {
  const plan = bodyOf(experiment);
  const { gravity = 10, physicsRate = 60, continuous } = experiment.task;
  // Tasks without this setting have a body that fits their physics.
  const isThin = continuous === false ? thin(plan, Number(physicsRate)) : undefined;
  return [...lint(plan, Number(gravity)), ...(isThin ? [isThin] : [])];
}

/** Findings about the body; they do not depend on the run's results. */
export function bodyFindings({ experiment }: RunCourse): Finding[] {
  const plan = bodyOf(experiment);
  return bodyLint(experiment).map((each) => ({
    id: `body-${each.id}`,
    severity: each.id === 'weak' || each.id === 'reach' ? 'serious' : 'hint',
    words: each.words,
    why: why[each.id],
    remedies: remediesFor(each, plan, experiment),
  }));
}

function remediesFor({ id, factor }: Lint, plan: BodyPlan, experiment: Experiment): Remedy[] {
  if (id === 'thin') return setting(experiment, 'task.continuous', true);
  return factor === undefined || bodyFor(experiment.task.name) ? [] : [stronger(plan, factor)];
}

/** Maximum torque of a joint in a valid plan, N·m, and maximum strength of a muscle, N. */
const MAX_TORQUE = 10_000;

function stronger(plan: BodyPlan, factor: number): Remedy {
  const times = Number(factor.toPrecision(2));
  const joints = plan.joints.map((joint) => ({ ...joint, torque: Math.min(MAX_TORQUE, joint.torque * times) }));
  const muscles = plan.muscles?.map((muscle) => ({
    ...muscle,
    strength: Math.min(MAX_TORQUE, muscle.strength * times),
  }));
  return {
    kind: 'restart',
    words: `Restart with joints ${times} times as strong`,
    changes: {},
    body: { ...plan, joints, ...(muscles && { muscles }) },
  };
}
