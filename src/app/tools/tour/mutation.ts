import type { Genome } from '../../../creature/genome.ts';
import { stream } from '../../../math/rng.ts';

/** How far a knob is turned by chance, typically. */
const REACH = 0.6;

/** The genome with one knob set to a value. */
export function turned(genome: Genome, knob: number, value: number): Genome {
  const next = genome.slice();
  next[knob] = value;
  return next;
}

/** Some knobs turned by chance, which ones too. The same seed and try give the same. */
export function mutated(
  genome: Genome,
  count: number,
  seed: number,
  attempt: number,
): { genome: Genome; knobs: number[] } {
  const rng = stream(seed, 'mutation', attempt);
  const left = Array.from(genome, (_, i) => i);
  const next = genome.slice();
  const knobs = Array.from({ length: Math.min(count, genome.length) }, () => {
    const [knob] = left.splice(Math.floor(rng.next() * left.length), 1) as [number];
    next[knob] = (next[knob] as number) + REACH * rng.normal();
    return knob;
  });
  return { genome: next, knobs };
}

/** Closer than this two lives went equally far, metres. */
const SAME = 0.02;

export interface Tally {
  better: number;
  worse: number;
  same: number;
}

/** How many of these distances are further than the one before. */
export function tally(before: number, distances: readonly number[]): Tally {
  const better = distances.filter((each) => each > before + SAME).length;
  const worse = distances.filter((each) => each < before - SAME).length;
  return { better, worse, same: distances.length - better - worse };
}
