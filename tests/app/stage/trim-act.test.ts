import { expect, it } from 'vitest';
import { noteOrigin, type Origin, originOf } from '../../../src/app/stage/origin.ts';
import { trimAct } from '../../../src/app/stage/trim-act.ts';
import { endOf } from '../../../src/view/playback.ts';
import { gliding } from '../../view/recordings.ts';

const act = (seconds: number) => ({
  generation: 1,
  words: '',
  distance: 5,
  fell: false,
  recording: gliding(5, seconds),
  ghosts: [],
});

it('shows the first four seconds of a long episode, and a short one whole', () => {
  expect(endOf(trimAct(act(10)))).toBeCloseTo(4, 1);
  expect(endOf(trimAct(act(10), 3))).toBeCloseTo(3, 1);
  expect(endOf(trimAct(act(2)))).toBe(2);
});

it('knows what it takes to simulate the episode again', () => {
  const whole = act(10);
  const origin = { generation: 1 } as Origin;
  noteOrigin(whole.recording, origin);
  expect(originOf(trimAct(whole).recording)).toBe(origin);
  expect(originOf(trimAct(act(10)).recording)).toBeUndefined();
});
