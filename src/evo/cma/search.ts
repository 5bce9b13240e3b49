import { exp, pow } from '../../math/portable.ts';
import { squaredNorm } from '../vector.ts';
import type { CmaConstants } from './constants.ts';

/** The part of the state that full and separable CMA-ES share: everything but the covariance. Plain data. */
export interface CmaSearch {
  /** m. */
  mean: Float64Array;
  sigma: number;
  /** p_sigma, the evolution path of the step size. */
  pathSigma: Float64Array;
  /** p_c, the evolution path of the covariance. */
  pathC: Float64Array;
}

/** The state before the first generation. */
export function initialSearch(mean: ArrayLike<number>, sigma: number): CmaSearch {
  const n = mean.length;
  return { mean: Float64Array.from(mean), sigma, pathSigma: new Float64Array(n), pathC: new Float64Array(n) };
}

/** The steps y = (x - m) / sigma of the genomes, in the given `order` (best first). */
export function sortedSteps(
  genomes: readonly ArrayLike<number>[],
  order: readonly number[],
  { mean, sigma }: CmaSearch,
): Float64Array[] {
  return order.map((k) => mean.map((m, i) => (genomes[k]![i]! - m) / sigma));
}

/**
 * Updates the mean, the evolution paths and the step size: Hansen 2016, eq. 41 to 45.
 *
 * @param steps y of all genomes, best first.
 * @param whiten applies C^-1/2.
 * @param generation counts from 1, anew after a restart.
 * @returns also h_sigma, which is 0 while p_sigma is so long that p_c must not grow.
 */
export function updateSearch(
  search: CmaSearch,
  c: CmaConstants,
  steps: readonly Float64Array[],
  whiten: (y: Float64Array) => Float64Array,
  generation: number,
): { search: CmaSearch; hSigma: number } {
  const n = search.mean.length;
  const yW = new Float64Array(n);
  for (let rank = 0; rank < c.mu; rank++) {
    const y = steps[rank]!;
    for (let i = 0; i < n; i++) yW[i]! += c.weights[rank]! * y[i]!; // eq. 41
  }
  const mean = search.mean.map((m, i) => m + search.sigma * yW[i]!); // eq. 42

  const whitened = whiten(yW);
  const factorSigma = Math.sqrt(c.cSigma * (2 - c.cSigma) * c.muEff);
  const pathSigma = search.pathSigma.map((p, i) => (1 - c.cSigma) * p + factorSigma * whitened[i]!); // eq. 43
  const squaredLength = squaredNorm(pathSigma);
  const exponent = (c.cSigma / c.dSigma) * (Math.sqrt(squaredLength) / c.chiN - 1);
  const sigma = search.sigma * exp(Math.max(-1, Math.min(1, exponent))); // eq. 44

  const warmUp = 1 - pow(1 - c.cSigma, 2 * generation);
  const hSigma = squaredLength / n / warmUp < 2 + 4 / (n + 1) ? 1 : 0; // below eq. 45
  const factorC = hSigma * Math.sqrt(c.cC * (2 - c.cC) * c.muEff);
  const pathC = search.pathC.map((p, i) => (1 - c.cC) * p + factorC * yW[i]!); // eq. 45
  return { search: { mean, sigma, pathSigma, pathC }, hSigma };
}

/** The factor of the old covariance in eq. 47. */
export function decayFactor({ weights, c1, cMu, cC }: CmaConstants, hSigma: number): number {
  return 1 + c1 * (1 - hSigma) * cC * (2 - cC) - c1 - cMu * weights.reduce((a, b) => a + b, 0);
}

/**
 * The factor of y y^T in eq. 47 for the step y of a rank. Steps of negative weight are scaled to one length (eq. 46), so that
 * the covariance stays positive definite.
 *
 * @param whitenedNorm |C^-1/2 y|; called only for negative weights.
 */
export function rankMuWeight(
  { weights, cMu }: CmaConstants,
  rank: number,
  n: number,
  whitenedNorm: () => number,
): number {
  const w = weights[rank]!;
  if (w >= 0) return cMu * w;
  const norm = whitenedNorm() + 1e-9; // pycma's 1e-9, as y may be 0
  return (cMu * w * n) / (norm * norm); // eq. 46
}
