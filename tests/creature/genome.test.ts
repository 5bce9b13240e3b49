import { expect, test } from 'vitest';
import { linear } from '../../src/creature/brains/linear.ts';
import { develop, slices } from '../../src/creature/genome.ts';
import { puppet } from './puppet.ts';

const brain = linear.build({}, { observationSize: 2, actionSize: 2, controlTimestep: 0.1 });

test('slices follow each other', () => {
  let start = 0;
  for (const slice of slices(brain)) {
    expect(slice.start).toBe(start);
    start += slice.length;
  }
  expect(start).toBe(6);
});

test('a genome develops into a body with a policy', () => {
  const { plan, policy } = develop(puppet, brain, Float32Array.of(0, 0, 0, 0, 1, -1));
  expect(plan).toBe(puppet);
  const action = new Float64Array(2);
  policy(new Float64Array(2), action);
  expect(action[0]).toBeCloseTo(Math.tanh(1), 12);
  expect(action[1]).toBeCloseTo(-Math.tanh(1), 12);
});

test.each([0, 5, 7])('a genome of %i numbers is refused when six are needed', (length) => {
  expect(() => develop(puppet, brain, new Float32Array(length))).toThrow(
    `genome has ${length} numbers, this brain takes 6`,
  );
});
