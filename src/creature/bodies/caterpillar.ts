import type { BodyPlan, Joint, Part } from '../body-plan.ts';
import { hinge, limb } from './build.ts';

const COUNT = 7;
const ROOT = 3;
const SPACING = 0.32;
const RADIUS = 0.23;

const nameOf = (i: number) => (i === COUNT - 1 ? 'head' : `segment ${i + 1}`);
const xOf = (i: number) => (i - ROOT) * SPACING;

/** Every other segment is drawn behind its neighbours. */
const segments = Array.from({ length: COUNT }, (_, i): Part => {
  const head = i === COUNT - 1;
  const radius = head ? 0.27 : RADIUS;
  return {
    name: nameOf(i),
    shape: { kind: 'circle', radius },
    position: [xOf(i), radius],
    angle: 0,
    density: 6,
    friction: 1,
    role: 'foot',
    layer: i % 2 === 0 ? 1 : -1,
    ...(head ? { eye: { position: [0.1, 0.07], radius: 0.07 } } : {}),
  };
});

/** Joint of two neighbours; its child is the one further from the middle. */
function joint(i: number): Joint {
  const [parent, child] = i < ROOT ? [i + 1, i] : [i, i + 1];
  return hinge(`bend ${i + 1}`, nameOf(parent), nameOf(child), {
    anchor: [xOf(i) + SPACING / 2, RADIUS],
    limits: [-0.5, 0.5],
    torque: 32,
    speed: 3,
  });
}

/** A row of round segments without legs that arches and stretches. The middle segment is the root. */
export const caterpillar: BodyPlan = {
  name: 'caterpillar',
  title: 'Caterpillar',
  about: 'No legs: it arches and stretches to move along.',
  verb: 'crawls',
  parts: [
    ...segments.slice(ROOT),
    ...segments.slice(0, ROOT).reverse(),
    limb('feeler', [xOf(COUNT - 1) + 0.22, 0.86], [xOf(COUNT - 1) + 0.06, 0.48], [0.05, 0.05], {
      role: 'limb',
      density: 2,
      layer: 0,
    }),
  ],
  joints: [
    ...Array.from({ length: COUNT - 1 }, (_, i) => joint(i)),
    hinge('feeler', 'head', 'feeler', {
      anchor: [xOf(COUNT - 1) + 0.06, 0.48],
      limits: [-0.4, 0.4],
      torque: 0.5,
      speed: 3,
    }),
  ],
};
