import * as v from 'valibot';
import { episodeFields } from '../episode-fields.ts';
import { forwardProgress, hasFallen, progressReward } from '../reward.ts';
import { defineTask } from '../task.ts';
import { startGround } from './ground.ts';

/** Depth of a gap, metres: too deep to climb out. */
const DEPTH = 4;

/** Step or leap over gaps in the ground. */
export const gaps = defineTask({
  name: 'gaps',
  title: 'Gaps',
  about: 'Step or leap over holes in the ground.',
  settings: v.strictObject(
    episodeFields({ sight: 5, difficulty: 0.3, difficultyEffect: 'How wide the gaps are: at 1, about 1.8 metres.' }),
  ),
  terrain({ difficulty, duration }, rng) {
    const ground = startGround(duration);
    while (ground.x < ground.length) {
      ground.by(3 + 3 * rng.next(), 0);
      const width = 0.1 + difficulty * (1 + 0.7 * rng.next());
      ground.by(0.01, -DEPTH);
      ground.by(width, 0);
      ground.by(0.01, DEPTH);
    }
    ground.by(4, 0);
    return ground.terrain();
  },
  /** Metres forward, minus effort and lean. A fall ends the episode. */
  rewardFunction: (costs) => ({ ...progressReward(forwardProgress(), costs), terminated: hasFallen }),
});
