import { log } from '../../math/portable.ts';
import { flag } from '../../schema/field.ts';

/** Negative weights for the worse half (Jastrebski & Arnold 2006). */
export const activeWeights = flag({
  default: true,
  title: 'Negative weights',
  effect: 'The worse half of a generation also shapes the distribution: it shrinks towards their directions.',
});

/** Weights and learning rates of CMA-ES, named as in the papers. */
export interface CmaConstants {
  /** Weight of each rank, best first: the better half sums to 1, the worse half is negative or 0. */
  weights: Float64Array;
  /** Number of ranks with a positive weight. */
  mu: number;
  muEff: number;
  cSigma: number;
  dSigma: number;
  cC: number;
  c1: number;
  cMu: number;
  /** Expected length of an n-dimensional standard normal vector. */
  chiN: number;
  /** Generations between two decompositions of the covariance. */
  gap: number;
}

/** Learning rates of the covariance: of its evolution path, of the rank-one update and of the rank-mu update. */
type CovarianceRates = Pick<CmaConstants, 'cC' | 'c1' | 'cMu'>;

/** For a full covariance of n (n + 1) / 2 entries. */
function fullRates(n: number, lambda: number, muEff: number): CovarianceRates {
  const c1 = (Math.min(1, lambda / 6) * 2) / ((n + 1.3) * (n + 1.3) + muEff); // eq. 57
  return {
    cC: (4 + muEff / n) / (n + 4 + (2 * muEff) / n), // eq. 56
    c1,
    cMu: Math.min(1 - c1, (2 * (0.25 + muEff - 2 + 1 / muEff)) / ((n + 2) * (n + 2) + muEff)), // eq. 58, pycma's 1/4
  };
}

/** For a diagonal covariance of n entries, which can learn faster: pycma 4.4.0's `cc_sep`, `c1_sep` and `cmu_sep`. */
export function separableRates(n: number, _lambda: number, muEff: number): CovarianceRates {
  const root = Math.sqrt(n);
  const c1 = 1 / (n + 2 * root + muEff / n);
  return {
    cC: (1 + 1 / n + muEff / n) / (root + 1 / n + (2 * muEff) / n),
    c1,
    cMu: Math.min(1 - c1, (0.25 + muEff + 1 / muEff - 2) / (n + 4 * root + muEff / 2)),
  };
}

/**
 * Hansen 2016, The CMA Evolution Strategy: A Tutorial (arXiv:1604.00772), table 1, with the rates of pycma 4.4.0.
 * Without `active`, the worse half has weight 0.
 */
export function cmaConstants(n: number, lambda: number, active: boolean, rates = fullRates): CmaConstants {
  const raw = Float64Array.from({ length: lambda }, (_, i) => log((lambda + 1) / 2) - log(i + 1)); // eq. 49
  const mu = Math.floor(lambda / 2);
  const better = raw.subarray(0, mu);
  const worse = raw.subarray(mu);
  const muEff = effectiveSize(better);
  const muEffWorse = effectiveSize(worse);

  const cSigma = (muEff + 2) / (n + muEff + 3); // eq. 55, with pycma's 3 instead of 5
  const dSigma = 1 + 2 * Math.max(0, Math.sqrt((muEff - 1) / (n + 1)) - 1) + cSigma; // eq. 55
  const { cC, c1, cMu } = rates(n, lambda, muEff);

  const alpha = Math.min(
    1 + c1 / cMu, // eq. 50
    1 + (2 * muEffWorse) / (muEff + 2), // eq. 51
    (1 - c1 - cMu) / (n * cMu), // eq. 52
  );
  const positive = sum(better);
  const negative = -sum(worse);
  const weights = raw.map((w, i) => (i < mu ? w / positive : active ? (alpha * w) / negative : 0)); // eq. 53

  const gap = Math.max(1, Math.ceil(1 / (10 * n * (c1 + cMu)))); // section B.2
  return { weights, mu, muEff, cSigma, dSigma, cC, c1, cMu, chiN: expectedNorm(n), gap };
}

function sum(weights: Float64Array): number {
  return weights.reduce((a, b) => a + b, 0);
}

/** Variance effective selection mass, eq. 8: the number of equal weights with the same effect. */
function effectiveSize(weights: Float64Array): number {
  const total = sum(weights);
  return (total * total) / weights.reduce((a, w) => a + w * w, 0);
}

/** sqrt(2) Gamma((n + 1) / 2) / Gamma(n / 2), exact: the product of the values for n - 1 and n is n - 1. */
function expectedNorm(n: number): number {
  let norm = Math.sqrt(2 / Math.PI);
  for (let k = 2; k <= n; k++) norm = (k - 1) / norm;
  return norm;
}
