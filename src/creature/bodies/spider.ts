import type { BodyPlan, Point } from '../body-plan.ts';
import { hinge, limb, oval } from './build.ts';

/** Hip, knee and tip of each leg of one side, from front to back. */
const LEGS: [hip: Point, knee: Point, tip: Point][] = [
  [
    [0.34, 0.66],
    [0.86, 1.12],
    [1.32, 0],
  ],
  [
    [0.22, 0.6],
    [0.52, 1.16],
    [0.74, 0],
  ],
  [
    [0.02, 0.6],
    [-0.2, 1.16],
    [-0.34, 0],
  ],
  [
    [-0.12, 0.66],
    [-0.56, 1.12],
    [-0.98, 0],
  ],
];

const legs = (['left', 'right'] as const).flatMap((side) =>
  LEGS.map(([hip, knee, tip], i) => {
    const layer = side === 'left' ? 1 : -1;
    const [upper, lower] = [`${side} thigh ${i + 1}`, `${side} shin ${i + 1}`];
    const forward = i < 2;
    return {
      parts: [
        limb(upper, hip, knee, [0.13, 0.1], { role: 'limb', density: 3, layer }),
        limb(lower, knee, tip, [0.1, 0.06], { role: 'foot', density: 3, friction: 1, layer }),
      ],
      joints: [
        hinge(`${side} hip ${i + 1}`, 'head', upper, { anchor: hip, limits: [-0.5, 0.5], torque: 40, speed: 4 }),
        hinge(`${side} knee ${i + 1}`, upper, lower, {
          anchor: knee,
          limits: forward ? [-0.6, 0.5] : [-0.5, 0.6],
          torque: 30,
          speed: 5,
        }),
      ],
    };
  }),
);

/** A garden spider: eight long legs with knees higher than its back, and a round abdomen. */
export const spider: BodyPlan = {
  name: 'spider',
  title: 'Spider',
  about: 'Eight legs with knees above its body.',
  verb: 'scuttles',
  parts: [
    oval('head', [0.22, 0.65], [0.8, 0.44], {
      role: 'torso',
      density: 11,
      eye: { position: [0.27, 0.05], radius: 0.06 },
    }),
    oval('abdomen', [-0.5, 0.78], [0.92, 0.68], { role: 'torso', density: 6 }, 0.15),
    ...legs.flatMap(({ parts }) => parts),
  ],
  joints: [
    hinge('waist', 'head', 'abdomen', { anchor: [-0.12, 0.68], limits: [-0.15, 0.2], torque: 40, speed: 2 }),
    ...legs.flatMap(({ joints }) => joints),
  ],
};
