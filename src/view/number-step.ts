/** Numbers stand at least so many pixels apart. */
const APART = 60;

/** Metres between the numbers on the ruler, at so many pixels to the metre. */
export function numberStep(scale: number): number {
  return [1, 5, 10, 20, 50].find((step) => step * scale >= APART) ?? 100;
}
