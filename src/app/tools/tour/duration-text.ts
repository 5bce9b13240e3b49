import { count } from '../../amounts.ts';
import { words } from './words.ts';

const units = [
  [365.25 * 86_400, words.times.years],
  [86_400, words.times.days],
  [3600, words.times.hours],
  [60, words.times.minutes],
] as const;

/** A duration as text, in the largest unit of which it is at least two. */
export function durationText(seconds: number): string {
  const [size, unit] = units.find(([size]) => seconds >= 2 * size) ?? [1, words.times.seconds];
  const value = seconds / size;
  return `${value < 10 ? value.toFixed(1) : count(value)} ${unit}`;
}
