/** Ellipses of a soft shadow on the ground: size as a share of the largest, and opacity. */
export const SHADES = [
  [1, 0.12],
  [0.8, 0.14],
  [0.55, 0.16],
] as const;

/** Height of the ellipses as a share of their width. */
export const FLATNESS = 0.11;

/** Half width, metres, and opacity, 0 to 1, of the shadow of a creature `width` m wide and `height` m above the ground. */
export function shadowOf(width: number, height: number): { reach: number; strength: number } {
  const strength = Math.max(0, 1 - height / Math.max(0.5, 1.5 * width));
  return { reach: 0.55 * width * (0.6 + 0.4 * strength), strength };
}

/** Slope of the ground under the shadow, radians; 0 at the edge of a gap. */
export function slopeOf(heightAt: (x: number) => number, x: number): number {
  const slope = Math.atan2(heightAt(x + 0.4) - heightAt(x - 0.4), 0.8);
  return Math.abs(slope) < 0.8 ? slope : 0;
}
