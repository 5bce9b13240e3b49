import { expect, test } from 'vitest';
import { bodies } from '../../src/creature/bodies.ts';
import { commonName, summariseGait } from '../../src/run/gait-summary.ts';
import type { Gait } from '../../src/sim/gait/gait.ts';
import { createGaitMeter } from '../../src/sim/gait/meter.ts';

const still = createGaitMeter(bodies.biped, 60).read({ distance: 0, hasFallen: false, gravity: 10 });

test('has the name that most episodes have, and means of what was measured', () => {
  const one: Gait = { ...still, name: 'walk', passing: 1, dutyFactors: [0.6, 0.5], froude: 0.1 };
  const other: Gait = { ...still, name: 'skip', passing: 0.5, dutyFactors: [0.2, 0.4], froude: 0.3 };
  expect(summariseGait([one, other, one])).toMatchObject({
    name: 'walk',
    verb: 'walks',
    passing: expect.closeTo(2.5 / 3, 12),
    dutyFactors: [expect.closeTo(1.4 / 3, 12), expect.closeTo(1.4 / 3, 12)],
    froude: expect.closeTo(0.5 / 3, 12),
  });
});

test('of equals the first name counts, and without episodes it stands', () => {
  expect(commonName(['skip', 'walk', 'walk', 'skip'])).toBe('skip');
  expect(commonName(['skip', 'walk', 'walk'])).toBe('walk');
  expect(summariseGait([])).toMatchObject({ name: 'stand', verb: 'stands', passing: 0, dutyFactors: [] });
});
