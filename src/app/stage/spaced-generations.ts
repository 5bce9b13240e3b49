/**
 * Up to `count` generations from the first to `last`, denser at the beginning, where most is learnt.
 */
export function spaced(last: number, count: number): number[] {
  const places = Array.from({ length: count }, (_, i) => Math.round((last + 1) ** (i / (count - 1))) - 1);
  return [...new Set(places)];
}
