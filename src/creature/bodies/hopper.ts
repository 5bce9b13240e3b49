import type { BodyPlan } from '../body-plan.ts';
import { hinge, limb, plate } from './build.ts';

/** A kangaroo: one strong leg, which stands for a pair seen from the side, and a heavy tail for balance. */
export const hopper: BodyPlan = {
  name: 'hopper',
  title: 'Hopper',
  about: 'One mighty leg and a heavy tail: a kangaroo.',
  verb: 'hops',
  parts: [
    plate(
      'torso',
      [0, 1.15],
      [
        [-0.2, 0.74],
        [0.12, 0.74],
        [0.28, 0.92],
        [0.36, 1.3],
        [0.34, 1.58],
        [0.22, 1.62],
        [-0.14, 1.22],
        [-0.3, 0.9],
      ],
      { role: 'torso', density: 22 },
    ),
    plate(
      'head',
      [0.42, 1.75],
      [
        [0.22, 1.54],
        [0.5, 1.58],
        [0.74, 1.64],
        [0.76, 1.71],
        [0.52, 1.88],
        [0.34, 1.9],
        [0.24, 1.78],
      ],
      { role: 'torso', density: 10, eye: { position: [0.07, 0.03], radius: 0.05 } },
    ),
    limb('ear', [0.22, 2.16], [0.32, 1.84], [0.07, 0.12], { role: 'limb', density: 2, layer: 1 }),
    limb('arm', [0.26, 1.46], [0.5, 1.14], [0.12, 0.08], { role: 'limb', density: 4, layer: 1 }),
    limb('tail', [-0.16, 0.88], [-1.05, 0.42], [0.3, 0.08], { role: 'limb', density: 14 }),
    limb('thigh', [-0.06, 0.9], [0.3, 0.66], [0.4, 0.26], { role: 'limb', density: 10, layer: 1 }),
    limb('shin', [0.3, 0.66], [-0.12, 0.2], [0.22, 0.13], { role: 'limb', density: 8, layer: 1 }),
    plate(
      'foot',
      [0.1, 0.06],
      [
        [-0.16, 0],
        [0.46, 0],
        [0.5, 0.05],
        [0.2, 0.19],
        [-0.08, 0.27],
        [-0.2, 0.22],
      ],
      { role: 'foot', density: 8, friction: 1, layer: 1 },
    ),
  ],
  joints: [
    hinge('neck', 'torso', 'head', { anchor: [0.28, 1.57], limits: [-0.2, 0.2], torque: 20, speed: 2 }),
    hinge('ear', 'head', 'ear', { anchor: [0.31, 1.86], limits: [-0.25, 0.4], torque: 0.5, speed: 3 }),
    hinge('shoulder', 'torso', 'arm', { anchor: [0.26, 1.46], limits: [-0.7, 0.6], torque: 3, speed: 3 }),
    hinge('tail', 'torso', 'tail', { anchor: [-0.16, 0.88], limits: [-0.5, 0.4], torque: 90, speed: 4 }),
    hinge('hip', 'torso', 'thigh', { anchor: [-0.06, 0.9], limits: [-1.2, 0.5], torque: 150, speed: 8 }),
    hinge('knee', 'thigh', 'shin', { anchor: [0.3, 0.66], limits: [-0.5, 1.3], torque: 150, speed: 8 }),
    hinge('ankle', 'shin', 'foot', { anchor: [-0.12, 0.2], limits: [-1.1, 0.4], torque: 110, speed: 8 }),
  ],
};
