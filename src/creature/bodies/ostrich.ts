import type { BodyPlan, Joint, Part } from '../body-plan.ts';
import { hinge, limb, plate } from './build.ts';

const HIP: [number, number] = [0.02, 1.28];
const HOCK: [number, number] = [-0.2, 0.72];
const TOE: [number, number] = [0.04, 0.12];

/** Drumstick, shank and toes. The joint that bends backward is a bird's ankle; its knee is hidden by feathers. */
function leg(side: 'left' | 'right'): { parts: Part[]; joints: Joint[] } {
  const layer = side === 'left' ? 1 : -1;
  const [drumstick, shank, toes] = [`${side} drumstick`, `${side} shank`, `${side} toes`];
  return {
    parts: [
      limb(drumstick, HIP, HOCK, [0.34, 0.12], { role: 'limb', density: 6, layer }),
      limb(shank, HOCK, TOE, [0.11, 0.1], { role: 'limb', density: 8, layer }),
      plate(
        toes,
        TOE,
        [
          [-0.1, 0],
          [0.34, 0],
          [0.36, 0.05],
          [0.1, 0.18],
          [-0.02, 0.18],
          [-0.12, 0.07],
        ],
        { role: 'foot', density: 8, friction: 1, layer },
      ),
    ],
    joints: [
      hinge(`${side} hip`, 'torso', drumstick, { anchor: HIP, limits: [-0.6, 0.7], torque: 100, speed: 3 }),
      hinge(`${side} hock`, drumstick, shank, { anchor: HOCK, limits: [-0.7, 0.5], torque: 90, speed: 4 }),
      hinge(`${side} toe`, shank, toes, { anchor: TOE, limits: [-0.8, 0.5], torque: 80, speed: 3 }),
    ],
  };
}

const left = leg('left');
const right = leg('right');

/** A small body on long legs, with a long neck in front. */
export const ostrich: BodyPlan = {
  name: 'ostrich',
  title: 'Ostrich',
  about: 'Long legs that bend the other way, and a neck to match.',
  verb: 'runs',
  parts: [
    plate(
      'torso',
      [-0.02, 1.42],
      [
        [-0.28, 1.17],
        [0.2, 1.15],
        [0.45, 1.3],
        [0.52, 1.5],
        [0.3, 1.66],
        [-0.15, 1.7],
        [-0.55, 1.58],
        [-0.58, 1.38],
      ],
      { role: 'torso', density: 15 },
    ),
    limb('neck', [0.58, 2.15], [0.42, 1.45], [0.1, 0.17], { role: 'limb', density: 3 }),
    plate(
      'head',
      [0.62, 2.2],
      [
        [0.5, 2.1],
        [0.72, 2.1],
        [0.96, 2.17],
        [0.94, 2.21],
        [0.7, 2.32],
        [0.56, 2.32],
        [0.47, 2.22],
      ],
      { role: 'torso', density: 3, eye: { position: [0.06, 0.04], radius: 0.05 } },
    ),
    plate(
      'tail',
      [-0.6, 1.55],
      [
        [-0.5, 1.4],
        [-0.46, 1.62],
        [-0.8, 1.82],
        [-0.92, 1.72],
        [-0.84, 1.52],
      ],
      { role: 'limb', density: 3 },
    ),
    ...left.parts,
    ...right.parts,
  ],
  joints: [
    hinge('neck', 'torso', 'neck', { anchor: [0.43, 1.48], limits: [-0.15, 0.15], torque: 30, speed: 2 }),
    hinge('head', 'neck', 'head', { anchor: [0.58, 2.15], limits: [-0.25, 0.25], torque: 4, speed: 3 }),
    hinge('tail', 'torso', 'tail', { anchor: [-0.5, 1.52], limits: [-0.35, 0.25], torque: 3, speed: 3 }),
    ...left.joints,
    ...right.joints,
  ],
};
