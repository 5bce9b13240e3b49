import * as v from 'valibot';
import { type BodyPlan, bodyPlanSchema, type Joint, type Part } from '../../src/creature/body-plan.ts';
import { cos, sin } from '../../src/math/portable.ts';
import { type Rng, stream } from '../../src/math/rng.ts';

const between = (rng: Rng, low: number, high: number) => low + (high - low) * rng.next();

/**
 * A body by chance, a tree of 3 to 9 boxes and discs with 2 to 10 muscles: hinges with weak motors or none, muscles from anywhere to
 * anywhere, also outside their parts, of up to 2000 N (20 to 100 times the weight of the whole).
 */
export function muscleBody(seed: number): BodyPlan {
  const rng = stream(seed, 'muscle body');
  const count = 3 + Math.floor(7 * rng.next());
  const pick = (limit: number) => Math.floor(rng.next() * limit);
  const parts: Part[] = [];
  const joints: Joint[] = [];
  for (let i = 0; i < count; i++) {
    const isDisc = rng.next() < 0.3;
    const size = between(rng, 0.15, 0.5);
    const parent = parts[pick(i)];
    const angle = between(rng, -3, 3);
    // The hinge lies in the parent, and at the end of the child.
    const anchor: [number, number] = [0, 0];
    if (parent) for (const k of [0, 1] as const) anchor[k] = parent.position[k] + between(rng, -0.15, 0.15);
    const position: [number, number] = [anchor[0] + (size / 2) * sin(angle), anchor[1] - (size / 2) * cos(angle)];
    const name = `part ${i}`;
    const shape: Part['shape'] = isDisc
      ? { kind: 'circle', radius: size / 2 }
      : { kind: 'box', width: between(rng, 0.12, 0.25), height: size };
    const role = rng.next() < 0.5 ? 'foot' : 'limb';
    parts.push({ name, shape, position, angle, density: between(rng, 5, 10), friction: 1, role, layer: 0 });
    if (parent === undefined) continue;
    const limits: [number, number] = [between(rng, -2, -0.1), between(rng, 0.1, 2)];
    const torque = rng.next() < 0.6 ? 0 : between(rng, 0, 10);
    joints.push({ name: `joint ${i}`, parent: parent.name, child: name, anchor, limits, torque, speed: 5 });
  }
  const muscles = Array.from({ length: 2 + pick(9) }, (_, m) => {
    const from = pick(count);
    const to = (from + 1 + pick(count - 1)) % count;
    const anchor = () => [between(rng, -0.4, 0.4), between(rng, -0.4, 0.4)];
    return {
      name: `muscle ${m}`,
      from: parts[from]!.name,
      to: parts[to]!.name,
      anchors: [anchor(), anchor()],
      rest: between(rng, 0.1, 1.5),
      strength: 2000 * rng.next() * rng.next(),
      speed: between(rng, 0.2, 8),
      ...(rng.next() < 0.4 && { pushes: true }),
    };
  });
  return v.parse(bodyPlanSchema, { name: 'by chance', title: 'By chance', parts, joints, muscles });
}
