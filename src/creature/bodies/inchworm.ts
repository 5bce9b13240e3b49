import type { BodyPlan, Joint, Part } from '../body-plan.ts';
import type { Muscle } from '../muscle.ts';
import { hinge } from './build.ts';

const COUNT = 7;
const ROOT = 3;
/** Metres. */
const SPACING = 0.34;
const HEIGHT = 0.3;
/** Distance of muscles from the surface of a ring, metres. */
const DEPTH = 0.02;

const nameOf = (i: number) => (i === COUNT - 1 ? 'head' : i === 0 ? 'tail' : `ring ${i + 1}`);
const xOf = (i: number) => (i - ROOT) * SPACING;

const rings = Array.from({ length: COUNT }, (_, i): Part => {
  return {
    name: nameOf(i),
    shape: { kind: 'box', width: 0.86 * SPACING, height: HEIGHT },
    position: [xOf(i), HEIGHT / 2],
    angle: 0,
    density: 10,
    friction: 1,
    role: 'foot',
    layer: 0,
    ...(i === COUNT - 1 ? { eye: { position: [0.06, 0.04], radius: 0.05 } } : {}),
  };
});

/** A hinge without a motor; its child is the ring farther from the middle. */
function bend(i: number): Joint {
  const [parent, child] = i < ROOT ? [i + 1, i] : [i, i + 1];
  return hinge(`bend ${i + 1}`, nameOf(parent), nameOf(child), {
    anchor: [xOf(i) + SPACING / 2, HEIGHT / 2],
    limits: [-0.6, 0.6],
    torque: 0,
    speed: 1,
  });
}

/** A muscle from ring to ring at a height above their middle, metres. */
const muscle = (name: string, i: number, y: number): Muscle => ({
  name: `${name} ${i + 1}`,
  from: nameOf(i),
  to: nameOf(i + 1),
  anchors: [
    [0, y],
    [0, y],
  ],
  rest: SPACING,
  strength: 250,
  speed: 2,
});

const gaps = Array.from({ length: COUNT - 1 }, (_, i) => i);

/** Rings in a row with a muscle along the back and one along the belly from each to the next. The middle ring is the root. */
export const inchworm: BodyPlan = {
  name: 'inchworm',
  title: 'Inchworm',
  about: 'No motors: muscles along back and belly arch and stretch it.',
  verb: 'creeps',
  parts: [...rings.slice(ROOT), ...rings.slice(0, ROOT).reverse()],
  joints: gaps.map(bend),
  muscles: gaps.flatMap((i) => [muscle('back', i, HEIGHT / 2 - DEPTH), muscle('belly', i, DEPTH - HEIGHT / 2)]),
};
