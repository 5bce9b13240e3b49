import type { BodyPlan } from '../creature/body-plan.ts';
import { layGround, layJoints, layParts, lowestPoint } from './lay-world.ts';
import type { HingeState } from './planck/hinge-state.ts';
import { type Body, inside, planck, type RevoluteJoint } from './planck/planck.ts';
import { forget, rewind } from './planck/world-internals.ts';
import { createServos, type Motor, type MotorSettings, motorsOf } from './servo.ts';
import { heightAt, type Terrain } from './terrain.ts';
import { watchTouch } from './touch.ts';

/** How finely time is cut and how hard the solver tries. */
export interface PhysicsSettings extends MotorSettings {
  /** m/s², downwards. */
  gravity: number;
  /** Physics steps a second. */
  physicsRate: number;
  velocityIterations: number;
  positionIterations: number;
  /** Continuous collision: fast small parts cannot slip through the ground, at half the speed of simulation. */
  continuous: boolean;
  /** Whether a part that has lain still for half a second stops until it is next driven, as in Box2D by default. */
  sleep?: boolean;
}

/** One creature on its ground, in time. Parts and joints go by their index in the plan. */
export interface Physics {
  readonly plan: BodyPlan;
  /** Goes on by one physics step. */
  step(): void;
  /**
   * Sets every motor from actions in [-1, 1]. By torque, the sign gives the direction, the size the share of the full torque;
   * servos go to the angle that is as far from the standing pose to a limit as the action says.
   */
  drive(action: Float64Array): void;
  /** Share of its full torque that a joint uses, with its sign: by torque what was asked for, by servo what the last step took. */
  effort(joint: number): number;
  /** Adds to the velocity of every part, m/s. */
  push(vx: number, vy: number): void;
  /** A force on a part's centre of mass during the next step, N. */
  force(part: number, fx: number, fy: number): void;
  /** A torque on a part during the next step, N·m. */
  twist(part: number, torque: number): void;
  /** x, y of the part's own frame (m), angle (rad), velocity of its centre of mass (m/s), angular velocity (rad/s). */
  x(part: number): number;
  y(part: number): number;
  angle(part: number): number;
  vx(part: number): number;
  vy(part: number): number;
  omega(part: number): number;
  touches(part: number): boolean;
  /** From when it touched until any of its touches ended, though it may still touch elsewhere. */
  touchFlag(part: number): boolean;
  hasTouched(part: number): boolean;
  /** Angle of child against parent, 0 in the standing pose (rad), and its rate (rad/s). */
  jointAngle(joint: number): number;
  jointSpeed(joint: number): number;
  /** Torque the motor gave in the last step, N·m. */
  motorTorque(joint: number): number;
  /** Of the whole creature, kg. */
  readonly mass: number;
  /** The solver has given up, over numbers that are none: from there on nothing moves. */
  readonly isBroken: boolean;
  /** Ends this world: no step may follow. */
  release(): void;
}

/**
 * A fresh world with the creature on the ground, at x = 0 unless the terrain says where. What is made in which order
 * decides the last bits, so it is always: ground, parts in the plan's order, joints in the plan's order.
 */
export function createPhysics(plan: BodyPlan, terrain: Terrain, settings: PhysicsSettings): Physics {
  const { gravity, physicsRate, velocityIterations, positionIterations, continuous, sleep = false } = settings;
  const world = new planck.World({
    gravity: planck.Vec2(0, -gravity),
    allowSleep: sleep,
    continuousPhysics: continuous,
  });
  layGround(world, terrain);
  const start = terrain.start ?? [0, heightAt(terrain, 0) - lowestPoint(plan) + 0.01];
  const bodies = layParts(world, plan, start);
  const joints = layJoints(world, plan, bodies, start);
  const hinges = joints as unknown as HingeState[];
  const motors = motorsOf(plan, settings);
  const servos = settings.drive === 'servo' ? createServos(plan, motors, settings) : undefined;
  const asked = new Float64Array(hinges.length);
  const touch = watchTouch(world, bodies);
  const timestep = 1 / physicsRate;
  let isBroken = false;
  const body = (i: number) => bodies[i] as Body;
  const joint = (j: number) => joints[j] as RevoluteJoint;
  const touches = (i: number) => (touch.counts[i] as number) > 0;
  const angleOf = (j: number) => joint(j).getJointAngle();

  return {
    plan,
    mass: bodies.reduce((sum, b) => sum + b.getMass(), 0),
    get isBroken() {
      return isBroken;
    },
    step() {
      if (isBroken) return;
      servos?.command(hinges, touches, angleOf);
      if (continuous) rewind(inside(world));
      try {
        world.step(timestep, velocityIterations, positionIterations);
      } catch {
        // Continuous collision looks for the nearest corners and, where all distances are NaN, finds none.
        isBroken = true;
      }
    },
    drive(action) {
      asked.set(action);
      servos?.aim(action);
      for (let j = 0; servos === undefined && j < hinges.length; j++) {
        const a = action[j] as number;
        const { torque, speed } = motors[j] as Motor;
        // Not by planck's setters: they begin the wait for sleep anew, which Box2D's do only to a part that sleeps.
        const hinge = hinges[j] as HingeState;
        hinge.m_motorSpeed = a < 0 ? -speed : speed;
        hinge.m_maxMotorTorque = torque * Math.min(Math.abs(a), 1);
      }
      if (!sleep) return;
      for (const b of bodies) if (!b.isAwake()) b.setAwake(true);
    },
    push(vx, vy) {
      for (const b of bodies) {
        const v = b.getLinearVelocity();
        b.setLinearVelocity(planck.Vec2(v.x + vx, v.y + vy));
      }
    },
    effort(j) {
      if (servos === undefined) return asked[j] as number;
      const { torque } = motors[j] as Motor;
      return torque > 0 ? joint(j).getMotorTorque(physicsRate) / torque : 0;
    },
    twist: (i, torque) => body(i).applyTorque(torque),
    force: (i, fx, fy) => body(i).applyForceToCenter(planck.Vec2(fx, fy)),
    x: (i) => body(i).getPosition().x,
    y: (i) => body(i).getPosition().y,
    angle: (i) => body(i).getAngle(),
    vx: (i) => body(i).getLinearVelocity().x,
    vy: (i) => body(i).getLinearVelocity().y,
    omega: (i) => body(i).getAngularVelocity(),
    touches,
    touchFlag: (i) => touch.flags[i] === 1,
    hasTouched: (i) => touch.ever[i] === 1,
    jointAngle: angleOf,
    jointSpeed: (j) => joint(j).getJointSpeed(),
    motorTorque: (j) => joint(j).getMotorTorque(physicsRate),
    release: () => forget(inside(world)),
  };
}
