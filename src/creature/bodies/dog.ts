import type { BodyPlan, Joint, Part, Point } from '../body-plan.ts';
import { hinge, limb, plate } from './build.ts';

/** Thigh and shin of one leg, connected to one half of the body. */
function leg(name: string, parent: string, hip: Point, knee: Point, paw: Point, bend: [number, number]) {
  const layer = name.startsWith('left') ? 1 : -1;
  const [upper, lower] = [`${name} thigh`, `${name} shin`];
  const parts: Part[] = [
    limb(upper, hip, knee, [0.24, 0.14], { role: 'limb', density: 8, layer }),
    limb(lower, knee, paw, [0.13, 0.12], { role: 'foot', density: 8, friction: 1, layer }),
  ];
  const joints: Joint[] = [
    hinge(`${name} hip`, parent, upper, { anchor: hip, limits: [-0.6, 0.6], torque: 60, speed: 5 }),
    hinge(`${name} knee`, upper, lower, { anchor: knee, limits: bend, torque: 50, speed: 6 }),
  ];
  return { parts, joints };
}

const legs = (['left', 'right'] as const).flatMap((side) => [
  leg(`${side} fore`, 'chest', [0.42, 0.8], [0.36, 0.42], [0.44, 0], [-0.2, 0.45]),
  leg(`${side} hind`, 'loins', [-0.52, 0.82], [-0.42, 0.44], [-0.56, 0], [-0.45, 0.3]),
]);

/** A terrier. A flexible joint between chest and loins lets it gallop. */
export const dog: BodyPlan = {
  name: 'dog',
  title: 'Dog',
  about: 'Four legs, a supple spine, a tail to wag.',
  verb: 'trots',
  parts: [
    plate(
      'chest',
      [0.3, 0.88],
      [
        [-0.02, 0.72],
        [0.3, 0.62],
        [0.52, 0.68],
        [0.64, 0.86],
        [0.62, 1.1],
        [0.46, 1.2],
        [0, 1.06],
        [-0.1, 0.9],
      ],
      { role: 'torso', density: 16 },
    ),
    plate(
      'loins',
      [-0.3, 0.9],
      [
        [-0.58, 0.72],
        [-0.3, 0.72],
        [0.06, 0.76],
        [0.12, 0.92],
        [0.04, 1.05],
        [-0.5, 1.04],
        [-0.68, 0.96],
        [-0.7, 0.84],
      ],
      { role: 'torso', density: 14 },
    ),
    plate(
      'head',
      [0.8, 1.28],
      [
        [0.52, 1.04],
        [0.78, 1.08],
        [1.1, 1.16],
        [1.16, 1.22],
        [1.14, 1.3],
        [0.9, 1.46],
        [0.66, 1.46],
        [0.54, 1.3],
      ],
      { role: 'torso', density: 8, eye: { position: [0.06, 0.06], radius: 0.05 } },
    ),
    limb('ear', [0.66, 1.42], [0.55, 1.14], [0.1, 0.17], { role: 'limb', density: 2, layer: 1 }),
    limb('tail', [-1.0, 1.34], [-0.64, 0.96], [0.06, 0.12], { role: 'limb', density: 3 }),
    ...legs.flatMap(({ parts }) => parts),
  ],
  joints: [
    hinge('spine', 'chest', 'loins', { anchor: [0, 0.92], limits: [-0.4, 0.4], torque: 90, speed: 5 }),
    hinge('neck', 'chest', 'head', { anchor: [0.55, 1.12], limits: [-0.25, 0.2], torque: 25, speed: 2 }),
    hinge('ear', 'head', 'ear', { anchor: [0.65, 1.4], limits: [-0.8, 0.4], torque: 0.3, speed: 3 }),
    hinge('tail', 'loins', 'tail', { anchor: [-0.66, 0.98], limits: [-0.6, 0.5], torque: 3, speed: 6 }),
    ...legs.flatMap(({ joints }) => joints),
  ],
};
