import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { closed } from '../../../src/sim/gait/contacts.ts';
import { shortestContact } from '../../../src/sim/gait/measure.ts';
import { apart, meanPhase, phaseLag } from '../../../src/sim/gait/phase.ts';
import { gaitOf, gaitOfTrack, legsBy, type Pattern, trackOf } from './pattern.ts';

const row = (text: string) => Uint8Array.from(text, Number);
const text = (row: Uint8Array) => row.join('');

describe('contacts', () => {
  test.each([
    ['0001110111000', '0001111111000', 'a gap'],
    ['0001110011000', '0001111111000', 'a gap of two'],
    ['0001110001000', '0001110000000', 'a long gap stays, a short touch goes'],
    ['0001000110000', '0000000000000', 'touches'],
    ['0001110001110', '0001110001110', 'nothing shorter than three'],
    ['1011100111001', '1111111111111', 'gaps next to the ends'],
    ['1000111000100', '1000111000000', 'never the first or the last run'],
    ['0100110', '0111110', 'gaps before touches'],
  ])('%s becomes %s: %s', (before, after) => {
    const given = row(before);
    expect(text(closed(given, 3))).toBe(after);
    expect(text(given)).toBe(before);
  });

  test('closing twice changes nothing more', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(0, 1), { maxLength: 60 }), fc.integer({ min: 1, max: 5 }), (values, n) => {
        const once = closed(Uint8Array.from(values), n);
        expect(closed(once, n)).toEqual(once);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  test('count from 0.1 sqrt(L/g) on', () => {
    // sqrt(2.5 / 10) = 0.5 s: 0.05 s are three frames at 60 a second and twelve at 240.
    expect(shortestContact({ legLength: 2.5, rate: 60 }, 10)).toBe(3);
    expect(shortestContact({ legLength: 2.4, rate: 60 }, 10)).toBe(3);
    expect(shortestContact({ legLength: 2.6, rate: 60 }, 10)).toBe(4);
    expect(shortestContact({ legLength: 2.5, rate: 240 }, 10)).toBe(12);
  });
});

describe('phases', () => {
  test('are the place between two footfalls of the reference', () => {
    expect(phaseLag([0, 10, 20], [3, 13])).toBeCloseTo(0.3, 12);
    expect(phaseLag([0, 10, 30], [5, 15])).toBeCloseTo(0.375, 12);
    expect(phaseLag([0, 10], [10, 12])).toBeUndefined();
    expect(phaseLag([0], [0])).toBeUndefined();
  });

  test('have a mean around the circle, or none', () => {
    expect(apart(meanPhase([0.9, 0.1])!, 0)).toBeLessThan(1e-9);
    expect(meanPhase([0, 0.5])).toBeUndefined();
    expect(meanPhase([])).toBeUndefined();
    // Two phases 0.3 apart have a mean vector of cos(0.3 π) = 0.59, 0.35 apart of 0.45.
    expect(meanPhase([0, 0.3])).toBeCloseTo(0.15, 9);
    expect(meanPhase([0, 0.35])).toBeUndefined();
  });
});

describe('a pattern’s measures', () => {
  const walk: Pattern = { lags: [0, 0.5], duty: 0.6, speed: 1.2, sliding: 0.1 };

  test('are what it was drawn with', () => {
    expect(gaitOf(walk)).toEqual({
      name: 'walk',
      footfalls: 27,
      passing: 1,
      alternation: 1,
      dutyFactors: [expect.closeTo(0.6, 12), expect.closeTo(0.6, 12)],
      doubleSupport: expect.closeTo(0.2, 12),
      flight: 0,
      rawFlight: 0,
      tolerantFlight: 0,
      phaseLags: [expect.closeTo(0, 12), expect.closeTo(0.5, 12)],
      foreHindLag: null,
      strideLength: expect.closeTo(1.2, 12),
      strideFrequency: expect.closeTo(1, 12),
      asymmetry: expect.closeTo(0, 12),
      // Each foot slides for 0.6 of the time: 0.12 m a second on 1.2 m.
      slip: expect.closeTo(0.1, 2),
      froude: expect.closeTo(1.44 / 10, 12),
      costOfTransport: 0,
    });
  });

  test('leave out the first 30 % of the time', () => {
    const track = trackOf(walk, legsBy(2));
    for (const contacts of track.touching) contacts.fill(0, 0, 0.3 * track.frameCount);
    expect(gaitOfTrack(track).dutyFactors).toEqual([0.6, 0.6].map((duty) => expect.closeTo(duty, 12)));
    for (const contacts of track.touching) contacts.fill(0, 0, 0.31 * track.frameCount);
    expect(gaitOfTrack(track).dutyFactors[0]).toBeLessThan(0.6);
  });

  test('tell flight of raw, closed and tolerant contacts', () => {
    const track = trackOf({ ...walk, duty: 0.4 }, legsBy(2));
    const chattering = track.touching.map((contacts) => contacts.map((down, t) => (t % 10 === 0 ? 0 : down)));
    const near = track.touching.map((contacts) => contacts.map(() => 1));
    const { rawFlight, flight, tolerantFlight } = gaitOfTrack({ ...track, touching: chattering, near });
    expect(flight).toBeCloseTo(0.2, 1);
    expect(rawFlight).toBeGreaterThan(flight + 0.05);
    expect(tolerantFlight).toBe(0);
  });

  test('go by the direction of travel', () => {
    const backwards = gaitOf({ ...walk, speed: -1.2, ahead: -0.5 });
    expect(backwards).toMatchObject({ name: 'walk', passing: 1 });
    expect(gaitOf({ ...walk, ahead: -0.5 }).passing).toBe(0);
  });

  test('of no frames are zeros', () => {
    const { name, passing, phaseLags, ...rest } = gaitOf({ ...walk, strides: 0 });
    expect([name, passing, phaseLags]).toEqual(['stand', 0, [null, null]]);
    for (const value of Object.values(rest).flat()) expect(value === null || value === 0).toBe(true);
  });
});

/** Any steady pattern of one to eight legs. */
const patterns = fc.integer({ min: 0, max: 8 }).chain((count) =>
  fc.record({
    lags: fc
      .array(fc.integer({ min: 0, max: 59 }), { minLength: count, maxLength: count })
      .map((all) => all.map((k) => k / 60)),
    duty: fc
      .array(fc.integer({ min: 6, max: 54 }), { minLength: count, maxLength: count })
      .map((all) => all.map((k) => k / 60)),
    ahead: fc.array(fc.constantFrom(-0.5, 0.5), { minLength: count, maxLength: count }),
    speed: fc.constantFrom(0.02, 0.5, 2),
    sliding: fc.constantFrom(0, 1),
  }),
);
const often = { seed: 1, numRuns: 200 };

describe('any pattern', { tags: 'slow' }, () => {
  test('has the name of its mirror image', () => {
    fc.assert(
      fc.property(patterns, (pattern) => {
        const mirrored = <T>(values: T[]) => (values.length % 2 ? values : values.map((_, i) => values[i ^ 1] as T));
        const image = {
          ...pattern,
          lags: mirrored(pattern.lags),
          duty: mirrored(pattern.duty),
          ahead: mirrored(pattern.ahead),
        };
        expect(gaitOf(image).name).toBe(gaitOf(pattern).name);
      }),
      often,
    );
  });

  test('has the same name and shares when it goes at half the pace, contacts being long', () => {
    fc.assert(
      fc.property(patterns, (pattern) => {
        const legs = legsBy(pattern.lags.length);
        const [one, half] = [1, 2].map((scale) => gaitOfTrack(trackOf(pattern, legs, scale)));
        expect(half!.name).toBe(one!.name);
        expect(half!.passing).toBeCloseTo(one!.passing, 9);
        expect(half!.flight).toBeCloseTo(one!.flight, 9);
        expect(half!.strideFrequency).toBeCloseTo(one!.strideFrequency / 2, 9);
        expect(half!.froude).toBeCloseTo(one!.froude / 4, 1);
      }),
      often,
    );
  });

  test('has shares in [0, 1] and finite measures', () => {
    fc.assert(
      fc.property(patterns, (pattern) => {
        const { name, dutyFactors, phaseLags, foreHindLag, ...numbers } = gaitOf(pattern);
        const { passing, alternation, doubleSupport, flight, asymmetry } = numbers;
        for (const share of [...dutyFactors, passing, alternation, doubleSupport, flight, asymmetry]) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
        }
        for (const lag of [...phaseLags, foreHindLag ?? 0]) expect(lag === null || (lag >= 0 && lag < 1)).toBe(true);
        expect(Object.values(numbers).every(Number.isFinite)).toBe(true);
      }),
      often,
    );
  });
});
