import type { Rng } from '../math/rng.ts';

/** A genome drawn around `mean`, each weight with a deviation of its own. */
export function sampleGaussian(mean: Float64Array, deviations: Float64Array, rng: Rng): Float32Array {
  const genome = new Float32Array(mean.length);
  const z = rng.normals(mean.length);
  for (let i = 0; i < genome.length; i++)
    genome[i] = (mean[i] as number) + (deviations[i] as number) * (z[i] as number);
  return genome;
}
