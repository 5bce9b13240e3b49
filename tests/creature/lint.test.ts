import { describe, expect, it } from 'vitest';
import { bodies } from '../../src/creature/bodies.ts';
import type { BodyPlan, Joint, Part } from '../../src/creature/body-plan.ts';
import { lint } from '../../src/creature/lint.ts';

const { biped, dog, strider }: Record<'biped' | 'dog' | 'strider', BodyPlan> = bodies;
const ids = (plan: BodyPlan, gravity?: number) => lint(plan, gravity).map(({ id }) => id);
const withJoints = (plan: BodyPlan, change: (joint: Joint) => Partial<Joint>): BodyPlan => ({
  ...plan,
  joints: plan.joints.map((joint) => ({ ...joint, ...change(joint) })),
});
const withParts = (plan: BodyPlan, change: (part: Part) => Partial<Part>): BodyPlan => ({
  ...plan,
  parts: plan.parts.map((part) => ({ ...part, ...change(part) })),
});

describe('lint', () => {
  it.each(Object.keys(bodies))('finds nothing on the %s', (name) => {
    expect(lint((bodies as Record<string, BodyPlan>)[name] as BodyPlan)).toEqual([]);
  });

  it('finds a body too weak for its weight, and says how much stronger it must be', () => {
    const weak = withJoints(biped, ({ torque }) => ({ torque: torque / 10 }));
    const [found] = lint(weak);
    expect(found).toMatchObject({ id: 'weak', words: expect.stringContaining('knee') });
    const mended = withJoints(weak, ({ torque }) => ({ torque: torque * (found?.factor ?? 0) }));
    expect(lint(mended)).toEqual([]);
    // A tenth of the gravity needs a tenth of the torque.
    expect(lint(weak, 1)).toEqual([]);
    expect(ids(biped, 60)).toEqual(['weak']);
  });

  it('finds joints without torque', () => {
    const [found] = lint(withJoints(biped, () => ({ torque: 0 })));
    expect(found?.id).toBe('weak');
    expect(Number.isFinite(found?.factor)).toBe(true);
  });

  it('finds feet that do not reach the ground, and bodies without feet', () => {
    const deep = withParts(biped, ({ role, position: [x, y] }) =>
      role === 'torso' ? { position: [x, y - 2.5] } : { role },
    );
    expect(lint(deep).find(({ id }) => id === 'reach')?.words).toMatch(/the torso is \d+ cm lower/);
    expect(ids(withParts(biped, ({ role }) => ({ role: role === 'foot' ? 'limb' : role })))).toContain('reach');
  });

  it('finds joints that cannot turn, and names them', () => {
    const stiff = withJoints(dog, ({ name, limits }) => ({ limits: name === 'neck' ? [0.1, 0.12] : limits }));
    expect(lint(stiff)).toEqual([{ id: 'room', words: expect.stringContaining('neck') }]);
  });

  it('finds hinges outside of their parts', () => {
    const torn = withJoints(biped, ({ name, anchor }) => ({ anchor: name === 'left hip' ? [2, 3] : anchor }));
    expect(ids(torn)).toContain('loose');
  });

  it('allows feet 5 cm above the lowest point, and not more', () => {
    // The biped's torso ends 2.2 m above its feet.
    const sunk = (gap: number) =>
      withParts(biped, ({ name, position: [x, y] }) => ({ position: [x, name === 'torso' ? y - 2.2 - gap : y] }));
    expect(ids(sunk(0.049))).not.toContain('reach');
    expect(lint(sunk(0.051)).find(({ id }) => id === 'reach')?.words).toContain('the torso is 5 cm lower');
  });

  it('allows a hinge 15 cm outside of a part that it joins, and not more', () => {
    // The strider's head is a circle of 29 cm around (0.05, 1.81).
    const raised = (gap: number) =>
      withJoints(strider, ({ name, anchor }) => ({ anchor: name === 'neck' ? [0.05, 1.81 - 0.29 - gap] : anchor }));
    expect(ids(raised(0.149))).not.toContain('loose');
    expect(lint(raised(0.151))).toEqual([{ id: 'loose', words: expect.stringContaining('neck') }]);
    // From the side of a polygon: the biped's torso begins at a height of 2.2 m.
    const lowered = (gap: number) =>
      withJoints(biped, ({ name, anchor }) => ({ anchor: name === 'left hip' ? [0, 2.2 - gap] : anchor }));
    expect(ids(lowered(0.149))).not.toContain('loose');
    expect(ids(lowered(0.151))).toContain('loose');
  });

  it('finds a joint that turns less than 0.05 rad, unless it has no torque', () => {
    const turning = (range: number, torque = 25) =>
      withJoints(dog, (joint) => (joint.name === 'neck' ? { limits: [0.1, 0.1 + range], torque } : {}));
    expect(ids(turning(0.051))).toEqual([]);
    expect(ids(turning(0.049))).toEqual(['room']);
    expect(ids(turning(0.049, 0))).toEqual([]);
  });

  it('finds a part inside another, circle or polygon', () => {
    const hide = (shape: Part['shape'], position: [number, number]): BodyPlan => ({
      ...biped,
      parts: [...biped.parts, { ...biped.parts[0]!, name: 'heart', role: 'limb', shape, position }],
      joints: [...biped.joints, { ...biped.joints[0]!, name: 'beat', child: 'heart', anchor: position }],
    });
    expect(ids(hide({ kind: 'circle', radius: 0.1 }, [0, 2.6]))).toEqual(['hidden']);
    expect(ids(hide({ kind: 'box', width: 0.2, height: 0.1 }, [0, 2.6]))).toEqual(['hidden']);
    expect(ids(hide({ kind: 'circle', radius: 0.1 }, [0, 2.95]))).toEqual([]);
  });

  it('finds a body of more than 24 parts', () => {
    const tail = (count: number) => Array.from({ length: count }, (_, i) => `bead ${i}`);
    const long = (tail: string[]): BodyPlan => ({
      ...biped,
      parts: [
        ...biped.parts,
        ...tail.map(
          (name): Part => ({
            ...biped.parts[0]!,
            ...{
              name,
              role: 'limb',
              density: 0.1,
              shape: { kind: 'circle', radius: 0.1 },
              position: [-1 - tail.indexOf(name) / 10, 2.5],
            },
          }),
        ),
      ],
      joints: [
        ...biped.joints,
        ...tail.map(
          (name, i): Joint => ({
            ...biped.joints[0]!,
            ...{ name, parent: i === 0 ? 'torso' : `bead ${i - 1}`, child: name, anchor: [-0.95 - i / 10, 2.5] },
          }),
        ),
      ],
    });
    expect(ids(long(tail(20)))).toEqual(['many']);
    expect(ids(long(tail(19)))).toEqual([]);
  });
});
