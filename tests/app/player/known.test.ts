import { describe, expect, it } from 'vitest';
import { knownUpTo } from '../../../src/app/player/known.ts';

const parted = { verified: false, isRecorded: true, differsAt: { test: 0, second: 4 } };

describe('what is known of the thoughts behind what is shown', () => {
  it('is all, of a life that was just lived', () => {
    expect(knownUpTo({ verified: true, isRecorded: false, differsAt: undefined })).toBe(Number.POSITIVE_INFINITY);
    expect(knownUpTo({ ...parted, isRecorded: false })).toBe(Number.POSITIVE_INFINITY);
  });

  it('ends with the last second that is the same, of a recording', () => {
    expect(knownUpTo(parted)).toBe(3);
    expect(knownUpTo({ ...parted, differsAt: { test: 0, second: 1 } })).toBe(0);
  });

  it('is all of a recording whose first test is the same, and nothing where nobody can say', () => {
    expect(knownUpTo({ ...parted, differsAt: { test: 1, second: 2 } })).toBe(Number.POSITIVE_INFINITY);
    expect(knownUpTo({ ...parted, differsAt: undefined })).toBe(0);
  });
});
