import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addOuter, addOuters } from '../../src/math/linalg.ts';

const size = 6;
const vector = fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: size, maxLength: size });

test('outer products added together have the bits of those added one by one', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ weight: fc.double({ min: -1, max: 1, noNaN: true }), y: vector })), (given) => {
      const vectors = given.map(({ weight, y }) => ({ weight, y: Float64Array.from(y) }));
      const [together, each] = [new Float64Array(size * size).fill(0.1), new Float64Array(size * size).fill(0.1)];
      addOuters(together, vectors);
      for (const { weight, y } of vectors) addOuter(each, weight, y);
      expect(together).toEqual(each);
    }),
    { seed: 1, numRuns: 200 },
  );
});
