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

/** What the motor of each joint can do at most: N·m and rad/s. */
export interface Motors {
  torques: Float64Array;
  speeds: Float64Array;
}

export const motorsOf = ({ joints }: BodyPlan, { strength = 1, topSpeed = 1 }: MotorSettings): Motors => ({
  torques: Float64Array.from(joints, ({ torque }) => torque * strength),
  speeds: Float64Array.from(joints, ({ speed }) => speed * topSpeed),
});

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
export function createServos(plan: BodyPlan, { torques, speeds }: Motors, settings: MotorSettings): Servos {
  const { servoGain = 8, stanceSpeed = 1, hipRange = 1 } = settings;
  const targets = new Float64Array(plan.joints.length);
  const { legs } = anatomyOf(plan);
  const hips = legs.map(({ joints }) => joints[0]);
  const range = (j: number) => (hips.includes(j) ? hipRange : 1);
  const lowers = Float64Array.from(plan.joints, ({ limits }, j) => limits[0] * range(j));
  const uppers = Float64Array.from(plan.joints, ({ limits }, j) => limits[1] * range(j));
  const feet = Int32Array.from(plan.joints, (_, j) => legs.find(({ joints }) => joints.includes(j))?.foot ?? -1);
  return {
    setTargets(action) {
      for (let j = 0; j < targets.length; j++) {
        const a = clamp(action[j]!, 1);
        targets[j] = a < 0 ? -a * lowers[j]! : a * uppers[j]!;
      }
    },
    command(setMotor, isDown, angleOf) {
      for (let j = 0; j < targets.length; j++) {
        const speed = speeds[j]!;
        const foot = feet[j]!;
        const fastest = foot >= 0 && isDown(foot) ? speed * stanceSpeed : speed;
        setMotor(j, clamp(servoGain * (targets[j]! - angleOf(j)), fastest), torques[j]!);
      }
    },
  };
}
