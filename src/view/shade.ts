/** Ellipses of a soft shadow on the ground: size as a share of the largest, and how dark each is. */
export const SHADES = [
  [1, 0.12],
  [0.8, 0.14],
  [0.55, 0.16],
] as const;

/** Height of the ellipses as a share of their width. */
export const FLATNESS = 0.11;

/** A shadow of who is so wide and so high above the ground: half its width, metres, and how much of it there is. */
export function shadowOf(width: number, height: number): { reach: number; strength: number } {
  const strength = Math.max(0, 1 - height / Math.max(0.5, 1.5 * width));
  return { reach: 0.55 * width * (0.6 + 0.4 * strength), strength };
}

/** Along which slope it lies, radians: none at the edge of a gap. */
export function slopeOf(heightAt: (x: number) => number, x: number): number {
  const slope = Math.atan2(heightAt(x + 0.4) - heightAt(x - 0.4), 0.8);
  return Math.abs(slope) < 0.8 ? slope : 0;
}
