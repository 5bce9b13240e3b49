import * as v from 'valibot';
import { expect, test } from 'vitest';
import { snes } from '../../src/evo/snes.ts';

const settings = (some: v.InferInput<typeof snes.settings>) => v.parse(snes.settings, some);

test('one step in one dimension by hand', () => {
  const from = snes.init(1, settings({ sigma: 0.5 }), 1, [2]);
  // s = 1, -1, 2, 0 with ranks 3, 1, 2, 4.
  const to = snes.tell(from, [[2.5], [1.5], [3], [2]], [1, 9, 4, 0]);
  const [first, second] = [Math.log(3), Math.log(3) - Math.log(2)];
  const u = [first / (first + second) - 0.25, second / (first + second) - 0.25, -0.25, -0.25] as const;
  const gradMean = u[0] * -1 + u[1] * 2 + u[2] * 1 + u[3] * 0;
  const gradSigma = u[0] * 0 + u[1] * 3 + u[2] * 0 + u[3] * -1;
  expect(to.mean[0]).toBeCloseTo(2 + 0.5 * gradMean, 14);
  expect(to.sigma[0]).toBeCloseTo(0.5 * Math.exp(0.5 * (3 / 5) * gradSigma), 14);
  expect(snes.stats(to)).toEqual({ stepSize: to.sigma[0], generation: 1 });
});

test('sigma does not shrink below the spacing of single precision', () => {
  let state = snes.init(1, settings({ sigma: 1e-6 }), 1, [1000]);
  for (let i = 0; i < 50; i++) state = snes.tell(state, [[1000], [1000], [1000.001], [999.999]], [2, 1, 0, 0]);
  expect(state.sigma[0]).toBeGreaterThan(2 ** -22 * 1000);
  expect(new Set(snes.ask(state).genomes.map((genome) => genome[0])).size).toBeGreaterThan(4);
});

test('genomes from far away do not make the step size explode', () => {
  const state = snes.tell(snes.init(1, settings({ sigma: 0.1 }), 1), [[1000], [0], [0.1], [-0.1]], [3, 2, 1, 0]);
  expect(state.sigma[0]).toBeLessThan(0.3);
});
