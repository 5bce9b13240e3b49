import * as v from 'valibot';
import { episodeFields } from '../episode-fields.ts';
import { progressOf, progressReward } from '../reward.ts';
import { task } from '../task.ts';
import { courseLength, FRICTION, startGround } from './ground.ts';

/** Climb and descend flights of stairs. */
export const stairs = task({
  name: 'stairs',
  title: 'Stairs',
  about: 'Flights of steps, up and down.',
  settings: v.strictObject(
    episodeFields({ sight: 4, difficulty: 0.3, difficultyEffect: 'How high the steps are: at 1, 50 cm.' }),
  ),
  terrain({ difficulty, duration }, rng) {
    const ground = startGround();
    const length = courseLength(duration);
    let up = true;
    while (ground.x < length) {
      const rise = 0.5 * difficulty * (0.6 + 0.4 * rng.next()) * (up ? 1 : -1);
      const tread = 0.9 + 0.6 * rng.next();
      const count = 3 + Math.floor(4 * rng.next());
      for (let i = 0; i < count; i++) {
        // A step's face leans by a centimetre, so that its edge has one side only.
        ground.by(0.01, rise);
        ground.by(tread, 0);
      }
      ground.by(2 + 2 * rng.next(), 0);
      up = !up;
    }
    return { points: ground.points(), blocks: [], friction: FRICTION, end: length - 2 };
  },
  judge: (settings) => progressReward(settings, progressOf()),
});
