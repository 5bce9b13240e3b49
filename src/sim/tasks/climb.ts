import * as v from 'valibot';
import { episodeFields } from '../episode-fields.ts';
import { forwardProgress, hasFallen, progressReward } from '../reward.ts';
import type { SimState } from '../sim-state.ts';
import { defineTask } from '../task.ts';
import { startGround } from './ground.ts';

/** Length of a straight piece of ground, metres. */
const PIECE = 1;

/** Metres forward plus metres of the root upward, so that each step up the slope counts. */
function uphill() {
  const forward = forwardProgress();
  return (state: SimState) => forward(state) + state.physics.y(0) - state.standingHeight;
}

/** Go up a slope that grows steeper all the way. */
export const climb = defineTask({
  name: 'climb',
  title: 'Climb',
  about: 'A slope that grows steeper all the way. How high will it get?',
  settings: v.strictObject(
    episodeFields({
      difficulty: 0.3,
      difficultyEffect: 'How quickly the slope grows steep: at 1, 45° after 25 metres.',
    }),
  ),
  terrain({ difficulty, duration }, rng) {
    const ground = startGround(duration);
    let slope = 0;
    while (ground.x < ground.length) {
      slope = Math.min(slope + 0.04 * difficulty * (0.8 + 0.4 * rng.next()), 1.5);
      ground.by(PIECE, slope * PIECE);
    }
    return ground.terrain();
  },
  /** Metres forward and upward, minus effort and lean. A fall ends the episode. */
  rewardFunction: (costs) => ({ ...progressReward(uphill(), costs), terminated: hasFallen }),
});
