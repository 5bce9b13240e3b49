import { signal } from '@preact/signals';
import { expect, it } from 'vitest';
import type { Session } from '../../../src/app/session/session.ts';
import { whyWorse } from '../../../src/app/shell/seen-line.tsx';
import { parseExperiment } from '../../../src/run/experiment.ts';
import type { Clip } from '../../../src/view/playback.ts';

const session = {
  best: signal(9),
  bestGeneration: signal(undefined),
  experiment: signal(parseExperiment({})),
  championHistory: { entries: [0, 20].map((generation) => ({ generation, distance: generation === 20 ? 9 : 1 })) },
} as unknown as Session;
const clip = (generation: number, distance: number, fell = true) => ({ generation, distance, fell }) as Clip;

it('explains a fall after the best, and none before it', () => {
  expect(whyWorse(session, clip(30, 1))).toMatch(/^The best got 9\.0 m/);
  expect(whyWorse(session, clip(0, 1))).toBe('');
  expect(whyWorse(session, clip(20, 1))).toBe('');
});

it('explains no champion that stays upright or gets about as far', () => {
  expect(whyWorse(session, clip(30, 1, false))).toBe('');
  expect(whyWorse(session, clip(30, 7.5))).toBe('');
});
