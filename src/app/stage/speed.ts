import { signal } from '@preact/signals';

/** Playback speeds, as multiples of simulated time. */
export const SPEEDS = [0.1, 0.25, 0.5, 1, 2, 4, 8, 16] as const;

/** Index in SPEEDS. */
export const speedIndex = signal(3);

export const speedOf = (index: number): number => SPEEDS[index] ?? 1;

export function changeSpeed(by: number): void {
  speedIndex.value = Math.max(0, Math.min(SPEEDS.length - 1, speedIndex.value + by));
}

export const speedText = (index: number): string =>
  `${String(speedOf(index))
    .replace(/^0\.25$/, '¼')
    .replace(/^0\.5$/, '½')}×`;
