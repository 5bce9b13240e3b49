import * as v from 'valibot';
import { episodeFields } from '../episode-fields.ts';
import { forwardProgress, hasFallen, progressReward } from '../reward.ts';
import { defineTask } from '../task.ts';
import { startGround } from './ground.ts';

/** Climb and descend flights of stairs. */
export const stairs = defineTask({
  name: 'stairs',
  title: 'Stairs',
  about: 'Flights of steps, up and down.',
  settings: v.strictObject(
    episodeFields({ sight: 4, difficulty: 0.3, difficultyEffect: 'How high the steps are: at 1, 50 cm.' }),
  ),
  terrain({ difficulty, duration }, rng) {
    const ground = startGround(duration);
    let up = true;
    while (ground.x < ground.length) {
      const rise = 0.5 * difficulty * (0.6 + 0.4 * rng.next()) * (up ? 1 : -1);
      const tread = 0.9 + 0.6 * rng.next();
      const count = 3 + Math.floor(4 * rng.next());
      for (let i = 0; i < count; i++) {
        // The face of a step leans by a centimetre: x must grow from corner to corner.
        ground.by(0.01, rise);
        ground.by(tread, 0);
      }
      ground.by(2 + 2 * rng.next(), 0);
      up = !up;
    }
    return ground.terrain();
  },
  /** Metres forward, minus effort and lean. A fall ends the episode. */
  rewardFunction: (costs) => ({ ...progressReward(forwardProgress(), costs), terminated: hasFallen }),
});
