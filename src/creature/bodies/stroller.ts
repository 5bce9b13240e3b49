import type { BodyPlan, Joint, Part } from '../body-plan.ts';
import { hinge, limb, plate } from './build.ts';

const HIP = 2.2;
const KNEE = 1.1;

/** The shin's lower end is an arc of this radius and half length, metres: a foot that rolls as a rocker does. */
const ROCKER = 0.4;
const HALF_FOOT = 0.2;

/** A shin that ends in a round foot; its own frame is in its middle. */
function shin(name: string, layer: 1 | -1): Part {
  const half = KNEE / 2;
  const arc = [-1, -0.6, -0.2, 0.2, 0.6, 1].map((share): [number, number] => {
    const x = HALF_FOOT * share;
    return [x, ROCKER - half - Math.sqrt(ROCKER * ROCKER - x * x)];
  });
  const vertices: [number, number][] = [...arc, [0.12, half], [-0.12, half]];
  return {
    ...{ name, shape: { kind: 'polygon', vertices }, position: [0, half], angle: 0 },
    ...{ density: 1, friction: 0.8, role: 'foot', layer },
  };
}

function leg(side: 'left' | 'right'): { parts: Part[]; joints: Joint[] } {
  const layer = side === 'left' ? 1 : -1;
  const [upper, lower] = [`${side} thigh`, `${side} shin`];
  return {
    parts: [limb(upper, [0, HIP], [0, KNEE], [0.36, 0.24], { role: 'limb', layer }), shin(lower, layer)],
    joints: [
      hinge(`${side} hip`, 'torso', upper, { anchor: [0, HIP], limits: [-0.5, 0.5], torque: 40, speed: 3.2 }),
      hinge(`${side} knee`, upper, lower, { anchor: [0, KNEE], limits: [-0.9, 0], torque: 40, speed: 4.8 }),
    ],
  };
}

const left = leg('left');
const right = leg('right');

/**
 * A body for walking: half the strength of the biped, round feet that roll, and a low centre of mass ahead of the hips, so
 * that the standing leg keeps it upright by pushing backwards.
 */
export const stroller: BodyPlan = {
  name: 'stroller',
  title: 'Stroller',
  about: 'Two legs with round feet, and its weight in front of its hips: made to walk.',
  parts: [
    plate(
      'torso',
      [0, 2.5],
      [
        [-0.48, 1.9],
        [0.82, 1.9],
        [1.12, 2.1],
        [1.12, 2.35],
        [0.77, 2.65],
        [-0.13, 2.65],
        [-0.58, 2.45],
        [-0.68, 2.1],
      ],
      { role: 'torso', density: 5, eye: { position: [0.79, -0.14], radius: 0.1 } },
    ),
    ...left.parts,
    ...right.parts,
  ],
  joints: [...left.joints, ...right.joints],
};
