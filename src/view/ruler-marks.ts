import { heightAt, type Terrain } from '../sim/terrain.ts';
import { calmHeight } from './calm-height.ts';

export const FONT = "'Avenir Next', Avenir, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif";

/** Ticks begin and end so deep, metres. */
export const TOP = 0.1;
const SHORT = 0.22;
export const LONG = 0.34;

/** How deep the tick at a metre goes: every fifth farther. */
export const tickDepth = (metre: number): number => (metre % 5 === 0 ? LONG : SHORT);

export const wordsAt = (metre: number): string => (metre === 0 ? 'start' : `${metre} m`);

/** Whether there is ground enough about a place to write on: not beside a gap, nor in it. */
export const isOpen = (terrain: Terrain, x: number): boolean =>
  Math.min(heightAt(terrain, x - 0.3), heightAt(terrain, x), heightAt(terrain, x + 0.3)) > calmHeight(terrain, x) - 1.5;
