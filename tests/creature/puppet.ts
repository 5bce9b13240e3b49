import { type BodyPlan, bodyPlanSchema } from '../../src/creature/body-plan.ts';
import { parse } from '../../src/schema/fault.ts';

/** A block with a foot at each end: a minimal body for tests. */
export const puppet: BodyPlan = parse(bodyPlanSchema, {
  name: 'puppet',
  title: 'Puppet',
  parts: [
    { ...part('trunk', [0, 1]), shape: { kind: 'box', width: 2, height: 0.5 }, role: 'torso' },
    { ...part('hind', [-0.8, 0.4]), shape: { kind: 'box', width: 0.4, height: 0.8 }, role: 'foot' },
    { ...part('fore', [0.8, 0.4]), shape: { kind: 'box', width: 0.4, height: 0.8 }, role: 'foot' },
  ],
  joints: [hinge('hind hip', 'hind', [-0.8, 0.8]), hinge('fore hip', 'fore', [0.8, 0.8])],
});

function part(name: string, position: [number, number]) {
  return { name, position, angle: 0, density: 1, friction: 1 };
}

function hinge(name: string, child: string, anchor: [number, number]) {
  return { name, parent: 'trunk', child, anchor, limits: [-0.5, 0.7], torque: 20, speed: 5 };
}

/** The puppet with a change. */
export function puppetWith(change: (plan: BodyPlan) => void): BodyPlan {
  const plan = structuredClone(puppet);
  change(plan);
  return plan;
}
