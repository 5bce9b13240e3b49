import * as v from 'valibot';
import type { Part } from '../creature/body-plan.ts';
import { plural } from '../schema/plural.ts';
import type { Imported } from './evolution-body.ts';

const number = v.pipe(v.number(), v.finite(), v.minValue(-1e4), v.maxValue(1e4));
const pair = v.strictTuple([number, number]);
const place = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(63));

const fixture = v.object({
  vertices: v.optional(v.pipe(v.array(pair), v.maxLength(16))),
  radius: v.optional(number),
  density: v.optional(number, 1),
  friction: v.optional(number, 0.2),
});

/**
 * A body of TeachMyAgent as its `draw` makes it in Box2D, written by the script of docs/bodies.md: `body_parts` in their order, and the
 * revolute joints between them. https://github.com/flowersteam/TeachMyAgent, TeachMyAgent/environments/envs/bodies.
 */
export const embodimentSchema = v.object({
  embodiment: v.optional(v.string(), 'embodiment'),
  body_parts: v.pipe(
    v.array(
      v.object({
        name: v.optional(v.nullable(v.string()), null),
        position: pair,
        angle: v.optional(number, 0),
        check_contact: v.optional(v.boolean(), false),
        is_contact_critical: v.optional(v.boolean(), false),
        fixtures: v.pipe(v.array(fixture), v.minLength(1), v.maxLength(32)),
      }),
    ),
    v.maxLength(64),
  ),
  joints: v.pipe(
    v.array(
      v.object({
        bodyA: place,
        bodyB: place,
        anchor: pair,
        limits: pair,
        torque: v.optional(number, 0),
        speed: v.optional(number, 0),
      }),
    ),
    v.maxLength(64),
  ),
});

type Embodiment = v.InferOutput<typeof embodimentSchema>;
type Fixture = Embodiment['body_parts'][number]['fixtures'][number];

const shapeOf = ({ vertices, radius }: Fixture): unknown =>
  vertices === undefined ? { kind: 'circle', radius } : { kind: 'polygon', vertices };

/** The body plan of an embodiment, in its own metres, kilograms and newton metres. */
export function bodyOfEmbodiment({ embodiment, body_parts: drawn, joints }: Embodiment): Imported {
  const title = embodiment.trim().slice(0, 40) || 'embodiment';
  const kinds = drawn.map(({ name }) => (name ?? '').trim().slice(0, 30) || 'part');
  const names = kinds.map((kind, i) => `${kind} ${i + 1}`);
  const [x0] = drawn[0]?.position ?? [0];
  const children = new Set(joints.map(({ bodyB }) => bodyB));
  const carriers = new Set(joints.map(({ bodyA }) => bodyA));
  const roleOf = (i: number): Part['role'] => {
    const { check_contact, is_contact_critical } = drawn[i]!;
    if (is_contact_critical) return 'torso';
    return check_contact && children.has(i) && !carriers.has(i) ? 'foot' : 'limb';
  };
  const parts = drawn.map(({ position, angle, fixtures }, i) => {
    const [first] = fixtures;
    const before = kinds.slice(0, i).filter((kind) => kind === kinds[i]).length;
    return {
      name: names[i],
      shape: shapeOf(first!),
      position: [position[0] - x0, position[1]],
      angle,
      density: first!.density,
      friction: first!.friction,
      role: roleOf(i),
      // Legs are made in turn for one side and the other.
      layer: children.has(i) ? (before % 2 === 0 ? -1 : 1) : 0,
    };
  });
  const more = drawn.reduce((sum, { fixtures }) => sum + fixtures.length - 1, 0);
  return {
    plan: {
      name: title,
      title,
      about: 'Imported from TeachMyAgent.',
      parts,
      joints: joints.map(({ bodyA, bodyB, anchor, limits, torque, speed }, j) => ({
        name: `joint ${j + 1}`,
        parent: names[bodyA] ?? `part ${bodyA + 1}`,
        child: names[bodyB] ?? `part ${bodyB + 1}`,
        anchor: [anchor[0] - x0, anchor[1]],
        limits,
        torque,
        speed: Math.abs(speed),
      })),
    },
    notes: more > 0 ? [`${plural(more, 'shape')} left out: a part has one, the first of its fixtures.`] : [],
  };
}
