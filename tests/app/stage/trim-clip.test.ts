import { expect, it } from 'vitest';
import { noteOrigin, type Origin, originOf } from '../../../src/app/stage/origin.ts';
import { trimClip } from '../../../src/app/stage/trim-clip.ts';
import { clipDuration } from '../../../src/view/playback.ts';
import { gliding } from '../../view/recordings.ts';

const clip = (seconds: number) => ({
  generation: 1,
  words: '',
  distance: 5,
  fell: false,
  recording: gliding(5, seconds),
  ghosts: [],
});

it('keeps the first four seconds of a long episode, and all of a short one', () => {
  expect(clipDuration(trimClip(clip(10)))).toBeCloseTo(4, 1);
  expect(clipDuration(trimClip(clip(10), 3))).toBeCloseTo(3, 1);
  expect(clipDuration(trimClip(clip(2)))).toBe(2);
});

it('keeps the origin, so that the episode can be simulated again', () => {
  const whole = clip(10);
  const origin = { generation: 1 } as Origin;
  noteOrigin(whole.recording, origin);
  expect(originOf(trimClip(whole).recording)).toBe(origin);
  expect(originOf(trimClip(clip(10)).recording)).toBeUndefined();
});
