import type { BodyPlan, Joint, Part } from '../body-plan.ts';
import { hinge } from './build.ts';

/** Gymnasium's drawing units per metre. */
const SCALE = 30;
const LEG_WIDTH = 8 / SCALE;
const LEG_HEIGHT = 34 / SCALE;
/** Height of the hips above the hull's origin, metres. */
const LEG_DOWN = -8 / SCALE;
/** Height of the hull in Gymnasium's world, metres. Subtracted as there, so that heights are equal to the last bit. */
const HULL_Y = 400 / SCALE / 4 + 2 * LEG_HEIGHT;
const UPPER_Y = HULL_Y - LEG_HEIGHT / 2 - LEG_DOWN - HULL_Y;
const LOWER_Y = HULL_Y - (LEG_HEIGHT * 3) / 2 - LEG_DOWN - HULL_Y;
/** Initial angle of the legs, one backward and one forward, radians. */
const SPLAY = 0.05;

/** One leg. As in Gymnasium it starts inside the hull, and the first step pulls its joints together. */
function leg(side: 'left' | 'right', angle: number): { parts: Part[]; joints: Joint[] } {
  const layer = side === 'left' ? 1 : -1;
  const upper = `${side} upper leg`;
  const lower = `${side} lower leg`;
  const segment = (name: string, y: number, width: number, role: Part['role']): Part => ({
    name,
    shape: { kind: 'box', width, height: LEG_HEIGHT },
    position: [0, y],
    angle,
    density: 1,
    friction: 0.2,
    role,
    layer,
  });
  return {
    parts: [segment(upper, UPPER_Y, LEG_WIDTH, 'limb'), segment(lower, LOWER_Y, 0.8 * LEG_WIDTH, 'foot')],
    joints: [
      {
        ...hinge(`${side} hip`, 'hull', upper, { anchor: [0, LEG_DOWN], limits: [-0.8, 1.1], torque: 80, speed: 4 }),
        sockets: [
          [0, LEG_DOWN],
          [0, LEG_HEIGHT / 2],
        ],
      },
      {
        ...hinge(`${side} knee`, upper, lower, {
          anchor: [0, UPPER_Y - LEG_HEIGHT / 2],
          limits: [-1.6, -0.1],
          torque: 80,
          speed: 6,
        }),
        sockets: [
          [0, -LEG_HEIGHT / 2],
          [0, LEG_HEIGHT / 2],
        ],
      },
    ],
  };
}

const first = leg('left', -SPLAY);
const second = leg('right', SPLAY);

/** The body of Gymnasium's BipedalWalker-v3 with the same numbers. Its origin is the hull's. */
export const bipedalWalker: BodyPlan = {
  name: 'bipedal-walker',
  title: 'Bipedal walker',
  about: 'The hull on two legs of Gymnasium’s BipedalWalker, with the same numbers.',
  parts: [
    {
      name: 'hull',
      shape: {
        kind: 'polygon',
        vertices: [
          [-30 / SCALE, -8 / SCALE],
          [34 / SCALE, -8 / SCALE],
          [34 / SCALE, 1 / SCALE],
          [6 / SCALE, 9 / SCALE],
          [-30 / SCALE, 9 / SCALE],
        ],
      },
      position: [0, 0],
      angle: 0,
      density: 5,
      friction: 0.1,
      role: 'torso',
      layer: 0,
      eye: { position: [0.6, -0.02], radius: 0.1 },
    },
    ...first.parts,
    ...second.parts,
  ],
  joints: [...first.joints, ...second.joints],
};
