import type { Stop } from './optimizer.ts';

/** Stops when the largest deviation of a weight has shrunk to 1e-12 of the initial one (Hansen 2016, section B.3, TolX). */
export function stepSizeStop(deviations: Float64Array, initialSigma: number): Stop {
  const largest = deviations.reduce((a, b) => Math.max(a, b), 0);
  return largest < 1e-12 * initialSigma ? { stepSize: largest } : {};
}
