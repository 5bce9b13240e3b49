import * as v from 'valibot';
import { episodeFields } from '../episode-fields.ts';
import { progressOf, progressReward } from '../reward.ts';
import { task } from '../task.ts';
import { courseLength, FRICTION, startGround } from './ground.ts';

/** Length of one straight piece of ground, metres. */
const PIECE = 0.5;

/** Go forward on nearly level ground. */
export const walk = task({
  name: 'walk',
  title: 'Walk',
  about: 'Go as far as you can on nearly level ground.',
  settings: v.strictObject(
    episodeFields({ difficulty: 0.1, difficultyEffect: 'How uneven the ground is: at 1, bumps of a hand’s height.' }),
  ),
  terrain({ difficulty, duration }, rng) {
    const ground = startGround();
    const length = courseLength(duration);
    let slope = 0;
    while (ground.x < length) {
      // The slope wanders and is drawn back to level ground, as in Gymnasium's BipedalWalker.
      slope = 0.8 * slope - 0.02 * ground.y + 0.08 * difficulty * (2 * rng.next() - 1);
      ground.by(PIECE, slope * PIECE);
    }
    return { points: ground.points(), blocks: [], friction: FRICTION, end: length - 2 };
  },
  judge: (settings) => progressReward(settings, progressOf()),
});
