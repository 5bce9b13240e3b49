import { expect, it } from 'vitest';
import { crowdClip } from '../../../src/app/stage/crowd.ts';
import { familyOf } from '../../../src/app/stage/gait-colours.ts';
import { parseExperiment } from '../../../src/run/experiment.ts';
import type { Episode } from '../../../src/sim/rollout.ts';
import { gliding } from '../../view/recordings.ts';

const life = (fitness: number) =>
  ({
    evaluation: {
      fitness,
      ending: 'truncated',
      metrics: { distance: fitness, duration: 10, gait: { name: fitness > 2 ? 'walk' : 'skip' } },
    },
    recording: gliding(fitness, 1),
  }) as unknown as Episode;

it('shows a generation, the best first, failed ones last, with the leader in front', () => {
  const lives = [life(1), life(Number.NaN), life(7), life(3)];
  const clip = crowdClip(parseExperiment({}), 9, lives, 1);
  expect(clip.words).toBe('Number 2 of 4 walks 3.0 m and stays upright.');
  expect(clip.recording).toBe(lives[3]?.recording);
  expect(clip.crowd?.leader).toBe(1);
  expect(clip.crowd?.members.map(({ recording }) => lives.findIndex((each) => each.recording === recording))).toEqual([
    2, 3, 0, 1,
  ]);
  expect(clip.crowd?.members.map(({ share }) => Math.round(60 * share))).toEqual([60, 40, 20, 0]);
  expect(crowdClip(parseExperiment({}), 9, lives, 0).words).toBe('The best of 4 walks 7.0 m and stays upright.');
});

it('can be in the colours of the gaits', () => {
  const lives = [life(1), life(7), life(3)];
  const { colour, crowd } = crowdClip(parseExperiment({}), 9, lives, 1, true);
  const [walks, skips] = [familyOf('walk').colour, familyOf('skip').colour];
  expect(crowd?.members.map((member) => member.colour)).toEqual([walks, walks, skips]);
  expect(colour).toBe(walks);
  expect(crowdClip(parseExperiment({}), 9, lives, 1).colour).toBeUndefined();
});
