import { expect, test } from 'vitest';
import { runClarity, walkClarity } from '../../../src/sim/gait/clarity.ts';
import type { Gait } from '../../../src/sim/gait/gait.ts';

const walk: Gait = {
  ...{ name: 'walk', footfalls: 20, passing: 1, alternation: 1, dutyFactors: [0.6, 0.58], doubleSupport: 0.2 },
  ...{ flight: 0, rawFlight: 0, tolerantFlight: 0, phaseLags: [0, 0.5], foreHindLag: null, strideLength: 1 },
  ...{ strideFrequency: 1, asymmetry: 0.02, slip: 0, froude: 0.15, costOfTransport: 0.4 },
};
const run: Gait = { ...walk, name: 'run', dutyFactors: [0.35, 0.36], doubleSupport: 0, flight: 0.25 };

test.each([
  ['a walk', walk, 1],
  ['one foot a little over half a stride', { ...walk, dutyFactors: [0.6, 0.505] }, 0.5],
  ['one foot a little short of it', { ...walk, dutyFactors: [0.6, 0.49] }, 0],
  ['a tenth of flight', { ...walk, flight: 0.1 }, 0],
  ['a twentieth of flight', { ...walk, flight: 0.05 }, 0.5],
  ['one landing in ten out of turn', { ...walk, alternation: 0.9 }, 0.5],
  ['both', { ...walk, alternation: 0.9, flight: 0.05 }, 0.25],
  ['a leg that leads', { ...walk, passing: 0.6 }, 0],
  ['uneven legs', { ...walk, asymmetry: 0.12 }, 0],
  ['a run', run, 0],
])('how clearly it is a walk: %s', (_, gait, clarity) => {
  expect(walkClarity(gait, [{ left: 0, right: 1 }])).toBeCloseTo(clarity, 12);
});

test.each([
  ['a run', run, 1],
  ['one with little flight', { ...run, flight: 0.03 }, 0],
  ['one whose contacts are almost half a stride', { ...run, dutyFactors: [0.35, 0.495] }, 0.5],
  ['a skip', { ...run, passing: 0.5 }, 0],
  ['a walk', walk, 0],
])('how clearly it is a run: %s', (_, gait, clarity) => {
  expect(runClarity(gait)).toBeCloseTo(clarity, 12);
});

test('of three pairs of legs and more, it is a clear walk only with neighbours in turn', () => {
  const pairs = [
    { left: 0, right: 1 },
    { left: 2, right: 3 },
    { left: 4, right: 5 },
  ];
  const clarity = (phaseLags: (number | null)[]) =>
    walkClarity({ ...walk, dutyFactors: Array(6).fill(0.6), phaseLags }, pairs);
  expect(clarity([0, 0.5, 0.5, 0, 0, 0.5])).toBe(1);
  expect(clarity([0, 0.5, 0.35, 0.85, 0, 0.5])).toBeCloseTo(0.5, 12);
  expect(clarity([0, 0.5, 0, 0.5, 0, 0.5])).toBe(0);
  expect(clarity([0, 0.5, null, 0, 0, 0.5])).toBe(0);
});
