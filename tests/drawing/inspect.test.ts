import { describe, expect, it } from 'vitest';
import { bodies } from '../../src/creature/bodies.ts';
import type { BodyPlan, Joint, Part, Point } from '../../src/creature/body-plan.ts';
import { type Drawing, emptyDrawing } from '../../src/drawing/drawing.ts';
import { apply, type Edit } from '../../src/drawing/edit.ts';
import { inspect } from '../../src/drawing/inspect.ts';
import { boxEdit, limbEdit } from '../../src/drawing/new-part.ts';
import { pairEdit } from '../../src/drawing/pairs.ts';
import { bodyPlanOf } from '../../src/drawing/plan.ts';
import { fastestUnderChance } from '../sim/fastest-part.ts';
import { cleanBody } from './clean-bodies.ts';

const { biped, dog, spider, stroller }: Record<'biped' | 'dog' | 'spider' | 'stroller', BodyPlan> = bodies;

const done = (drawing: Drawing, ...edits: ((now: Drawing) => Edit)[]): Drawing =>
  edits.reduce((now, edit) => apply(now, edit(now)), drawing);
const withParts = (plan: BodyPlan, change: (part: Part) => Partial<Part>): Drawing => ({
  ...plan,
  parts: plan.parts.map((part) => ({ ...part, ...change(part) })),
});
const withJoints = (plan: BodyPlan, change: (joint: Joint) => Partial<Joint>): Drawing => ({
  ...plan,
  joints: plan.joints.map((joint) => ({ ...joint, ...change(joint) })),
});
const shifted = (plan: BodyPlan, [dx, dy]: Point): Drawing => ({
  ...withParts(plan, ({ position: [x, y] }) => ({ position: [x + dx, y + dy] })),
  joints: plan.joints.map((joint) => ({ ...joint, anchor: [joint.anchor[0] + dx, joint.anchor[1] + dy] })),
});
const loose = { ...biped, joints: biped.joints.filter(({ name }) => name !== 'left knee') };

/** A drawing for each thing that may be wrong, of which the first remedy is enough. */
const MENDABLE: Record<string, Drawing> = {
  'loose-part': loose,
  corners: withParts(dog, ({ name }) =>
    name === dog.parts[0]!.name
      ? {
          shape: {
            kind: 'polygon',
            vertices: [
              [-1, 0],
              [1, 0],
              [1, 0.5],
              [0, 0.2],
              [-1, 0.5],
            ],
          },
        }
      : {},
  ),
  weak: withJoints(biped, ({ torque }) => ({ torque: torque / 10 })),
  reach: withParts(biped, ({ role }) => ({ role: role === 'foot' ? 'limb' : role })),
  room: withJoints(dog, ({ name, limits }) => ({ limits: name === 'neck' ? [0.1, 0.12] : limits })),
  loose: withJoints(biped, ({ name, anchor }) => ({ anchor: name === 'left hip' ? [2, 3] : anchor })),
  thin: withParts(biped, ({ name, shape }) => ({
    shape: name === 'left shin' ? { kind: 'box', width: 0.02, height: 1.1 } : shape,
  })),
  ground: shifted(biped, [0, -0.5]),
  wide: shifted(biped, [6, 0]),
  wild: withJoints(stroller, () => ({ speed: 60 })),
  strong: withJoints(stroller, () => ({ torque: 9000 })),
  frail: withParts(stroller, ({ name }) => (name === 'left thigh' ? { shape: { kind: 'circle', radius: 0.02 } } : {})),
  heavy: withParts(withJoints(biped, () => ({ torque: 1500 })) as BodyPlan, ({ density }) => ({
    density: density * 12,
  })),
};

