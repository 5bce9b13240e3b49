import * as v from 'valibot';
import { expect, test } from 'vitest';
import { xnes } from '../../src/evo/xnes.ts';
import { ellipsoid } from './landscapes.ts';
import { evaluateAll } from './run-search.ts';

const settings = (some: v.InferInput<typeof xnes.settings>) => v.parse(xnes.settings, some);

test('one step in one dimension by hand', () => {
  const from = xnes.init(1, settings({ sigma: 0.5 }), 1, [2]);
  // s = 1, -1, 2, 0 with ranks 3, 1, 2, 4.
  const to = xnes.tell(from, [[2.5], [1.5], [3], [2]], [1, 9, 4, 0]);
  const [first, second] = [Math.log(3), Math.log(3) - Math.log(2)];
  const u = [first / (first + second) - 0.25, second / (first + second) - 0.25, -0.25, -0.25] as const;
  const gradDelta = u[0] * -1 + u[1] * 2 + u[2] * 1 + u[3] * 0;
  const gradM = u[0] * 0 + u[1] * 3 + u[2] * 0 + u[3] * -1;
  expect(to.mean[0]).toBeCloseTo(2 + 0.5 * gradDelta, 14);
  expect(to.factor[0]).toBeCloseTo(0.5 * Math.exp(0.5 * (9 / 5) * gradM), 14);
  expect(xnes.stats(to)).toEqual({ stepSize: to.factor[0], generation: 1 });
});

test('genomes from far away do not make the step size explode', () => {
  const state = xnes.tell(xnes.init(1, settings({ sigma: 0.1 }), 1), [[1000], [0], [0.1], [-0.1]], [3, 2, 1, 0]);
  expect(state.factor[0]).toBeCloseTo(0.1 * Math.E, 14);
});

test('stops when the step size reaches the spacing of single precision, and does not shrink further', () => {
  let state = xnes.init(2, settings({ populationSize: 8, sigma: 0.5 }), 1, [3, 3]);
  expect(xnes.stop(state)).toEqual({});
  for (let g = 0; g < 1000; g++) {
    const { genomes } = xnes.ask(state);
    state = xnes.tell(
      state,
      genomes,
      evaluateAll(genomes, (x) => ellipsoid(Array.from(x, (value) => value - 3))),
    );
  }
  expect(xnes.stop(state)).toHaveProperty('grain');
  expect(xnes.stats(state).stepSize).toBeGreaterThan(1e-9);
});

test('refuses more than 400 weights', () => {
  expect(() => xnes.init(401, settings({}), 1)).toThrow('xNES takes 400 weights at most, not 401: choose SNES');
});
