import type { BodyPlan } from '../creature/body-plan.ts';
import { createGround, createJoints, createParts, lowestPoint } from './build-world.ts';
import { trackContacts } from './part-contacts.ts';
import type { HingeState } from './planck/hinge-state.ts';
import { internalsOf, planck } from './planck/planck.ts';
import { releaseMemory, resetSweeps } from './planck/world-internals.ts';
import { createServos, type MotorSettings, motorsOf } from './servo.ts';
import { heightAt, type Terrain } from './terrain.ts';

/** Settings of the physics engine and the motors. */
export interface PhysicsSettings extends MotorSettings {
  /** m/s², downwards. */
  gravity: number;
  /** Physics steps a second. */
  physicsRate: number;
  velocityIterations: number;
  positionIterations: number;
  /** Continuous collision: fast thin parts cannot pass through the ground. Halves the speed of simulation. */
  continuous: boolean;
  /** Whether parts at rest for half a second are not simulated until they are driven again, Box2D's default. */
  sleep?: boolean;
}

/** The physics world of one creature. Parts and joints are given by their index in the plan. */
export interface Physics {
  readonly plan: BodyPlan;
  /** Simulates one physics step. */
  step(): void;
  /**
   * Sets every motor from an action in [-1, 1]. By torque, its sign is the direction, its size the share of the full torque.
   * By servo, it is the target angle: 0 the standing pose, 1 the upper limit, -1 the lower one.
   */
  drive(action: Float64Array): void;
  /** Share of its full torque that a joint uses, with its sign: by torque the action, by servo the share used in the last step. */
  effort(joint: number): number;
  /** Adds to the velocity of every part, m/s. */
  push(vx: number, vy: number): void;
  /** Applies a force to a part's centre of mass during the next step, N. */
  force(part: number, fx: number, fy: number): void;
  /** Applies a torque to a part during the next step, N·m. */
  twist(part: number, torque: number): void;
  /** x, y of the part's own frame (m), angle (rad), velocity of its centre of mass (m/s), angular velocity (rad/s). */
  x(part: number): number;
  y(part: number): number;
  angle(part: number): number;
  vx(part: number): number;
  vy(part: number): number;
  omega(part: number): number;
  touches(part: number): boolean;
  /** True from the begin of a contact to the end of any contact, as in Gymnasium's BipedalWalker. */
  touchFlag(part: number): boolean;
  hasTouched(part: number): boolean;
  /** Angle of child against parent, 0 in the standing pose (rad), and its rate (rad/s). */
  jointAngle(joint: number): number;
  jointSpeed(joint: number): number;
  /** Torque of the motor in the last step, N·m. */
  motorTorque(joint: number): number;
  /** Mass of the creature, kg. */
  readonly mass: number;
  /** Whether planck threw an error, as on NaN. Nothing moves from then on. */
  readonly isBroken: boolean;
  /** Releases the world's memory: no step may follow. */
  release(): void;
}

/**
 * A new world with the creature on the ground. The order of creation determines the last bits: ground, then parts, then
 * joints, each in the order of the plan.
 */
export function createPhysics(plan: BodyPlan, terrain: Terrain, settings: PhysicsSettings): Physics {
  const { gravity, physicsRate, velocityIterations, positionIterations, continuous, sleep = false } = settings;
  const world = new planck.World({
    gravity: planck.Vec2(0, -gravity),
    allowSleep: sleep,
    continuousPhysics: continuous,
  });
  createGround(world, terrain);
  const start = terrain.start ?? [0, heightAt(terrain, 0) - lowestPoint(plan) + 0.01];
  const bodies = createParts(world, plan, start);
  const joints = createJoints(world, plan, bodies, start);
  const hinges = joints as unknown as HingeState[];
  const motors = motorsOf(plan, settings);
  const servos = settings.drive === 'servo' ? createServos(plan, motors, settings) : undefined;
  const currentAction = new Float64Array(hinges.length);
  const contacts = trackContacts(world, bodies);
  const timestep = 1 / physicsRate;
  let isBroken = false;
  const body = (i: number) => bodies[i]!;
  const joint = (j: number) => joints[j]!;
  const touches = (i: number) => contacts.counts[i]! > 0;
  const jointAngle = (j: number) => joint(j).getJointAngle();

  return {
    plan,
    mass: bodies.reduce((sum, b) => sum + b.getMass(), 0),
    get isBroken() {
      return isBroken;
    },
    step() {
      if (isBroken) return;
      servos?.command(hinges, touches, jointAngle);
      if (continuous) resetSweeps(internalsOf(world));
      try {
        world.step(timestep, velocityIterations, positionIterations);
      } catch {
        // Continuous collision looks for the nearest corners; it finds none when all distances are NaN.
        isBroken = true;
      }
    },
    drive(action) {
      currentAction.set(action);
      servos?.setTargets(action);
      for (let j = 0; servos === undefined && j < hinges.length; j++) {
        const a = action[j]!;
        const { torque, speed } = motors[j]!;
        // planck's setters would restart the sleep timer of a part that is awake, which Box2D's do not.
        const hinge = hinges[j]!;
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
      if (servos === undefined) return currentAction[j]!;
      const { torque } = motors[j]!;
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
    touchFlag: (i) => contacts.flags[i] === 1,
    hasTouched: (i) => contacts.ever[i] === 1,
    jointAngle,
    jointSpeed: (j) => joint(j).getJointSpeed(),
    motorTorque: (j) => joint(j).getMotorTorque(physicsRate),
    release: () => releaseMemory(internalsOf(world)),
  };
}
