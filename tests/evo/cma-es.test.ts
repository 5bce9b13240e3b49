import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { cmaConstants } from '../../src/evo/cma/constants.ts';
import { cmaEs } from '../../src/evo/cma-es.ts';
import ellipsoid5 from '../fixtures/cma/cma_ellipsoid_n5_lam8.json' with { type: 'json' };
import rosenbrock4 from '../fixtures/cma/cma_rosenbrock_n4_lam8.json' with { type: 'json' };
import rosenbrock8 from '../fixtures/cma/cma_rosenbrock_n8_lam10.json' with { type: 'json' };
import { type Landscape, sphere } from './landscapes.ts';
import { evaluateAll, maxDifference } from './run-search.ts';

const settings = (some: v.InferInput<typeof cmaEs.settings>) => v.parse(cmaEs.settings, some);

describe.each([
  ['ellipsoid, 5 dimensions', ellipsoid5],
  ['rosenbrock, 4 dimensions', rosenbrock4],
  ['rosenbrock, 8 dimensions', rosenbrock8],
])('follows the reference on %s', (_name, { n, lambda_, x0, sigma0, constants, trace }) => {
  test('in its constants', () => {
    const ours = cmaConstants(n, lambda_, true);
    expect(maxDifference(ours.weights, constants.weights)).toBeLessThan(1e-14);
    const { mueff, c_sigma, d_sigma, c_c, c_1, c_mu } = constants;
    const { muEff, cSigma, dSigma, cC, c1, cMu } = ours;
    expect(maxDifference([muEff, cSigma, dSigma, cC, c1, cMu], [mueff, c_sigma, d_sigma, c_c, c_1, c_mu])).toBeLessThan(
      1e-14,
    );
  });

  test('generation by generation', () => {
    let state = cmaEs.init(n, settings({ sigma: sigma0 }), 1, new Float64Array(n).fill(x0));
    for (const { X, F, mean, sigma, pc, ps, C } of trace) {
      const fitness = F.map((f) => -f);
      state = cmaEs.tell(state, X, fitness);
      expect(maxDifference(state.mean, mean)).toBeLessThan(1e-12);
      expect(maxDifference([state.sigma], [sigma])).toBeLessThan(1e-12);
      expect(maxDifference(state.pathC, pc)).toBeLessThan(1e-12);
      expect(maxDifference(state.pathSigma, ps)).toBeLessThan(1e-12);
      expect(maxDifference(state.covariance, C.flat())).toBeLessThan(1e-12);
    }
  });
});

describe('stops', () => {
  const run = (landscape: Landscape, generations: number, n = 3) => {
    let state = cmaEs.init(n, settings({ populationSize: 8, sigma: 0.5 }), 1, new Float64Array(n).fill(1));
    for (let g = 0; g < generations; g++) {
      const { genomes } = cmaEs.ask(state);
      state = cmaEs.tell(state, genomes, evaluateAll(genomes, landscape));
    }
    return cmaEs.stop(state);
  };

  test('not while it makes progress', () => {
    expect(run(sphere, 0)).toEqual({});
    expect(run(sphere, 20)).toEqual({});
  });

  test('when all fitnesses are equal for ten generations', () => {
    expect(run(() => 5, 9)).not.toHaveProperty('flat');
    expect(run(() => 5, 10)).toHaveProperty('flat', 10);
  });

  test('when the best fitness has not changed for long', () => {
    expect(run(sphere, 150).range).toBeLessThan(1e-12);
  });

  test('when the step size is negligible', () => {
    expect(run(sphere, 400).stepSize).toBeLessThan(1e-12 * 0.5);
  });

  test('when single precision cannot distinguish the genomes', () => {
    expect(run((x) => sphere(Array.from(x, (value) => value - 3)), 200)).toHaveProperty('grain');
  });

  test('when the distribution is too thin to compute with', () => {
    const thin: Landscape = (x) => x[0]! ** 2 + 1e15 * x[1]! ** 2;
    expect(run(thin, 300, 2).condition).toBeGreaterThan(1e14);
  });
});

test('computes the expected length of a normal vector', () => {
  expect(cmaConstants(1, 8, true).chiN).toBeCloseTo(Math.sqrt(2 / Math.PI), 15);
  expect(cmaConstants(2, 8, true).chiN).toBeCloseTo(Math.sqrt(Math.PI / 2), 15);
  for (const n of [20, 300]) {
    const stirling = Math.sqrt(n) * (1 - 1 / (4 * n) + 1 / (32 * n * n));
    expect(cmaConstants(n, 8, true).chiN / stirling).toBeCloseTo(1, 5);
  }
});

test('decomposes the covariance once in `gap` generations', () => {
  const n = 100;
  expect(cmaConstants(n, 8, true).gap).toBeGreaterThan(1);
  let state = cmaEs.init(n, settings({ populationSize: 8 }), 1);
  const { gap } = cmaConstants(n, 8, true);
  const changes: number[] = [];
  for (let g = 1; g <= 2 * gap; g++) {
    const { genomes } = cmaEs.ask(state);
    const next = cmaEs.tell(state, genomes, evaluateAll(genomes, sphere));
    if (next.axes !== state.axes) changes.push(g);
    state = next;
  }
  expect(changes).toEqual([gap, 2 * gap]);
});

test('refuses more than 1000 weights', () => {
  expect(() => cmaEs.init(1001, settings({}), 1)).toThrow('CMA-ES takes 1000 weights at most, not 1001: choose SNES');
});
