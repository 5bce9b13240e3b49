import * as v from 'valibot';
import { episodeFields } from '../episode-fields.ts';
import { progressReward } from '../reward.ts';
import type { SimState } from '../sim-state.ts';
import { task } from '../task.ts';
import { heightAt } from '../terrain.ts';
import { courseLength, FRICTION, startGround } from './ground.ts';

/** What a metre of rising counts while a part still touches the ground: stretching is the way to jumping. */
const STRETCH = 0.2;

const airborne = ({ physics }: SimState) => physics.plan.parts.every((_, i) => !physics.touches(i));

/** The highest its root has been over the ground, above where it stood; a stretch counts for a fifth of a leap. */
function peak() {
  let highest = 0;
  return (situation: SimState) => {
    const { physics, terrain, standingHeight, time } = situation;
    const rise = physics.y(0) - heightAt(terrain, physics.x(0)) - standingHeight;
    // Creatures are set down from a centimetre up: landing is no jump.
    const share = time > 0.25 && airborne(situation) ? 1 : STRETCH;
    highest = Math.max(highest, rise * share);
    return highest;
  };
}

/** Get off the ground, as high as can be. */
export const jump = task({
  name: 'jump',
  title: 'Jump',
  about: 'Get off the ground, as high as you can.',
  settings: v.strictObject(
    episodeFields({ duration: 5, difficulty: 0, difficultyEffect: 'How uneven the ground is that it jumps from.' }),
  ),
  terrain({ difficulty, duration }, rng) {
    const ground = startGround();
    const length = courseLength(duration);
    while (ground.x < length) ground.by(1, 0.1 * difficulty * (2 * rng.next() - 1));
    return { points: ground.points(), blocks: [], friction: FRICTION, end: length - 2 };
  },
  judge: (settings) => progressReward(settings, peak()),
});
