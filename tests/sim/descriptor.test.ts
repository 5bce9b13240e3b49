import { expect, test } from 'vitest';
import { descriptorNames, descriptorOf } from '../../src/sim/descriptor.ts';
import { createGaitMeter } from '../../src/sim/gait/meter.ts';
import { puppet } from '../creature/puppet.ts';

const metrics = {
  distance: 5,
  duration: 5,
  speed: 1,
  energy: 1,
  costOfTransport: 1,
  falls: 0,
  meanHeight: 0.9,
  flight: 0.25,
  dutyFactors: [0.5, 0.75],
  support: 0,
  gait: {
    ...createGaitMeter(puppet, 60).read({ distance: 0, hasFallen: false, gravity: 10 }),
    passing: 0.9,
    alternation: 0.8,
    doubleSupport: 0.2,
    asymmetry: 0.1,
    strideLength: 0.8,
    foreHindLag: 0.25 as number | null,
  },
};
const named = (some: Partial<typeof metrics>) => {
  const values = descriptorOf({ ...metrics, ...some }, 0.4, 10);
  expect(values.length).toBe(descriptorNames.length);
  return Object.fromEntries(values.map((value, i) => [descriptorNames[i], value]));
};

test('describes the gait', () => {
  expect(named({})).toEqual({
    'left duty': 0.5,
    'right duty': 0.75,
    height: expect.closeTo(0.5, 12),
    flight: 0.25,
    speed: 0.5,
    passing: 0.9,
    alternation: 0.8,
    'double support': 0.2,
    symmetry: 0.9,
    stride: 0.5,
    'fore-hind lag': 0.25,
  });
});

test('stays in [0, 1] for any metrics', () => {
  expect(named({ meanHeight: 9, speed: 100 })).toMatchObject({ height: 1, speed: 1 });
  expect(named({ meanHeight: -2, speed: -3 })).toMatchObject({ height: 0, speed: 0 });
  const odd = { ...metrics.gait, strideLength: 99, foreHindLag: null };
  expect(named({ gait: odd })).toMatchObject({ stride: 1, 'fore-hind lag': 0 });
  expect(named({ dutyFactors: [] })).toMatchObject({ 'left duty': 0, 'right duty': 0 });
  expect(named({ dutyFactors: [1] })).toMatchObject({ 'left duty': 1, 'right duty': 0 });
});
