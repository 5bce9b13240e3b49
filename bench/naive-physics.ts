import * as planck from 'planck';
import type { BodyPlan } from '../src/creature/body-plan.ts';
import { corners } from '../src/creature/corners.ts';
import type { Physics, PhysicsSettings } from '../src/sim/physics.ts';
import { heightAt, type Terrain } from '../src/sim/terrain.ts';

/**
 * The same creature on the same terrain with unmodified planck: its ESM build, the engine's own trigonometry, one body per
 * segment of terrain, continuous collision and sleeping enabled.
 */
export function createNaivePhysics(plan: BodyPlan, terrain: Terrain, settings: PhysicsSettings): Physics {
  const { gravity, physicsRate, velocityIterations, positionIterations } = settings;
  const world = new planck.World(new planck.Vec2(0, -gravity));
  const { points, friction } = terrain;
  for (let i = 0; i + 3 < points.length; i += 2) {
    const [ax, ay, bx, by] = points.slice(i, i + 4) as unknown as [number, number, number, number];
    const shape = new planck.Edge(new planck.Vec2(ax, ay), new planck.Vec2(bx, by));
    world.createBody().createFixture({ shape, friction, filterCategoryBits: 1, filterMaskBits: 2 });
  }
  const low = Math.min(
    ...plan.parts.flatMap(({ shape, position: [, y], angle }) =>
      shape.kind === 'circle'
        ? [y - shape.radius]
        : corners(shape).map(([cx, cy]) => y + Math.sin(angle) * cx + Math.cos(angle) * cy),
    ),
  );
  const lift = heightAt(terrain, 0) - low + 0.01;
  const bodies = plan.parts.map(({ shape, position: [x, y], angle, density, friction }) => {
    const body = world.createBody({ type: 'dynamic', position: new planck.Vec2(x, y + lift), angle });
    const form =
      shape.kind === 'circle'
        ? new planck.Circle(shape.radius)
        : new planck.Polygon(corners(shape).map(([cx, cy]) => new planck.Vec2(cx, cy)));
    body.createFixture({ shape: form, density, friction, filterCategoryBits: 2, filterMaskBits: 1 });
    return body;
  });
  const at = (name: string) => bodies[plan.parts.findIndex((part) => part.name === name)]!;
  const joints = plan.joints.map(({ parent, child, anchor: [x, y], limits: [lowerAngle, upperAngle] }) => {
    const options = { enableMotor: true, enableLimit: true, lowerAngle, upperAngle };
    const anchor = new planck.Vec2(x, y + lift);
    return world.createJoint(new planck.RevoluteJoint(options, at(parent), at(child), anchor))!;
  });
  const body = (i: number) => bodies[i]!;
  const joint = (j: number) => joints[j]!;
  return {
    plan,
    isBroken: false,
    mass: bodies.reduce((sum, b) => sum + b.getMass(), 0),
    step: () => world.step(1 / physicsRate, velocityIterations, positionIterations),
    drive(action) {
      plan.joints.forEach(({ torque, speed }, j) => {
        const a = action[j]!;
        joint(j).setMotorSpeed(a < 0 ? -speed : speed);
        joint(j).setMaxMotorTorque(torque * Math.min(Math.abs(a), 1));
      });
    },
    push(vx, vy) {
      for (const b of bodies) b.setLinearVelocity(planck.Vec2.add(b.getLinearVelocity(), new planck.Vec2(vx, vy)));
    },
    effort: () => 0,
    twist: () => {},
    force: (i, fx, fy) => body(i).applyForceToCenter(new planck.Vec2(fx, fy)),
    x: (i) => body(i).getPosition().x,
    y: (i) => body(i).getPosition().y,
    angle: (i) => body(i).getAngle(),
    vx: (i) => body(i).getLinearVelocity().x,
    vy: (i) => body(i).getLinearVelocity().y,
    omega: (i) => body(i).getAngularVelocity(),
    touches(i) {
      for (let edge = body(i).getContactList(); edge; edge = edge.next ?? null) {
        if (edge.contact.isTouching()) return true;
      }
      return false;
    },
    touchFlag: () => false,
    hasTouched: () => false,
    jointAngle: (j) => joint(j).getJointAngle(),
    jointSpeed: (j) => joint(j).getJointSpeed(),
    motorTorque: (j) => joint(j).getMotorTorque(physicsRate),
    powers(into) {
      for (let j = 0; j < joints.length; j++)
        into[j] = Math.abs(joint(j).getMotorTorque(physicsRate) * joint(j).getJointSpeed());
    },
    pose(i, into) {
      const { p, q } = body(i).getTransform();
      into.set([p.x, p.y, body(i).getAngle(), q.s, q.c]);
    },
    release: () => {},
  };
}