describe('the lint of a drawing', () => {
  it.each(Object.keys(bodies).filter((name) => name !== 'bipedal-walker'))('finds nothing on the %s', (name) => {
    expect(inspect((bodies as Record<string, BodyPlan>)[name]!)).toEqual([]);
  });

  it.each(Object.entries(MENDABLE))('finds %s, in a sentence, and its first remedy solves it', (id, drawing) => {
    const found = inspect(drawing).find((finding) => finding.id === id);
    expect(found?.words).toMatch(/^[A-Z].*\.$/);
    const [remedy] = found?.remedies ?? [];
    expect(remedy).toBeDefined();
    const mended = apply(drawing, remedy!.edit);
    expect(inspect(mended).map((finding) => finding.id)).not.toContain(id);
  });

  it('says how much of the needed torque a weak joint has, and names the joints', () => {
    const [found] = inspect(MENDABLE.weak!);
    expect(found).toMatchObject({ severity: 'warning', words: expect.stringMatching(/ \d+ % of the torque/) });
    expect(found?.joints).toContain('left knee');
  });

  it('names the parts and joints that a remedy changes', () => {
    const remedies = (id: string) => inspect(MENDABLE[id]!).find((finding) => finding.id === id)!.remedies;
    expect(remedies('loose-part').map(({ words }) => words)).toEqual([
      'Join the left shin to the left thigh',
      'Remove the left shin',
    ]);
    expect(remedies('room')[0]?.words).toBe('Give the neck room to turn');
    expect(remedies('thin')[0]?.words).toBe('Make the left shin thicker');
    expect(remedies('frail')[0]?.words).toBe('Make the left thigh heavier');
    expect(inspect(MENDABLE.wild!).find(({ id }) => id === 'wild')?.words).toMatch(
      /whirl the (left|right) \w+ at \d+ m\/s/,
    );
  });

  it('offers no evolution of loose parts, and tells where', () => {
    expect(bodyPlanOf(loose)).toMatchObject({ plan: undefined, faults: [{ id: 'loose-part', parts: ['left shin'] }] });
  });

  it('advises against many joints and short legs', () => {
    const long = withParts(stroller, ({ name, shape }) => ({
      shape: name === 'torso' ? { kind: 'box', width: 16, height: 0.5 } : shape,
      density: 0.3,
    }));
    expect(inspect(long).map(({ id }) => id)).toContain('short');
    let many: Drawing = spider;
    for (const x of [-0.3, 0.3])
      many = done(many, (now) => limbEdit(now, [x, many.parts[0]!.position[1]], [x, 2], 0.1, false));
    expect(many.joints.length).toBe(19);
    expect(inspect(many).map(({ id }) => id)).toContain('joints');
  });
});

describe('a creature drawn from nothing', () => {
  it('is a body that the lint finds nothing on: a box, a leg of two limbs, made a pair', () => {
    const drawing = done(
      emptyDrawing,
      (now) => boxEdit(now, [-0.7, 1], [0.7, 1.4]),
      (now) => limbEdit(now, [0.4, 1.1], [0.4, 0.55], 0.24),
      (now) => limbEdit(now, [0.4, 0.55], [0.4, 0], 0.2),
      (now) => pairEdit(now, ['limb']),
      (now) => limbEdit(now, [-0.4, 1.1], [-0.4, 0], 0.2),
    );
    expect(drawing.parts.map(({ name, role }) => `${name}: ${role}`)).toEqual([
      'box: torso',
      'left limb: limb',
      'left limb 2: foot',
      'right limb: limb',
      'right limb 2: foot',
      'limb: foot',
    ]);
    expect(drawing.joints).toHaveLength(5);
    expect(inspect(drawing)).toEqual([]);
  });

  it('gets what is drawn on one of a pair on both', () => {
    const drawing = done(biped, (now) => limbEdit(now, [0, 0.1], [0.4, 0.1], 0.1));
    expect(drawing.parts.slice(-2).map(({ name, layer }) => [name, layer])).toEqual([
      ['left limb', 1],
      ['right limb', -1],
    ]);
    expect(drawing.joints.slice(-2).map(({ parent }) => parent)).toEqual(['left shin', 'right shin']);
  });
});

const SEEDS = Array.from({ length: 20 }, (_, seed) => seed);
/** Of the catalogue, and drawn by chance. */
const CLEAN: [string, BodyPlan][] = [
  ...Object.entries<BodyPlan>(bodies).filter(([, plan]) => inspect(plan).length === 0),
  ...Array.from({ length: 200 }, (_, seed) => seed)
    .flatMap((seed): [string, BodyPlan][] => {
      const plan = cleanBody(seed, 25);
      return plan ? [[`drawing ${seed}`, plan]] : [];
    })
    .slice(0, 20),
];

describe('a body that the lint finds nothing on', () => {
  it.each(CLEAN)(
    '%s lives ten seconds of random actions without failing, at 20 seeds',
    { timeout: 60_000 },
    (_, plan) => {
      const speeds = SEEDS.map((seed) => fastestUnderChance(plan, seed));
      expect(Math.max(...speeds)).toBeLessThan(100);
    },
  );
});
