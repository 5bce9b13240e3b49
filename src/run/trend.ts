import { deviation, mean } from '../math/stats.ts';
import type { Gain, RunCourse } from './finding.ts';
import type { VitalSigns } from './vital-signs.ts';

type Sign = keyof VitalSigns;

/** Generations that are averaged: single champions vary with the ground they are tested on. */
export const SPAN = 10;

const known = (signs: readonly VitalSigns[], name: Sign) =>
  signs.map((each) => each[name]).filter((value) => !Number.isNaN(value));

/** Mean of a vital sign over the newest `count` generations, NaN values left out; NaN if there are none. */
export const recentMean = ({ signs }: RunCourse, name: Sign, count = SPAN): number =>
  mean(known(signs.slice(-count), name));

/** Root mean square of a vital sign, for deviations. */
export function recentRms({ signs }: RunCourse, name: Sign, count: number): number {
  return Math.sqrt(mean(known(signs.slice(-count), name).map((value) => value * value)));
}

/** Fewest generations that can be compared. */
export const MIN_GENERATIONS = 15;

/** Change of the champions' fitness over about `apart` generations, or as many as there are; undefined if too few. */
export function gainOf(signs: readonly VitalSigns[], apart: number): Gain | undefined {
  if (signs.length < MIN_GENERATIONS) return undefined;
  const end = Math.max(signs.length - apart, Math.min(SPAN, signs.length - SPAN));
  const [early, late] = [signs.slice(Math.max(0, end - SPAN), end), signs.slice(-SPAN)];
  const [first, last] = [early.at(-1), late.at(-1)];
  const [old, recent] = [known(early, 'fitness'), known(late, 'fitness')];
  if (!first || !last || old.length < SPAN / 2 || recent.length < SPAN / 2) return undefined;
  const error = (values: number[]) => deviation(values) / Math.sqrt(values.length);
  const luck = Math.sqrt(error(old) * error(old) + error(recent) * error(recent));
  return { now: mean(recent), before: mean(old), apart: last.generation - first.generation, luck };
}

/** Whether a gain is more than its standard error and more than a tenth of the earlier fitness. */
export function isGain({ now, before, luck }: Gain): boolean {
  return now - before > Math.max(luck, 0.1 * Math.max(1, Math.abs(before)));
}
