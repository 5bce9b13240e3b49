import { deviation, mean } from '../math/stats.ts';
import type { Gain, RunCourse } from './finding.ts';
import type { VitalSigns } from './vital-signs.ts';

type Sign = keyof VitalSigns;

/** Generations that are told as one: single champions jump about with the ground they are tested on. */
export const SPAN = 10;

const known = (signs: readonly VitalSigns[], name: Sign) =>
  signs.map((each) => each[name]).filter((value) => !Number.isNaN(value));

/** A sign on average over the newest generations that have it; NaN of none. */
export const lately = ({ signs }: RunCourse, name: Sign, count = SPAN): number =>
  mean(known(signs.slice(-count), name));

/** Root mean square, for deviations. */
export function typically({ signs }: RunCourse, name: Sign, count: number): number {
  return Math.sqrt(mean(known(signs.slice(-count), name).map((value) => value * value)));
}

/** Fewer generations cannot be compared. */
export const FEWEST = 15;

/** How much better champions became in about `apart` generations, or in as many as there are; undefined of too few. */
export function gainOf(signs: readonly VitalSigns[], apart: number): Gain | undefined {
  if (signs.length < FEWEST) return undefined;
  const end = Math.max(signs.length - apart, Math.min(SPAN, signs.length - SPAN));
  const [early, late] = [signs.slice(Math.max(0, end - SPAN), end), signs.slice(-SPAN)];
  const [first, last] = [early.at(-1), late.at(-1)];
  const [old, recent] = [known(early, 'fitness'), known(late, 'fitness')];
  if (!first || !last || old.length < SPAN / 2 || recent.length < SPAN / 2) return undefined;
  const error = (values: number[]) => deviation(values) / Math.sqrt(values.length);
  const luck = Math.sqrt(error(old) * error(old) + error(recent) * error(recent));
  return { now: mean(recent), before: mean(old), apart: last.generation - first.generation, luck };
}

/** A gain as a person would call it one: more than luck, and than a tenth of what there was. */
export function isGain({ now, before, luck }: Gain): boolean {
  return now - before > Math.max(luck, 0.1 * Math.max(1, Math.abs(before)));
}
