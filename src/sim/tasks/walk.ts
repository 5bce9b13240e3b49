import * as v from 'valibot';
import { episodeFields } from '../episode-fields.ts';
import { forwardProgress, hasFallen, progressReward } from '../reward.ts';
import { defineTask } from '../task.ts';
import { nearlyLevel } from './ground.ts';

/** Go forward on nearly level ground. */
export const walk = defineTask({
  name: 'walk',
  title: 'Walk',
  about: 'Go as far as you can on nearly level ground.',
  settings: v.strictObject(
    episodeFields({ difficulty: 0.1, difficultyEffect: 'How uneven the ground is: at 1, bumps of a hand’s height.' }),
  ),
  terrain: nearlyLevel,
  /** Metres forward, minus effort and lean. A fall ends the episode. */
  rewardFunction: (costs) => ({ ...progressReward(forwardProgress(), costs), terminated: hasFallen }),
});
