import type { Rng } from '../math/rng.ts';

/** mean + deviations * z with z standard normal: one genome, each weight with its own deviation. */
export function sampleGaussian(mean: Float64Array, deviations: Float64Array, rng: Rng): Float32Array {
  const genome = new Float32Array(mean.length);
  const z = rng.normals(mean.length);
  for (let i = 0; i < genome.length; i++) genome[i] = mean[i]! + deviations[i]! * z[i]!;
  return genome;
}
