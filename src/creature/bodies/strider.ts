import type { BodyPlan, Joint, Part } from '../body-plan.ts';
import { hinge, limb, plate } from './build.ts';

const HIP = 1.1;
const KNEE = 0.6;
const ANKLE = 0.12;
const SHOULDER = 1.48;

/** Thigh, shin, foot and arm of one side. */
function side(name: 'left' | 'right'): { parts: Part[]; joints: Joint[] } {
  const layer = name === 'left' ? 1 : -1;
  const [thigh, shin, foot, arm] = [`${name} thigh`, `${name} shin`, `${name} foot`, `${name} arm`];
  return {
    parts: [
      limb(thigh, [0, HIP], [0, KNEE], [0.28, 0.2], { role: 'limb', density: 8, layer }),
      limb(shin, [0, KNEE], [0, ANKLE], [0.2, 0.13], { role: 'limb', density: 8, layer }),
      plate(
        foot,
        [0, ANKLE],
        [
          [-0.16, 0],
          [0.34, 0],
          [0.36, 0.06],
          [0.1, 0.19],
          [-0.12, 0.19],
          [-0.19, 0.1],
        ],
        { role: 'foot', density: 8, friction: 1, layer },
      ),
      limb(arm, [0.02, SHOULDER], [0.06, 0.98], [0.15, 0.12], { role: 'limb', density: 4, layer }),
    ],
    joints: [
      hinge(`${name} hip`, 'torso', thigh, { anchor: [0, HIP], limits: [-0.6, 0.8], torque: 110, speed: 3 }),
      hinge(`${name} knee`, thigh, shin, { anchor: [0, KNEE], limits: [-1.4, 0], torque: 80, speed: 4 }),
      hinge(`${name} ankle`, shin, foot, { anchor: [0, ANKLE], limits: [-0.6, 0.5], torque: 90, speed: 3 }),
      hinge(`${name} shoulder`, 'torso', arm, { anchor: [0.02, SHOULDER], limits: [-0.8, 0.9], torque: 3, speed: 3 }),
    ],
  };
}

const left = side('left');
const right = side('right');

/** Two legs with knees and feet, arms and a large head: the proportions of a child of two years, twice as tall. */
export const strider: BodyPlan = {
  name: 'strider',
  title: 'Strider',
  about: 'Upright on two feet, with arms to swing: like a toddler.',
  parts: [
    plate(
      'torso',
      [0, 1.35],
      [
        [-0.16, 1.0],
        [0.16, 1.0],
        [0.27, 1.14],
        [0.27, 1.32],
        [0.17, 1.56],
        [-0.12, 1.58],
        [-0.22, 1.4],
        [-0.24, 1.12],
      ],
      { role: 'torso', density: 17 },
    ),
    {
      name: 'head',
      shape: { kind: 'circle', radius: 0.29 },
      position: [0.05, 1.81],
      angle: 0,
      density: 3,
      friction: 0.8,
      role: 'torso',
      layer: 0,
      eye: { position: [0.13, 0.03], radius: 0.07 },
    },
    ...left.parts,
    ...right.parts,
  ],
  joints: [
    hinge('neck', 'torso', 'head', { anchor: [0.02, 1.54], limits: [-0.15, 0.15], torque: 15, speed: 2 }),
    ...left.joints,
    ...right.joints,
  ],
};
