import type { BodyPlan } from '../creature/body-plan.ts';
import { anatomyOf } from './gait/track.ts';

/** How motors are driven; by default by torque, with the plan's own limits. */
export interface MotorSettings {
  /** What an action sets: the torque of a joint, or the target angle of its servo. */
  drive?: 'torque' | 'servo';
  /** Speed of a servo per radian of difference from its target, 1/s. */
  servoGain?: number;
  /** Largest torque and speed of joints, as shares of the plan's. */
  strength?: number;
  topSpeed?: number;
  /** Share of that speed that a servo may reach while its own leg's foot is down. */
  stanceSpeed?: number;
  /** How far from the standing pose the target of a hip's servo may be, as a share of the way to the joint's limits. */
  hipRange?: number;
}

/** A joint's motor: N·m and rad/s at most. */
export interface Motor {
  torque: number;
  speed: number;
}

export const motorsOf = ({ joints }: BodyPlan, { strength = 1, topSpeed = 1 }: MotorSettings): Motor[] =>
  joints.map(({ torque, speed }) => ({ torque: torque * strength, speed: speed * topSpeed }));

/** Sets the speed (rad/s) and the largest torque (N·m) of a joint's motor. */
export type SetMotor = (joint: number, speed: number, torque: number) => void;

/** Servos of all joints of a plan. */
export interface Servos {
  /** Sets the target angles from actions in [-1, 1]: 0 is the standing pose, 1 the upper limit, -1 the lower one, of hips a share of them. */
  setTargets(action: Float64Array): void;
  /** Sets every motor for the next physics step. `isDown` tells whether a part touches, `angleOf` a joint's angle. */
  command(setMotor: SetMotor, isDown: (part: number) => boolean, angleOf: (joint: number) => number): void;
}

const clamp = (value: number, most: number) => Math.max(-most, Math.min(value, most));

/**
 * Position control: the motor's speed is the difference from the target times a gain, within the joint's speed, at its full torque.
 * Targets learn better gaits than torques (Peng & van de Panne 2017, Learning locomotion skills using DeepRL: does the choice of
 * action space matter?).
 */
export function createServos(plan: BodyPlan, motors: readonly Motor[], settings: MotorSettings): Servos {
  const { servoGain = 8, stanceSpeed = 1, hipRange = 1 } = settings;
  const targets = new Float64Array(plan.joints.length);
  const { legs } = anatomyOf(plan);
  const hips = legs.map(({ joints }) => joints[0]);
  const limits = plan.joints.map((joint, j) => joint.limits.map((limit) => limit * (hips.includes(j) ? hipRange : 1)));
  const feet = plan.joints.map((_, j) => legs.find(({ joints }) => joints.includes(j))?.foot ?? -1);
  return {
    setTargets(action) {
      for (let j = 0; j < targets.length; j++) {
        const a = clamp(action[j]!, 1);
        const [lower, upper] = limits[j] as [number, number];
        targets[j] = a < 0 ? -a * lower : a * upper;
      }
    },
    command(setMotor, isDown, angleOf) {
      for (let j = 0; j < targets.length; j++) {
        const { torque, speed } = motors[j] as Motor;
        const foot = feet[j]!;
        const fastest = foot >= 0 && isDown(foot) ? speed * stanceSpeed : speed;
        setMotor(j, clamp(servoGain * (targets[j]! - angleOf(j)), fastest), torque);
      }
    },
  };
}
