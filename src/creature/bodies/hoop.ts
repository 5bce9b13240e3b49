import { cos, sin } from '../../math/portable.ts';
import type { BodyPlan, Joint, Part } from '../body-plan.ts';
import type { Muscle } from '../muscle.ts';
import { hinge } from './build.ts';

const COUNT = 10;
/** Of the corners of the ring, and thickness of its segments, metres. */
const RADIUS = 0.55;
const THICKNESS = 0.13;
/** Segments overlap by this much where they are joined, metres. */
const OVERLAP = 0.05;
const TOP = COUNT / 2;
const LENGTH = 2 * RADIUS * sin(Math.PI / COUNT);
const MIDDLE = RADIUS * cos(Math.PI / COUNT);

/** Segments are counted from the lowest, counter-clockwise. */
const directionOf = (i: number) => -Math.PI / 2 + (2 * Math.PI * i) / COUNT;
const nameOf = (i: number) => `segment ${((i + COUNT) % COUNT) + 1}`;

function segment(i: number): Part {
  const direction = directionOf(i);
  return {
    name: nameOf(i),
    shape: { kind: 'box', width: LENGTH + OVERLAP, height: THICKNESS },
    position: [MIDDLE * cos(direction), RADIUS + MIDDLE * sin(direction)],
    angle: direction + Math.PI / 2,
    density: 10,
    friction: 1,
    role: 'foot',
    layer: i % 2 === 0 ? -1 : 1,
    ...(i === TOP ? { eye: { position: [-0.06, 0], radius: 0.045 } } : {}),
  };
}

/** A hinge without a motor between two neighbours, of which the parent is nearer to the top. */
function bend(parent: number, child: number): Joint {
  const corner = directionOf((parent + child) / 2);
  return hinge(`bend ${child + 1}`, nameOf(parent), nameOf(child), {
    anchor: [RADIUS * cos(corner), RADIUS + RADIUS * sin(corner)],
    limits: [-0.2, 0.2],
    torque: 0,
    speed: 1,
  });
}

const right = Array.from({ length: TOP }, (_, k) => TOP - 1 - k);
const left = Array.from({ length: COUNT - TOP - 1 }, (_, k) => TOP + 1 + k);

/** From one segment to the one opposite: pulls them together, or pushes them apart. */
const across = Array.from({ length: TOP }, (_, i): Muscle => {
  return {
    name: `across ${i + 1}`,
    from: nameOf(i),
    to: nameOf(i + TOP),
    anchors: [
      [0, 0],
      [0, 0],
    ],
    rest: 1.9 * RADIUS,
    strength: 250,
    speed: 1.5,
    pushes: true,
  };
});

/** Closes the ring where no hinge does. */
const clasp: Muscle = {
  name: 'clasp',
  from: nameOf(0),
  to: nameOf(COUNT - 1),
  anchors: [
    [0.06 - LENGTH / 2, 0],
    [LENGTH / 2 - 0.06, 0],
  ],
  rest: 0.12,
  strength: 200,
  speed: 1.5,
};

/** A ring of ten segments without a motor, which muscles across it squeeze until it rolls. The top segment is the root. */
export const hoop: BodyPlan = {
  name: 'hoop',
  title: 'Hoop',
  about: 'No motors: muscles across a ring squeeze it until it rolls.',
  verb: 'rolls',
  parts: [segment(TOP), ...right.map(segment), ...left.map(segment)],
  joints: [...right.map((i) => bend(i + 1, i)), ...left.map((i) => bend(i - 1, i))],
  muscles: [...across, clasp],
};
