import * as v from 'valibot';
import { cos } from '../../math/portable.ts';
import { episodeFields } from '../episode-fields.ts';
import { progressOf, progressReward } from '../reward.ts';
import { task } from '../task.ts';
import { courseLength, FRICTION, startGround } from './ground.ts';

const PIECE = 0.75;

/** Go up and down over rolling hills. */
export const hills = task({
  name: 'hills',
  title: 'Hills',
  about: 'Go up and down over rolling hills, no two alike.',
  settings: v.strictObject(
    episodeFields({ sight: 3, difficulty: 0.4, difficultyEffect: 'How high the hills are: at 1, about two metres.' }),
  ),
  terrain({ difficulty, duration }, rng) {
    const ground = startGround();
    const length = courseLength(duration);
    while (ground.x < length) {
      // One hill: up and down again by a raised cosine.
      const width = 5 + 6 * rng.next();
      const height = 2 * difficulty * (0.4 + 0.6 * rng.next());
      const pieces = Math.ceil(width / PIECE);
      const foot = ground.y;
      for (let i = 1; i <= pieces; i++) {
        const y = foot + (height / 2) * (1 - cos((2 * Math.PI * i) / pieces));
        ground.by(width / pieces, y - ground.y);
      }
    }
    return { points: ground.points(), blocks: [], friction: FRICTION, end: length - 2 };
  },
  judge: (settings) => progressReward(settings, progressOf()),
});
