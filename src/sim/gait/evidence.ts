import type { LegPair } from '../../creature/legs.ts';
import type { Gait } from './gait.ts';

/** Values by which a gait is named. */
export interface Evidence extends Omit<Gait, 'name' | 'costOfTransport' | 'foreHindLag'> {
  /** Distance in the measured time, forwards or backwards, in leg lengths. */
  legLengthsGone: number;
  hasFallen: boolean;
  /** Lag of one leg behind another, as a share of the stride; undefined where there is no steady one. */
  lag(from: number, to: number): number | undefined;
  /** Footfalls of each leg. */
  counts: readonly number[];
  pairs: readonly LegPair[];
}

/** Less flight than this share of the time is none: simulated contacts flicker. */
export const FLIGHT = 0.05;
/** Mean duty factor that separates walking from running gaits (Hildebrand 1965, Alexander 1989). */
export const WALKING = 0.5;
