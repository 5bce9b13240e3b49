import { describe, expect, it } from 'vitest';
import { scaleOf } from '../../../src/app/widgets/slider-scale.ts';

describe.each([
  { min: 0.5, max: 30, isWhole: false, usual: 10 },
  { min: 1e-6, max: 10, isWhole: false, usual: 0.1 },
  { min: 0, max: 1, isWhole: false, usual: 0.002 },
  { min: 4, max: 4096, isWhole: true, usual: 24 },
])('a slider from $min to $max', ({ usual, ...range }) => {
  const scale = scaleOf(range, usual);
  it('maps its ends to the ends of the range, and its middle to the default', () => {
    expect([0, 1].map(scale.valueAt)).toEqual([range.min, range.max]);
    expect(scale.placeOf(range.min)).toBe(0);
    expect(scale.placeOf(range.max)).toBe(1);
    expect(scale.placeOf(usual)).toBeCloseTo(0.5, 9);
    expect(scale.valueAt(0.5)).toBeCloseTo(usual, 9);
  });

  it('rises, within the range', () => {
    const values = Array.from({ length: 101 }, (_, i) => scale.valueAt(i / 100));
    expect(values).toEqual([...values].sort((a, b) => a - b));
    expect(values.every((value) => value >= range.min && value <= range.max)).toBe(true);
    if (range.isWhole) expect(values.every(Number.isInteger)).toBe(true);
  });
});

it.each([
  [1, 1, 64],
  [64, 1, 64],
])('works if the default is at an end: %i of %i to %i', (usual, min, max) => {
  const scale = scaleOf({ min, max, isWhole: true }, usual);
  expect(scale.valueAt(scale.placeOf(usual))).toBe(usual);
  expect(scale.valueAt(0.5)).toBeGreaterThan(1);
  expect(scale.valueAt(0.5)).toBeLessThan(64);
});
