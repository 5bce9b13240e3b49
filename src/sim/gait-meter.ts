import { withRole } from '../creature/body-plan.ts';
import type { Metrics } from './evaluation.ts';
import type { SimState } from './sim-state.ts';
import { heightAt } from './terrain.ts';

/** Accumulates the measures of an episode besides its fitness, control step by control step. */
export interface GaitMeter {
  observe(situation: SimState): void;
  /** @param gravity m/s², for the cost of transport. */
  read(situation: SimState, fallen: boolean, gravity: number): Metrics;
}

/** @param controlTimestep seconds between two looks. */
export function createGaitMeter(plan: SimState['physics']['plan'], controlTimestep: number): GaitMeter {
  const feet = withRole(plan, 'foot');
  const grounded = feet.map(() => 0);
  const jointCount = plan.joints.length;
  let looks = 0;
  let energy = 0;
  let height = 0;
  let flights = 0;
  return {
    observe({ physics, terrain, standingHeight }) {
      looks++;
      height += (physics.y(0) - heightAt(terrain, physics.x(0))) / standingHeight;
      let down = 0;
      for (let f = 0; f < feet.length; f++) {
        if (!physics.touches(feet[f]!)) continue;
        grounded[f] = grounded[f]! + 1;
        down++;
      }
      if (down === 0) flights++;
      for (let j = 0; j < jointCount; j++) {
        energy += Math.abs(physics.motorTorque(j) * physics.jointSpeed(j)) * controlTimestep;
      }
    },
    read({ physics, startX, time }, fallen, gravity) {
      const distance = physics.x(0) - startX;
      return {
        distance,
        duration: time,
        speed: time > 0 ? distance / time : 0,
        energy,
        costOfTransport: distance > 0 ? energy / (physics.mass * gravity * distance) : 0,
        falls: fallen ? 1 : 0,
        meanHeight: looks > 0 ? height / looks : 1,
        flight: looks > 0 ? flights / looks : 0,
        dutyFactors: grounded.map((count) => (looks > 0 ? count / looks : 0)),
      };
    },
  };
}
