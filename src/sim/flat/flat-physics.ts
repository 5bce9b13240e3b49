import type { BodyPlan } from '../../creature/body-plan.ts';
import type { Physics, PhysicsSettings } from '../physics.ts';
import { createServos, motorsOf } from '../servo.ts';
import type { Terrain } from '../terrain.ts';
import { wake } from './contacts.ts';
import { createWorld } from './create-world.ts';
import { createInputLog } from './input-log.ts';
import { J_A, J_B, J_MOTOR, J_REFERENCE, J_SPEED, J_TORQUE, JOINT, JOINT_I } from './joint-slots.ts';
import { returnMemory } from './memory.ts';
import {
  JOINTS,
  JOINTS_I,
  P_ANGLE,
  P_AWAKE,
  P_COS,
  P_EVER,
  P_FLAG,
  P_FX,
  P_FY,
  P_SIN,
  P_TORQUE,
  P_TOUCHES,
  P_VX,
  P_VY,
  P_W,
  P_X,
  P_Y,
  PART,
  PART_I,
  PARTS,
  PARTS_I,
} from './slots.ts';

/**
 * The physics world of one creature over flat memory, with planck's bits. An episode that leaves the finite numbers or the
 * core's room is simulated again by `reference` from its start, and goes on there. Undefined for a plan or a ground that the core
 * cannot hold.
 */
export function createFlatPhysics(
  plan: BodyPlan,
  terrain: Terrain,
  settings: PhysicsSettings,
  reference: () => Physics,
): Physics | undefined {
  const world = createWorld(plan, terrain, settings);
  if (world === undefined) return undefined;
  const { physicsRate, sleep = false } = settings;
  const { F, I } = world;
  const parts = plan.parts.length;
  const joints = plan.joints.length;
  const motors = motorsOf(plan, settings);
  const servos = settings.drive === 'servo' ? createServos(plan, motors, settings) : undefined;
  const currentAction = new Float64Array(joints);
  const log = createInputLog(joints);
  let isReleased = false;

  const awake = (k: number) => I[PARTS_I + k * PART_I + P_AWAKE] !== 0;
  const touches = (k: number) => I[PARTS_I + k * PART_I + P_TOUCHES]! > 0;
  const angle = (k: number) => F[PARTS + k * PART + P_ANGLE]!;
  const omega = (k: number) => F[PARTS + k * PART + P_W]!;
  const parentOf = (j: number) => I[JOINTS_I + j * JOINT_I + J_A]!;
  const childOf = (j: number) => I[JOINTS_I + j * JOINT_I + J_B]!;
  const jointAngle = (j: number) => angle(childOf(j)) - angle(parentOf(j)) - F[JOINTS + j * JOINT + J_REFERENCE]!;
  const motorTorque = (j: number) => physicsRate * F[JOINTS + j * JOINT + J_MOTOR]!;
  const setMotor = (j: number, speed: number, torque: number) => {
    F[JOINTS + j * JOINT + J_SPEED] = speed;
    F[JOINTS + j * JOINT + J_TORQUE] = torque;
  };
  const release = () => {
    if (!isReleased) returnMemory(world);
    isReleased = true;
  };

  const physics: Physics = {
    plan,
    mass: world.mass,
    isBroken: false,
    step() {
      log.step();
      servos?.command(setMotor, touches, jointAngle);
      if (world.step()) return;
      const other = reference();
      log.replay(other);
      release();
      Object.defineProperties(physics, Object.getOwnPropertyDescriptors(other));
    },
    drive(action) {
      log.drive(action);
      currentAction.set(action);
      servos?.setTargets(action);
      for (let j = 0; servos === undefined && j < joints; j++) {
        const a = action[j]!;
        const speed = motors.speeds[j]!;
        setMotor(j, a < 0 ? -speed : speed, motors.torques[j]! * Math.min(Math.abs(a), 1));
      }
      if (!sleep) return;
      for (let k = 0; k < parts; k++) if (!awake(k)) wake(F, I, k);
    },
    effort(j) {
      if (servos === undefined) return currentAction[j]!;
      const torque = motors.torques[j]!;
      return torque > 0 ? motorTorque(j) / torque : 0;
    },
    push(vx, vy) {
      log.push(vx, vy);
      for (let k = 0; k < parts; k++) {
        const p = PARTS + k * PART;
        const x = F[p + P_VX]! + vx;
        const y = F[p + P_VY]! + vy;
        if (x * x + y * y > 0) wake(F, I, k);
        F[p + P_VX] = x;
        F[p + P_VY] = y;
      }
    },
    force(k, fx, fy) {
      log.force(k, fx, fy);
      if (!awake(k)) wake(F, I, k);
      F[PARTS + k * PART + P_FX]! += fx;
      F[PARTS + k * PART + P_FY]! += fy;
    },
    twist(k, torque) {
      log.twist(k, torque);
      if (!awake(k)) wake(F, I, k);
      F[PARTS + k * PART + P_TORQUE]! += torque;
    },
    x: (k) => F[PARTS + k * PART + P_X]!,
    y: (k) => F[PARTS + k * PART + P_Y]!,
    angle,
    vx: (k) => F[PARTS + k * PART + P_VX]!,
    vy: (k) => F[PARTS + k * PART + P_VY]!,
    omega,
    touches,
    touchFlag: (k) => I[PARTS_I + k * PART_I + P_FLAG] === 1,
    hasTouched: (k) => I[PARTS_I + k * PART_I + P_EVER] === 1,
    jointAngle,
    powers(into) {
      for (let j = 0; j < joints; j++) {
        const [f, i] = [JOINTS + j * JOINT, JOINTS_I + j * JOINT_I];
        const a = PARTS + I[i + J_A]! * PART;
        const b = PARTS + I[i + J_B]! * PART;
        into[j] = Math.abs(physicsRate * F[f + J_MOTOR]! * (F[b + P_W]! - F[a + P_W]!));
      }
    },
    pose(k, into) {
      const p = PARTS + k * PART;
      into[0] = F[p + P_X]!;
      into[1] = F[p + P_Y]!;
      into[2] = F[p + P_ANGLE]!;
      into[3] = F[p + P_SIN]!;
      into[4] = F[p + P_COS]!;
    },
    jointSpeed: (j) => omega(childOf(j)) - omega(parentOf(j)),
    motorTorque,
    release,
  };
  return physics;
}
