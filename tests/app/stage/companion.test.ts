import { beforeEach, expect, it } from 'vitest';
import { companion, withCompanion, withCompanionAgain } from '../../../src/app/stage/companion.ts';
import type { Clip } from '../../../src/view/playback.ts';
import { gliding } from '../../view/recordings.ts';

const clip = (distance: number, gait: string): Clip => ({
  ...{ generation: 3, words: '', distance, fell: true, gait, ghosts: [] },
  recording: gliding(distance, 1),
});
const trained = clip(16, 'walk');

beforeEach(() => {
  companion.value = { clip: trained, isNeeded: true };
});

it('stands beside champions that fall or only take a step', () => {
  for (const newborn of [clip(2.4, 'fall'), clip(3, 'walk'), clip(9, 'skip')]) {
    expect(withCompanion(newborn).companion?.recording).toBe(trained.recording);
  }
});

it.each([
  ['walks', clip(5, 'walk')],
  ['gets far in another way', clip(10, 'skip')],
])('leaves for good when one %s', (_, walking) => {
  expect(withCompanion(walking).companion).toBeUndefined();
  expect(companion.value?.isNeeded).toBe(false);
  expect(withCompanion(clip(0, 'fall')).companion).toBeUndefined();
  expect(withCompanionAgain(walking).companion?.recording).toBe(trained.recording);
});

it('is missing when none was verified', () => {
  companion.value = undefined;
  const newborn = clip(0, 'fall');
  expect(withCompanion(newborn)).toBe(newborn);
  expect(withCompanionAgain(newborn)).toBe(newborn);
});
