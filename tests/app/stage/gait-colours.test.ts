import { expect, test } from 'vitest';
import { countFamilies, familyOf, gaitFamilies } from '../../../src/app/stage/gait-colours.ts';
import { gaitNames } from '../../../src/sim/gait/names.ts';

test('every gait has a colour, and is counted once', () => {
  expect(gaitFamilies.flatMap(({ names }) => names).toSorted()).toEqual(gaitNames.toSorted());
  expect(countFamilies(['fall', 'walk', 'tripod', 'fall', 'skip']).map(({ family, count }) => [family, count])).toEqual(
    [
      [familyOf('walk'), 2],
      [familyOf('skip'), 1],
      [familyOf('fall'), 2],
    ],
  );
});

type Triple = readonly [number, number, number];

/** What is left of linear red, green and blue: Machado, Oliveira & Fernandes (2009), severity 1. */
const SIGHT: Record<string, readonly [Triple, Triple, Triple]> = {
  'all cones': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  'no red cones': [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  'no green cones': [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  'no blue cones': [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const times = ([a, b, c]: Triple, [x, y, z]: Triple) => a * x + b * y + c * z;

/** Linear red, green and blue of 0xrrggbb. */
const linear = (colour: number) =>
  [16, 8, 0].map((shift) => (((colour >> shift) & 255) / 255) ** 2.2) as unknown as Triple;

/** CIE L*a*b* of linear red, green and blue. */
function lab(rgb: Triple): Triple {
  const root = (value: number) => (value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116);
  const x = root(times([0.4124, 0.3576, 0.1805], rgb) / 0.9505);
  const y = root(times([0.2126, 0.7152, 0.0722], rgb));
  const z = root(times([0.0193, 0.1192, 0.9505], rgb) / 1.089);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

test.each(Object.entries(SIGHT))('the colours differ with %s', (_, matrix) => {
  const seen = gaitFamilies.map(({ colour }) => {
    const rgb = linear(colour);
    return lab(matrix.map((row) => Math.max(0, Math.min(1, times(row, rgb)))) as unknown as Triple);
  });
  const apart = seen.flatMap((a, i) => seen.slice(i + 1).map((b) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])));
  // 2.3 is what can just be told apart side by side.
  expect(Math.min(...apart)).toBeGreaterThan(15);
});
