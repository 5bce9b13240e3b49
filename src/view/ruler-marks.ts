import { heightAt, type Terrain } from '../sim/terrain.ts';
import { maxHeightNear } from './max-height-near.ts';

export const FONT = "'Avenir Next', Avenir, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif";

/** Depth of the upper end of ticks, and of the lower end of short and long ones, metres. */
export const TICK_TOP = 0.1;
const SHORT = 0.22;
export const TICK_LONG = 0.34;

/** Depth of the lower end of the tick at a metre: every fifth is long. */
export const tickDepth = (metre: number): number => (metre % 5 === 0 ? TICK_LONG : SHORT);

export const rulerLabel = (metre: number): string => (metre === 0 ? 'start' : `${metre} m`);

/** Whether the ground around x is wide enough for a label: not in a gap nor beside one. */
export const hasRoomForLabel = (terrain: Terrain, x: number): boolean =>
  Math.min(heightAt(terrain, x - 0.3), heightAt(terrain, x), heightAt(terrain, x + 0.3)) >
  maxHeightNear(terrain, x) - 1.5;
