import * as v from 'valibot';
import { episodeFields } from '../episode-fields.ts';
import { progressOf, progressReward } from '../reward.ts';
import { task } from '../task.ts';
import { courseLength, FRICTION, startGround } from './ground.ts';

/** Depth of a gap, metres: deep enough that nobody climbs out. */
const DEPTH = 4;

/** Step or leap over gaps in the ground. */
export const gaps = task({
  name: 'gaps',
  title: 'Gaps',
  about: 'Step or leap over holes in the ground.',
  settings: v.strictObject(
    episodeFields({ sight: 5, difficulty: 0.3, difficultyEffect: 'How wide the gaps are: at 1, about 1.8 metres.' }),
  ),
  terrain({ difficulty, duration }, rng) {
    const ground = startGround();
    const length = courseLength(duration);
    while (ground.x < length) {
      ground.by(3 + 3 * rng.next(), 0);
      const width = 0.1 + difficulty * (1 + 0.7 * rng.next());
      ground.by(0.01, -DEPTH);
      ground.by(width, 0);
      ground.by(0.01, DEPTH);
    }
    ground.by(4, 0);
    return { points: ground.points(), blocks: [], friction: FRICTION, end: length - 2 };
  },
  judge: (settings) => progressReward(settings, progressOf()),
});
