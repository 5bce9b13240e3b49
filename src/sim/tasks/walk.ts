import * as v from 'valibot';
import { episodeFields } from '../episode-fields.ts';
import { progressOf, progressReward } from '../reward.ts';
import { task } from '../task.ts';
import { nearlyLevel } from './ground.ts';

/** Go forward on nearly level ground. */
export const walk = task({
  name: 'walk',
  title: 'Walk',
  about: 'Go as far as you can on nearly level ground.',
  settings: v.strictObject(
    episodeFields({ difficulty: 0.1, difficultyEffect: 'How uneven the ground is: at 1, bumps of a hand’s height.' }),
  ),
  terrain: nearlyLevel,
  judge: (settings) => progressReward(settings, progressOf()),
});
