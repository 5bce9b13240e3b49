import * as v from 'valibot';
import { episodeFields } from '../episode-fields.ts';
import { progressOf, progressReward } from '../reward.ts';
import { task } from '../task.ts';
import type { Block } from '../terrain.ts';
import { courseLength, FRICTION, RUNWAY, startGround } from './ground.ts';

/** Get over blocks that stand in the way. */
export const hurdles = task({
  name: 'hurdles',
  title: 'Hurdles',
  about: 'Get over blocks that stand in the way.',
  settings: v.strictObject(
    episodeFields({ sight: 5, difficulty: 0.3, difficultyEffect: 'How high the hurdles are: at 1, about a metre.' }),
  ),
  terrain({ difficulty, duration }, rng) {
    const ground = startGround();
    const length = courseLength(duration);
    ground.by(length - RUNWAY, 0);
    const blocks: Block[] = [];
    let x = RUNWAY + 1;
    while (x < length - 3) {
      const width = 0.3 + 0.5 * rng.next();
      const height = 0.05 + 0.95 * difficulty * (0.6 + 0.4 * rng.next());
      blocks.push({ x, y: height / 2, width, height });
      x += 4 + 3 * rng.next();
    }
    return { points: ground.points(), blocks, friction: FRICTION, end: length - 2 };
  },
  judge: (settings) => progressReward(settings, progressOf()),
});
