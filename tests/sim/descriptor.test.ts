import { expect, test } from 'vitest';
import { descriptorNames, descriptorOf } from '../../src/sim/descriptor.ts';

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
  });
});

test('stays in [0, 1] for any metrics', () => {
  expect(named({ meanHeight: 9, speed: 100 })).toMatchObject({ height: 1, speed: 1 });
  expect(named({ meanHeight: -2, speed: -3 })).toMatchObject({ height: 0, speed: 0 });
  expect(named({ dutyFactors: [] })).toMatchObject({ 'left duty': 0, 'right duty': 0 });
  expect(named({ dutyFactors: [1] })).toMatchObject({ 'left duty': 1, 'right duty': 0 });
});
