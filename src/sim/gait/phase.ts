import { atan2, cos, sin } from '../../math/portable.ts';

/** Lags that agree less than this (length of their mean vector) are no phase relation. */
const STEADY = 0.5;

/** Mean of phases on a circle of circumference 1, in [0, 1); undefined for none, or where they do not agree. */
export function meanPhase(phases: readonly number[], steady = STEADY): number | undefined {
  let [x, y] = [0, 0];
  for (const phase of phases) {
    x += cos(2 * Math.PI * phase);
    y += sin(2 * Math.PI * phase);
  }
  if (phases.length === 0 || Math.sqrt(x * x + y * y) < steady * phases.length) return undefined;
  return wrapped(atan2(y, x) / (2 * Math.PI));
}

/** A phase in [0, 1). */
export function wrapped(phase: number): number {
  const rest = phase - Math.floor(phase);
  return rest < 1 ? rest : 0;
}

/** How far two phases are apart on the circle, in [0, 0.5]. */
export function apart(one: number, other: number): number {
  const difference = wrapped(one - other);
  return Math.min(difference, 1 - difference);
}

/**
 * How much later a foot comes down than a reference foot, as a share of the reference's stride, in [0, 1): 0 together, 0.5 in
 * alternation. Undefined where there are too few footfalls, or no steady relation.
 * @param reference frames of the reference foot's footfalls, ascending.
 */
export function phaseLag(reference: readonly number[], footfalls: readonly number[]): number | undefined {
  const phases: number[] = [];
  let k = 0;
  for (const frame of footfalls) {
    while (k + 1 < reference.length && reference[k + 1]! <= frame) k++;
    const [before, after] = [reference[k], reference[k + 1]];
    if (before === undefined || after === undefined || frame < before) continue;
    phases.push((frame - before) / (after - before));
  }
  return meanPhase(phases);
}
