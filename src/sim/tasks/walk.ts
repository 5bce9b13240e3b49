import * as v from 'valibot';
import { episodeFields } from '../episode-fields.ts';
import { forwardProgress, hasFallen, progressReward } from '../reward.ts';
import { defineTask } from '../task.ts';
import { startGround } from './ground.ts';

/** Length of a straight piece of ground, metres. */
const PIECE = 0.5;

/** Go forward on nearly level ground. */
export const walk = defineTask({
  name: 'walk',
  title: 'Walk',
  about: 'Go as far as you can on nearly level ground.',
  settings: v.strictObject(
    episodeFields({ difficulty: 0.1, difficultyEffect: 'How uneven the ground is: at 1, bumps of a hand’s height.' }),
  ),
  terrain({ difficulty, duration }, rng) {
    const ground = startGround(duration);
    let slope = 0;
    while (ground.x < ground.length) {
      // A random walk of the slope that returns to level ground, as in Gymnasium's BipedalWalker.
      slope = 0.8 * slope - 0.02 * ground.y + 0.08 * difficulty * (2 * rng.next() - 1);
      ground.by(PIECE, slope * PIECE);
    }
    return ground.terrain();
  },
  /** Metres forward, minus effort and lean. A fall ends the episode. */
  rewardFunction: (costs) => ({ ...progressReward(forwardProgress(), costs), terminated: hasFallen }),
});
