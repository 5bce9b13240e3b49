import { crc32 } from 'node:zlib';
import type { Genome } from '../creature/genome.ts';
import { drawAgain, type GaussianDistribution, type GaussianSample, startOfDraw } from '../math/gaussian-sample.ts';
import type { DrawnGenomes } from './batch-head.ts';
import { bytesOf } from './number-bytes.ts';

/** A sample whose genomes are found by themselves. */
export interface IndexedSample extends GaussianSample {
  indices: ReadonlyMap<Genome, number>;
}

export const indexed = (sample: GaussianSample): IndexedSample => {
  return { ...sample, indices: new Map(sample.vectors.map((genome, i) => [genome, i])) };
};

const checksumOf = (genomes: readonly Genome[]) => genomes.reduce((sum, genome) => crc32(bytesOf(genome), sum), 0);

/** How the first of `genomes` are drawn again; null where they are not of the sample, or shorter than its distribution. */
export function drawnAmong(genomes: readonly Genome[], sample: IndexedSample | undefined): DrawnGenomes | null {
  const first = sample?.indices.get(genomes[0]!);
  if (sample === undefined || first === undefined) return null;
  let count = 0;
  while (count < genomes.length && genomes[count] === sample.vectors[first + count]) count++;
  const { mean, deviations, isMirrored } = sample;
  if (count * genomes[0]!.byteLength <= mean.byteLength + deviations.byteLength) return null;
  return {
    ...{ count, length: mean.length, isMirrored },
    ...startOfDraw(sample, first),
    checksum: checksumOf(genomes.slice(0, count)),
  };
}

/** Draws genomes again. Throws an Error that starts with `source` when they are others than those that were meant. */
export function genomesAgain(
  { count, checksum, ...start }: DrawnGenomes,
  distribution: GaussianDistribution,
  source: string,
): Genome[] {
  const genomes = drawAgain(distribution, start, count);
  if (checksumOf(genomes) !== checksum)
    throw new Error(`${source}: genomes that are drawn again differ from the run's`);
  return genomes;
}
