import { describe, expect, it } from 'vitest';
import { knownUntil } from '../../../src/app/player/known-until.ts';

const different = { verified: false, isRecorded: true, differsAt: { test: 0, second: 4 } };

describe('how long activations are known', () => {
  it('is the whole episode if the resimulation is shown', () => {
    expect(knownUntil({ verified: true, isRecorded: false, differsAt: undefined })).toBe(Number.POSITIVE_INFINITY);
    expect(knownUntil({ ...different, isRecorded: false })).toBe(Number.POSITIVE_INFINITY);
  });

  it('is up to the last equal second of a recording', () => {
    expect(knownUntil(different)).toBe(3);
    expect(knownUntil({ ...different, differsAt: { test: 0, second: 1 } })).toBe(0);
  });

  it('is the whole recording if its first test is equal, and 0 if no second is known', () => {
    expect(knownUntil({ ...different, differsAt: { test: 1, second: 2 } })).toBe(Number.POSITIVE_INFINITY);
    expect(knownUntil({ ...different, differsAt: undefined })).toBe(0);
  });
});
