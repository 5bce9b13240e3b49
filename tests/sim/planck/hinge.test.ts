/** @module-tag alone */

import '../../../src/sim/planck/math-patch.ts';
import { expect, test } from 'vitest';
import { biped } from '../../../src/creature/bodies/biped.ts';
import { corners } from '../../../src/creature/corners.ts';
import { stream } from '../../../src/math/rng.ts';
import { solvePositionConstraints } from '../../../src/sim/planck/hinge-position.ts';
import { initVelocityConstraints, solveVelocityConstraints } from '../../../src/sim/planck/hinge-velocity.ts';

const hinge = { initVelocityConstraints, solveVelocityConstraints, solvePositionConstraints };

// planck's ESM build: an instance of its own that nothing of ours has been written into, under portable trigonometry.
const planck = await import('planck');
await import('../../../src/sim/planck/math-restore.ts');

/** A biped thrown about, its motors at random; every number of every part after each step. */
function tumble(seed: number, quicken: boolean, change: (limits: [number, number]) => [number, number]): number[] {
  const rng = stream(seed, 'tumble');
  const world = new planck.World({ gravity: new planck.Vec2(0, -10), allowSleep: false, continuousPhysics: false });
  const ground = world.createBody();
  ground.createFixture({ shape: new planck.Edge(new planck.Vec2(-99, 0), new planck.Vec2(99, 0)), friction: 1 });
  const bodies = biped.parts.map(({ shape, position: [x, y], angle, density, friction }) => {
    const body = world.createBody({ type: 'dynamic', position: new planck.Vec2(x, y), angle });
    const form = new planck.Polygon(corners(shape).map(([cx, cy]) => new planck.Vec2(cx, cy)));
    body.createFixture({ shape: form, density, friction, filterGroupIndex: -1 });
    return body;
  });
  const part = (name: string) => bodies[biped.parts.findIndex((each) => each.name === name)] as (typeof bodies)[0];
  const joints = biped.joints.map(({ parent, child, anchor: [x, y], limits }) => {
    const [lowerAngle, upperAngle] = change(limits);
    const options = { enableMotor: true, enableLimit: true, lowerAngle, upperAngle };
    const joint = new planck.RevoluteJoint(options, part(parent), part(child), new planck.Vec2(x, y));
    if (quicken) Object.assign(joint, hinge);
    return world.createJoint(joint) as typeof joint;
  });
  const seen: number[] = [];
  for (let i = 0; i < 400; i++) {
    for (const joint of joints) {
      joint.setMotorSpeed(rng.next() < 0.5 ? -6 : 6);
      joint.setMaxMotorTorque(120 * rng.next());
    }
    world.step(1 / 60, 8, 3);
    for (const body of bodies) {
      const [p, v] = [body.getPosition(), body.getLinearVelocity()];
      seen.push(p.x, p.y, body.getAngle(), v.x, v.y, body.getAngularVelocity());
    }
  }
  return seen;
}

test.each([
  ['with its own limits', (limits: [number, number]) => limits],
  ['with tight limits', (): [number, number] => [-0.1, 0.1]],
  ['with stiff joints', (): [number, number] => [0, 0]],
])('a hinge solves to the very bits of planck’s own joint %s', (_name, change) => {
  for (const seed of [1, 2, 3]) expect(tumble(seed, true, change)).toEqual(tumble(seed, false, change));
});

test('the tumbles move and differ', () => {
  const free = tumble(1, false, (limits) => limits);
  expect(free.every(Number.isFinite)).toBe(true);
  expect(tumble(2, false, (limits) => limits)).not.toEqual(free);
});
