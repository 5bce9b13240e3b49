import type { BodyPlan } from '../creature/body-plan.ts';
import type { MotorSettings } from './servo.ts';

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
  /** What simulates it, 'flat' by default. */
  engine?: PhysicsEngine;
}

/**
 * All give the same bits: our own core, as WebAssembly where that is at hand and as JavaScript elsewhere; the core as one of
 * both; or planck, the reference.
 */
export const ENGINES = ['flat', 'wasm', 'javascript', 'planck'] as const;
export type PhysicsEngine = (typeof ENGINES)[number];

/** Readings of muscles, by their index in the plan. */
export interface Muscles {
  /** Distance of its anchors, metres, and its rate, m/s: negative while it shortens. */
  length(muscle: number): number;
  rate(muscle: number): number;
  /**
   * Power in the last step, W: its force times the speed of shortening by which the step moved the parts, which is the one after
   * it. Negative while it brakes.
   */
  power(muscle: number): number;
}

/** The physics world of one creature. Parts and joints are given by their index in the plan. */
export interface Physics {
  readonly plan: BodyPlan;
  /** Simulates one physics step. */
  step(): void;
  /**
   * Sets every motor, then every muscle, from an action in [-1, 1]. By torque, its sign is the direction, its size the share of the full torque.
   * By servo, it is the target angle: 0 the standing pose, 1 the upper limit, -1 the lower one. By either, a muscle pulls by the action; a negative one relaxes it or, if it pushes, makes it push.
   */
  drive(action: Float64Array): void;
  /**
   * Share of its full torque that a joint uses, with its sign: by torque the action, by servo the share used in the last step. For
   * muscles, counted after the joints, their activation: 1 for a full pull, -1 for a full push.
   */
  effort(actuator: number): number;
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
  /** Writes the power of each joint's motor in the last step, watts, whether it drives or brakes. */
  powers(into: Float64Array): void;
  /** Writes a part's x, y, angle, and the sine and cosine of that angle. */
  pose(part: number, into: Float64Array): void;
  /** Of a body with muscles. */
  readonly muscles?: Muscles;
  /** Mass of the creature, kg. */
  readonly mass: number;
  /** Whether planck threw an error, as on NaN. Nothing moves from then on. */
  readonly isBroken: boolean;
  /** Releases the world's memory: no step may follow. */
  release(): void;
}
