import './math-patch.ts';
import planck from 'planck/dist/planck.js';
import './math-restore.ts';
import type { Body, Contact, RevoluteJoint, World } from 'planck';
import { type BodyPlan, corners, type Part } from '../creature/body-plan.ts';
import { solvePositionConstraints } from './hinge-position.ts';
import { initVelocityConstraints, solveVelocityConstraints } from './hinge-velocity.ts';
import { heightAt, type Terrain } from './terrain.ts';
import { forget, keepArrays, type WorldInside } from './world-inside.ts';

/** How finely time is cut and how hard the solver tries. */
export interface PhysicsSettings {
  /** m/s², downwards. */
  gravity: number;
  /** Physics steps a second. */
  physicsRate: number;
  velocityIterations: number;
  positionIterations: number;
  /** Continuous collision: fast small parts cannot slip through the ground, at half the speed of simulation. */
  continuous: boolean;
}

/** One creature on its ground, in time. Parts and joints go by their index in the plan. */
export interface Physics {
  readonly plan: BodyPlan;
  /** Goes on by one physics step. */
  step(): void;
  /** Sets every motor from actions in [-1, 1]: the sign gives the direction, the size the share of the full torque. */
  drive(action: Float64Array): void;
  /** Adds to the velocity of every part, m/s. */
  push(vx: number, vy: number): void;
  /** x, y of the part's own frame (m), angle (rad), velocity of its centre of mass (m/s), angular velocity (rad/s). */
  x(part: number): number;
  y(part: number): number;
  angle(part: number): number;
  vx(part: number): number;
  vy(part: number): number;
  omega(part: number): number;
  touches(part: number): boolean;
  /** Angle of child against parent, 0 in the standing pose (rad), and its rate (rad/s). */
  jointAngle(joint: number): number;
  jointSpeed(joint: number): number;
  /** Torque the motor gave in the last step, N·m. */
  motorTorque(joint: number): number;
  /** Of the whole creature, kg. */
  readonly mass: number;
  /** Ends this world: no step may follow. */
  release(): void;
}

Object.assign(planck.RevoluteJoint.prototype, {
  initVelocityConstraints,
  solveVelocityConstraints,
  solvePositionConstraints,
});

const inside = (world: World) => world as unknown as WorldInside;
keepArrays(inside(new planck.World()));

const GROUND = 0x1;
const CREATURE = 0x2;

/** Lowest corner or rim of the standing plan: what is set on the ground. */
function lowestPoint(plan: BodyPlan): number {
  let low = Number.POSITIVE_INFINITY;
  for (const { shape, position, angle } of plan.parts) {
    if (shape.kind === 'circle') low = Math.min(low, position[1] - shape.radius);
    const rotation = planck.Rot(angle);
    for (const [x, y] of corners(shape)) low = Math.min(low, position[1] + rotation.s * x + rotation.c * y);
  }
  return low;
}

function shapeOf({ shape }: Part) {
  if (shape.kind === 'circle') return new planck.Circle(shape.radius);
  if (shape.kind === 'box') return new planck.Box(shape.width / 2, shape.height / 2);
  return new planck.Polygon(shape.vertices.map(([x, y]) => planck.Vec2(x, y)));
}

function layGround(world: World, { points, blocks, friction }: Terrain): void {
  const ground = world.createBody();
  const filter = { friction, filterCategoryBits: GROUND, filterMaskBits: CREATURE };
  const vertices = Array.from({ length: points.length / 2 }, (_, i) =>
    planck.Vec2(points[2 * i] as number, points[2 * i + 1] as number),
  );
  ground.createFixture({ shape: new planck.Chain(vertices, false), ...filter });
  for (const { x, y, width, height } of blocks) {
    ground.createFixture({ shape: new planck.Box(width / 2, height / 2, planck.Vec2(x, y), 0), ...filter });
  }
  // What stands still looks for no contacts: the parts find the ground. Saves a search of the tree for each piece of it.
  inside(world).m_broadPhase.m_moveBuffer.length = 0;
}

