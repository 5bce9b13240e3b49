import { type Rng, type RngState, restore } from './rng.ts';

/** A normal distribution of vectors, with one deviation for each of their numbers. */
export interface GaussianDistribution {
  mean: Float64Array;
  deviations: Float64Array;
  /** Antithetic sampling: vectors 2j and 2j + 1 are mean + deviations z and mean - deviations z, z standard normal. */
  isMirrored: boolean;
}

/** Vectors drawn from a distribution, with what it takes to draw any of them again. */
export interface GaussianSample extends GaussianDistribution {
  vectors: Float32Array[];
  /** The state of the random numbers before each vector; if mirrored, before each pair. */
  starts: RngState[];
}

/** Draws `count` vectors. When that is odd and they are mirrored, the last one has no opposite. */
export function drawSample(distribution: GaussianDistribution, count: number, rng: Rng): GaussianSample {
  const { mean, deviations, isMirrored } = distribution;
  const n = mean.length;
  const vectors = Array.from({ length: count }, () => new Float32Array(n));
  const starts: RngState[] = [];
  for (let k = 0; k < count; k += isMirrored ? 2 : 1) {
    starts.push(rng.save());
    const z = rng.normals(n);
    const plus = vectors[k]!;
    const minus = isMirrored ? vectors[k + 1] : undefined;
    for (let i = 0; i < n; i++) {
      const m = mean[i]!;
      const step = deviations[i]! * z[i]!;
      plus[i] = m + step;
      if (minus !== undefined) minus[i] = m - step;
    }
  }
  return { ...distribution, vectors, starts };
}

/** Where a vector is drawn again: the state of the random numbers, and the number of vectors to drop after it. */
export interface DrawStart {
  rng: RngState;
  skip: 0 | 1;
}

/** Where vector `index` of a sample is drawn again. */
export function startOfDraw({ starts, isMirrored }: GaussianSample, index: number): DrawStart {
  if (!isMirrored) return { rng: starts[index]!, skip: 0 };
  return { rng: starts[index >> 1]!, skip: (index & 1) as 0 | 1 };
}

/** Draws `count` vectors of a sample again, to the same bits. */
export const drawAgain = (distribution: GaussianDistribution, { rng, skip }: DrawStart, count: number) =>
  drawSample(distribution, skip + count, restore(rng)).vectors.slice(skip);
