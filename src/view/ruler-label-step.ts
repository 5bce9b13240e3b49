/** Minimum distance between labels, pixels. */
const MIN_SPACING = 60;

/** Metres between the labels of the ruler. @param scale pixels per metre */
export function rulerLabelStep(scale: number): number {
  return [1, 5, 10, 20, 50].find((step) => step * scale >= MIN_SPACING) ?? 100;
}