function layParts(world: World, plan: BodyPlan, lift: number): Body[] {
  return plan.parts.map((part) => {
    const [x, y] = part.position;
    const body = world.createBody({ type: 'dynamic', position: planck.Vec2(x, y + lift), angle: part.angle });
    const { density, friction } = part;
    const filter = { filterCategoryBits: CREATURE, filterMaskBits: GROUND };
    body.createFixture({ shape: shapeOf(part), density, friction, restitution: 0, ...filter });
    return body;
  });
}

function layJoints(world: World, plan: BodyPlan, bodies: Body[], lift: number): RevoluteJoint[] {
  const part = (name: string) => bodies[plan.parts.findIndex((p) => p.name === name)] as Body;
  return plan.joints.map(({ parent, child, anchor: [x, y], limits: [lowerAngle, upperAngle] }) => {
    const options = { enableMotor: true, enableLimit: true, lowerAngle, upperAngle, maxMotorTorque: 0, motorSpeed: 0 };
    const joint = new planck.RevoluteJoint(options, part(parent), part(child), planck.Vec2(x, y + lift));
    return world.createJoint(joint) as RevoluteJoint;
  });
}

/** How many pieces of ground each part touches, kept by the world as it steps. */
function countContacts(world: World, bodies: Body[]): Int32Array {
  const counts = new Int32Array(bodies.length);
  const count = (contact: Contact, by: number) => {
    for (const fixture of [contact.getFixtureA(), contact.getFixtureB()]) {
      const i = bodies.indexOf(fixture.getBody());
      if (i >= 0) counts[i] = (counts[i] as number) + by;
    }
  };
  world.on('begin-contact', (contact) => count(contact, 1));
  world.on('end-contact', (contact) => count(contact, -1));
  return counts;
}

/**
 * A fresh world with the creature standing on the ground at x = 0. What is made in which order decides the last bits,
 * so it is always: ground, parts in the plan's order, joints in the plan's order.
 */
export function createPhysics(plan: BodyPlan, terrain: Terrain, settings: PhysicsSettings): Physics {
  const { gravity, physicsRate, velocityIterations, positionIterations, continuous } = settings;
  const world = new planck.World({
    gravity: planck.Vec2(0, -gravity),
    allowSleep: false,
    continuousPhysics: continuous,
  });
  layGround(world, terrain);
  const lift = heightAt(terrain, 0) - lowestPoint(plan) + 0.01;
  const bodies = layParts(world, plan, lift);
  const joints = layJoints(world, plan, bodies, lift);
  const strengths = plan.joints.map(({ torque, speed }) => ({ torque, speed }));
  const contactCounts = countContacts(world, bodies);
  const timestep = 1 / physicsRate;
  const body = (i: number) => bodies[i] as Body;
  const joint = (j: number) => joints[j] as RevoluteJoint;

  return {
    plan,
    mass: bodies.reduce((sum, b) => sum + b.getMass(), 0),
    step: () => world.step(timestep, velocityIterations, positionIterations),
    drive(action) {
      for (let j = 0; j < joints.length; j++) {
        const a = action[j] as number;
        const { torque, speed } = strengths[j] as { torque: number; speed: number };
        joint(j).setMotorSpeed(a < 0 ? -speed : speed);
        joint(j).setMaxMotorTorque(torque * Math.min(Math.abs(a), 1));
      }
    },
    push(vx, vy) {
      for (const b of bodies) {
        const v = b.getLinearVelocity();
        b.setLinearVelocity(planck.Vec2(v.x + vx, v.y + vy));
      }
    },
    x: (i) => body(i).getPosition().x,
    y: (i) => body(i).getPosition().y,
    angle: (i) => body(i).getAngle(),
    vx: (i) => body(i).getLinearVelocity().x,
    vy: (i) => body(i).getLinearVelocity().y,
    omega: (i) => body(i).getAngularVelocity(),
    touches: (i) => (contactCounts[i] as number) > 0,
    jointAngle: (j) => joint(j).getJointAngle(),
    jointSpeed: (j) => joint(j).getJointSpeed(),
    motorTorque: (j) => joint(j).getMotorTorque(physicsRate),
    release: () => forget(inside(world)),
  };
}
