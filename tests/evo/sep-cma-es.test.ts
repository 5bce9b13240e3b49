import * as v from 'valibot';
import { expect, test } from 'vitest';
import { cmaConstants, separableRates } from '../../src/evo/cma/constants.ts';
import { sepCmaEs } from '../../src/evo/sep-cma-es.ts';
import reference from '../fixtures/cma/sepcma_ellipsoid_n6_lam9.json' with { type: 'json' };
import { type Landscape, sphere } from './landscapes.ts';
import { evaluateAll, maxDifference } from './run-search.ts';

const settings = (some: v.InferInput<typeof sepCmaEs.settings>) => v.parse(sepCmaEs.settings, some);

test('follows the reference in its constants', () => {
  const ours = cmaConstants(reference.n, reference.lambda_, true, separableRates);
  expect(maxDifference(ours.weights, reference.constants.weights)).toBeLessThan(1e-14);
  const { mueff, c_sigma, d_sigma, c_c, c_1, c_mu } = reference.constants;
  const { muEff, cSigma, dSigma, cC, c1, cMu } = ours;
  expect(maxDifference([muEff, cSigma, dSigma, cC, c1, cMu], [mueff, c_sigma, d_sigma, c_c, c_1, c_mu])).toBeLessThan(
    1e-14,
  );
});

test('follows the reference generation by generation', () => {
  const { n, x0, sigma0, trace } = reference;
  let state = sepCmaEs.init(n, settings({ sigma: sigma0 }), 1, new Float64Array(n).fill(x0));
  for (const { X, F, mean, sigma, pc, ps, C } of trace) {
    const fitness = F.map((f) => -f);
    state = sepCmaEs.tell(state, X, fitness);
    expect(maxDifference(state.mean, mean)).toBeLessThan(1e-12);
    expect(maxDifference([state.sigma], [sigma])).toBeLessThan(1e-12);
    expect(maxDifference(state.pathC, pc)).toBeLessThan(1e-12);
    expect(maxDifference(state.pathSigma, ps)).toBeLessThan(1e-12);
    expect(maxDifference(state.variances, C)).toBeLessThan(1e-12);
  }
});

/** Check values of pycma 4.4.0 for n = 20, lambda = 12. */
test('has the rates of pycma', () => {
  const separable = cmaConstants(20, 12, true, separableRates);
  expect(separable.c1).toBeCloseTo(0.0343279, 6);
  expect(separable.cMu).toBeCloseTo(0.0565385, 6);
  expect(separable.cC).toBeCloseTo(0.252594, 5);
  const full = cmaConstants(20, 12, true);
  expect(full.cMu).toBeCloseTo(0.00921656, 7);
  expect(full.cC).toBeCloseTo(0.171767, 5);
});

test('variances stay positive whatever the failed genomes are', () => {
  let state = sepCmaEs.init(2, settings({ sigma: 0.5 }), 1);
  for (let g = 0; g < 200; g++)
    state = sepCmaEs.tell(
      state,
      [
        [0, 0.1],
        [0.1, 0],
        [9, 0],
        [0, 900],
      ],
      [4, 3, 2, 1],
    );
  expect(state.variances.every((variance) => variance > 0 && Number.isFinite(variance))).toBe(true);
});

test('has the stop criteria of CMA-ES', () => {
  const run = (landscape: Landscape, generations: number) => {
    let state = sepCmaEs.init(3, settings({ populationSize: 8, sigma: 0.5 }), 1, [1, 1, 1]);
    for (let g = 0; g < generations; g++) {
      const { genomes } = sepCmaEs.ask(state);
      state = sepCmaEs.tell(state, genomes, evaluateAll(genomes, landscape));
    }
    return sepCmaEs.stop(state);
  };
  expect(run(sphere, 20)).toEqual({});
  expect(run(() => 5, 10)).toHaveProperty('flat', 10);
  expect(run(sphere, 400).stepSize).toBeLessThan(1e-12 * 0.5);
  expect(run((x) => x[0]! ** 2 + 1e15 * x[1]! ** 2, 400).condition).toBeGreaterThan(1e14);
});
