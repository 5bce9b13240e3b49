import type { BodyPlan, Joint, Part } from '../body-plan.ts';
import { limb, plate } from './build.ts';

const HIP = 2.2;
const KNEE = 1.1;

/**
 * Thigh and shin of one side, as long and strong as those of Gymnasium's BipedalWalker. They bend less: a creature that can
 * fold its legs learns to walk on its shins.
 */
function leg(side: 'left' | 'right'): { parts: Part[]; joints: Joint[] } {
  const layer = side === 'left' ? 1 : -1;
  const thigh = `${side} thigh`;
  const shin = `${side} shin`;
  return {
    parts: [
      limb(thigh, [0, HIP], [0, KNEE], [0.36, 0.24], { role: 'limb', layer }),
      limb(shin, [0, KNEE], [0, 0], [0.24, 0.18], { role: 'foot', layer }),
    ],
    joints: [
      {
        name: `${side} hip`,
        parent: 'torso',
        child: thigh,
        anchor: [0, HIP],
        limits: [-0.5, 0.8],
        torque: 80,
        speed: 4,
      },
      { name: `${side} knee`, parent: thigh, child: shin, anchor: [0, KNEE], limits: [-0.9, 0], torque: 80, speed: 6 },
    ],
  };
}

const left = leg('left');
const right = leg('right');

/** Two legs with knees under a plump body. */
export const biped: BodyPlan = {
  name: 'biped',
  title: 'Biped',
  about: 'Two legs with knees.',
  parts: [
    plate(
      'torso',
      [0, 2.5],
      [
        [-0.75, 2.2],
        [0.55, 2.2],
        [0.85, 2.4],
        [0.85, 2.65],
        [0.5, 2.95],
        [-0.4, 2.95],
        [-0.85, 2.75],
        [-0.95, 2.4],
      ],
      { role: 'torso', density: 5, eye: { position: [0.52, 0.16], radius: 0.1 } },
    ),
    ...left.parts,
    ...right.parts,
  ],
  joints: [...left.joints, ...right.joints],
};
