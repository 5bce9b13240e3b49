import * as v from 'valibot';
import { episodeFields } from '../episode-fields.ts';
import { progressOf, progressReward } from '../reward.ts';
import type { SimState } from '../sim-state.ts';
import { task } from '../task.ts';
import { courseLength, FRICTION, startGround } from './ground.ts';

const PIECE = 1;

/** Metres of way uphill: forward and upward together, so that every step up the slope counts. */
function uphill() {
  const along = progressOf();
  return (situation: SimState) => along(situation) + situation.physics.y(0) - situation.standingHeight;
}

/** Get up a slope that grows steeper all the way. */
export const climb = task({
  name: 'climb',
  title: 'Climb',
  about: 'A slope that grows steeper all the way. How high will it get?',
  settings: v.strictObject(
    episodeFields({
      difficulty: 0.3,
      difficultyEffect: 'How quickly the slope grows steep: at 1, 45° after 25 metres.',
    }),
  ),
  terrain({ difficulty, duration }, rng) {
    const ground = startGround();
    const length = courseLength(duration);
    let slope = 0;
    while (ground.x < length) {
      slope = Math.min(slope + 0.04 * difficulty * (0.8 + 0.4 * rng.next()), 1.5);
      ground.by(PIECE, slope * PIECE);
    }
    return { points: ground.points(), blocks: [], friction: FRICTION, end: length - 2 };
  },
  judge: (settings) => progressReward(settings, uphill()),
});
