import { musclesOf } from '../creature/muscle.ts';
import type { Metrics } from './evaluation.ts';
import { feetOf } from './feet.ts';
import type { SimState } from './sim-state.ts';
import { heightAt } from './terrain.ts';

/** Accumulates the metrics of an episode, control step by control step. */
export interface EpisodeMeter {
  observe(state: SimState): void;
  /** @param gravity m/s², for the cost of transport. */
  read(state: SimState, hasFallen: boolean, gravity: number): Omit<Metrics, 'support' | 'gait'>;
}

/** @param controlTimestep seconds between two calls of `observe`. */
export function createEpisodeMeter(plan: SimState['physics']['plan'], controlTimestep: number): EpisodeMeter {
  const feet = feetOf(plan);
  // In arrays: V8 makes an object for each number with a fraction that is written to a variable of an outer function.
  const energy = new Float64Array(1);
  const height = new Float64Array(1);
  const grounded = new Int32Array(feet.length);
  const powers = new Float64Array(plan.joints.length);
  const muscleCount = musclesOf(plan).length;
  let steps = 0;
  let flights = 0;
  return {
    observe({ physics, terrain, standingHeight }) {
      steps++;
      height[0]! += (physics.y(0) - heightAt(terrain, physics.x(0))) / standingHeight;
      let down = 0;
      for (let f = 0; f < feet.length; f++) {
        if (!physics.touches(feet[f]!)) continue;
        grounded[f]! += 1;
        down++;
      }
      if (down === 0) flights++;
      let total = energy[0]!;
      physics.powers(powers);
      for (let j = 0; j < powers.length; j++) total += powers[j]! * controlTimestep;
      for (let m = 0; m < muscleCount; m++) total += Math.abs(physics.muscles!.power(m)) * controlTimestep;
      energy[0] = total;
    },
    read({ physics, startX, time }, hasFallen, gravity) {
      const distance = physics.x(0) - startX;
      return {
        distance,
        duration: time,
        speed: time > 0 ? distance / time : 0,
        energy: energy[0]!,
        costOfTransport: distance > 0 ? energy[0]! / (physics.mass * gravity * distance) : 0,
        falls: hasFallen ? 1 : 0,
        meanHeight: steps > 0 ? height[0]! / steps : 1,
        flight: steps > 0 ? flights / steps : 0,
        dutyFactors: Array.from(grounded, (count) => (steps > 0 ? count / steps : 0)),
      };
    },
  };
}
