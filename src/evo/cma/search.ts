import { exp, pow } from '../../math/portable.ts';
import { squareLength } from '../vector.ts';
import type { CmaConstants } from './constants.ts';

/** Where a search by CMA-ES stands and where it is heading, whatever the shape of its cloud. Plain data. */
export interface CmaSearch {
  mean: Float64Array;
  sigma: number;
  /** Evolution paths of the step size and of the covariance, p_sigma and p_c. */
  pathSigma: Float64Array;
  pathC: Float64Array;
}

/** A search that has not been told anything. */
export function cmaSearch(mean: ArrayLike<number>, sigma: number): CmaSearch {
  const n = mean.length;
  return { mean: Float64Array.from(mean), sigma, pathSigma: new Float64Array(n), pathC: new Float64Array(n) };
}

/** How each genome was reached from the centre, in steps of sigma, best first: y = (x - m) / sigma. */
export function stepsTo(
  genomes: readonly ArrayLike<number>[],
  places: readonly number[],
  { mean, sigma }: CmaSearch,
): Float64Array[] {
  return places.map((k) => mean.map((m, i) => (((genomes[k] as ArrayLike<number>)[i] as number) - m) / sigma));
}

/**
 * Moves the centre to the better half's, draws the paths on and adapts the step size: equations 41 to 45 of Hansen 2016.
 * `whiten` applies C^-1/2. `generation` counts from 1. `h` is 0 while the path of the step size is so long that the
 * covariance had better not learn from its own.
 */
export function advanced(
  search: CmaSearch,
  c: CmaConstants,
  steps: readonly Float64Array[],
  whiten: (y: Float64Array) => Float64Array,
  generation: number,
): { search: CmaSearch; h: number } {
  const n = search.mean.length;
  const shift = new Float64Array(n);
  for (let place = 0; place < c.mu; place++) {
    const y = steps[place] as Float64Array;
    for (let i = 0; i < n; i++) shift[i] = (shift[i] as number) + (c.weights[place] as number) * (y[i] as number); // eq. 41
  }
  const mean = search.mean.map((m, i) => m + search.sigma * (shift[i] as number)); // eq. 42

  const isotropic = whiten(shift);
  const gainSigma = Math.sqrt(c.cSigma * (2 - c.cSigma) * c.muEff);
  const pathSigma = search.pathSigma.map((p, i) => (1 - c.cSigma) * p + gainSigma * (isotropic[i] as number)); // eq. 43
  const length2 = squareLength(pathSigma);
  const surprise = (c.cSigma / c.dSigma) * (Math.sqrt(length2) / c.chiN - 1);
  const sigma = search.sigma * exp(Math.max(-1, Math.min(1, surprise))); // eq. 44

  const settled = 1 - pow(1 - c.cSigma, 2 * generation);
  const h = length2 / n / settled < 2 + 4 / (n + 1) ? 1 : 0; // below eq. 45
  const gainC = h * Math.sqrt(c.cC * (2 - c.cC) * c.muEff);
  const pathC = search.pathC.map((p, i) => (1 - c.cC) * p + gainC * (shift[i] as number)); // eq. 45
  return { search: { mean, sigma, pathSigma, pathC }, h };
}

/** What stays of the covariance before anything is added: the first factor of eq. 47. */
export function kept({ weights, c1, cMu, cC }: CmaConstants, h: number): number {
  return 1 + c1 * (1 - h) * cC * (2 - cC) - c1 - cMu * weights.reduce((a, b) => a + b, 0);
}

/**
 * What the step in some place adds y y^T by. Steps away from failures count alike however long they were: `length` is
 * |C^-1/2 y|, asked for only then.
 */
export function learned({ weights, cMu }: CmaConstants, place: number, n: number, length: () => number): number {
  const w = weights[place] as number;
  if (w >= 0) return cMu * w;
  const safe = length() + 1e-9; // pycma's 1e-9, as y may be 0
  return (cMu * w * n) / (safe * safe); // eq. 46
}
