import * as v from 'valibot';
import { episodeFields } from '../episode-fields.ts';
import { hasFallen, progressReward } from '../reward.ts';
import type { SimState } from '../sim-state.ts';
import { defineTask } from '../task.ts';
import { heightAt } from '../terrain.ts';
import { startGround } from './ground.ts';

/** Share of a rise that counts while a part touches the ground: stretching is the first step to a jump. */
const STRETCH = 0.2;
/** Seconds from the start in which no jump counts: creatures start a centimetre above the ground and land first. */
const LANDING = 0.25;

const isAirborne = ({ physics }: SimState) => physics.plan.parts.every((_, i) => !physics.touches(i));

/** Greatest rise of the root above its standing height so far, metres. A rise with a part on the ground counts a fifth. */
function peak() {
  let highest = 0;
  return (state: SimState) => {
    const { physics, terrain, standingHeight, time } = state;
    const rise = physics.y(0) - heightAt(terrain, physics.x(0)) - standingHeight;
    const share = time > LANDING && isAirborne(state) ? 1 : STRETCH;
    highest = Math.max(highest, rise * share);
    return highest;
  };
}

/** Jump as high as possible. */
export const jump = defineTask({
  name: 'jump',
  title: 'Jump',
  about: 'Jump as high as you can.',
  settings: v.strictObject(
    episodeFields({ duration: 5, difficulty: 0, difficultyEffect: 'How uneven the ground is that it jumps from.' }),
  ),
  terrain({ difficulty, duration }, rng) {
    const ground = startGround(duration);
    while (ground.x < ground.length) ground.by(1, 0.1 * difficulty * (2 * rng.next() - 1));
    return ground.terrain();
  },
  /** Metres of the highest jump, minus effort and lean. A fall ends the episode. */
  rewardFunction: (costs) => ({ ...progressReward(peak(), costs), terminated: hasFallen }),
});
