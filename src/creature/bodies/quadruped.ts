import type { BodyPlan, Joint, Part, Point } from '../body-plan.ts';
import { hinge, limb, plate } from './build.ts';

/** Thigh and shin of one leg. Forelegs fold backward at the knee, hind legs forward at the hock. */
function leg(name: string, hip: Point, knee: Point, hoof: Point, bend: [number, number]) {
  const layer = name.startsWith('left') ? 1 : -1;
  const [upper, lower] = [`${name} thigh`, `${name} shin`];
  const parts: Part[] = [
    limb(upper, hip, knee, [0.32, 0.16], { role: 'limb', density: 8, layer }),
    limb(lower, knee, hoof, [0.15, 0.13], { role: 'foot', density: 8, friction: 1, layer }),
  ];
  const joints: Joint[] = [
    hinge(`${name} hip`, 'torso', upper, { anchor: hip, limits: [-0.6, 0.6], torque: 100, speed: 5 }),
    hinge(`${name} knee`, upper, lower, { anchor: knee, limits: bend, torque: 80, speed: 6 }),
  ];
  return { parts, joints };
}

const legs = (['left', 'right'] as const).flatMap((side) => [
  leg(`${side} fore`, [0.5, 1.05], [0.52, 0.54], [0.5, 0], [-0.9, 0.1]),
  leg(`${side} hind`, [-0.52, 1.1], [-0.66, 0.55], [-0.58, 0], [-0.2, 0.6]),
]);

/** Four legs under a stiff back, with the proportions of a pony. */
export const quadruped: BodyPlan = {
  name: 'quadruped',
  title: 'Quadruped',
  about: 'Four legs under one stiff back: a pony.',
  parts: [
    plate(
      'torso',
      [0, 1.2],
      [
        [-0.5, 0.92],
        [0.35, 0.88],
        [0.66, 0.98],
        [0.74, 1.25],
        [0.6, 1.5],
        [0, 1.52],
        [-0.6, 1.47],
        [-0.8, 1.2],
      ],
      { role: 'torso', density: 12 },
    ),
    plate(
      'head',
      [1.05, 1.85],
      [
        [1.3, 1.54],
        [1.4, 1.58],
        [1.42, 1.68],
        [1.16, 1.98],
        [1.0, 2.08],
        [0.86, 1.96],
        [0.9, 1.8],
      ],
      { role: 'torso', density: 6, eye: { position: [0.05, 0.06], radius: 0.055 } },
    ),
    limb('neck', [0.98, 1.86], [0.58, 1.32], [0.24, 0.42], { role: 'limb', density: 6 }),
    limb('tail', [-0.7, 1.4], [-1.05, 0.72], [0.14, 0.2], { role: 'limb', density: 2 }),
    ...legs.flatMap(({ parts }) => parts),
  ],
  joints: [
    hinge('neck', 'torso', 'neck', { anchor: [0.6, 1.35], limits: [-0.2, 0.15], torque: 40, speed: 2 }),
    hinge('head', 'neck', 'head', { anchor: [0.97, 1.86], limits: [-0.2, 0.2], torque: 10, speed: 2 }),
    hinge('tail', 'torso', 'tail', { anchor: [-0.7, 1.38], limits: [-0.7, 0.4], torque: 2, speed: 3 }),
    ...legs.flatMap(({ joints }) => joints),
  ],
};
