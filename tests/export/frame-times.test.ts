import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frameTimes, gifDelays, gifRate, sampleTimes } from '../../src/export/frame-times.ts';
import { parseSize } from '../../src/export/size.ts';
import { glider } from './glider.ts';

describe('the moments of a film', () => {
  it('are even steps of simulated time, and the end', () => {
    expect(frameTimes(glider(2), { fps: 30, speed: 1 })).toHaveLength(61);
    expect(frameTimes(glider(2), { fps: 30, speed: 4 })).toHaveLength(16);
    expect(frameTimes(glider(1), { fps: 2, speed: 0.5 })).toEqual([0, 0.25, 0.5, 0.75, 1]);
    expect(frameTimes(glider(1), { fps: 1, speed: 0.75 })).toEqual([0, 0.75, 1]);
  });

  it('are distinct, sorted and include the end, at any rate', () => {
    const rates = fc.record({ fps: fc.integer({ min: 1, max: 120 }), speed: fc.constantFrom(0.1, 0.5, 1, 3, 16) });
    fc.assert(
      fc.property(rates, fc.integer({ min: 1, max: 90 }), (timing, frames) => {
        const moments = frameTimes(glider(frames / 60), timing);
        expect(moments.at(-1)).toBeCloseTo(frames / 60, 9);
        expect(new Set(moments).size).toBe(moments.length);
        expect(moments).toEqual([...moments].sort((a, b) => a - b));
      }),
    );
  });

  it('can be sampled even if there is only one', () => {
    expect(sampleTimes([0])).toEqual([0, 0, 0, 0]);
    expect(sampleTimes([0, 1, 2, 3, 4, 5])).toEqual([0, 2, 4, 5]);
  });
});

describe('the frames of a GIF', () => {
  it('have delays of whole hundredths that sum to the exact duration', () => {
    for (const fps of [7, 24, 25, 30, 50]) {
      const delays = gifDelays(10 * fps, fps);
      expect(delays.every((each) => Number.isInteger(each) && each >= 2)).toBe(true);
      expect(delays.reduce((sum, each) => sum + each, 0)).toBe(1000);
    }
    expect(gifRate(60)).toBe(50);
    expect(gifRate(25)).toBe(25);
  });
});

describe('a size', () => {
  it('is two even numbers of pixels, or an error that says what is wrong', () => {
    expect(parseSize('1280x720')).toEqual({ width: 1280, height: 720 });
    expect(() => parseSize('big')).toThrow('a size is as in 1280x720, not "big"');
    expect(() => parseSize('641x360')).toThrow('not 641');
    expect(() => parseSize('640x9000')).toThrow('not 9000');
    expect(() => parseSize('0x0')).toThrow('not 0');
  });
});
