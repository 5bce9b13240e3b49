/**
 * So many generations from the first to the last, the early ones closer: most is learnt at the beginning.
 * Fewer when there are not as many.
 */
export function spaced(last: number, count: number): number[] {
  const places = Array.from({ length: count }, (_, i) => Math.round((last + 1) ** (i / (count - 1))) - 1);
  return [...new Set(places)];
}
