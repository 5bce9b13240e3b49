import { count } from '../../amounts.ts';

/** Texts of the sweep tool. */
export const words = {
  lead: 'Try several values of a setting with several seeds each, and see which learns best.',
  ready: 'Ready-made',
  axis: ['Vary', 'and vary'],
  nothing: 'nothing else',
  rooms: { names: 'Body and method', task: 'Task', optimizer: 'Optimizer', brain: 'Brain', run: 'Run' },
  values: (title: string) => `Values of ${title}`,
  listHint: 'Two to eight values, separated by commas. Layers with a plus: 16+16.',
  numberHint: (min: number, max: number) => `Two to eight values, separated by commas, from ${min} to ${max}.`,
  seeds: 'Seeds',
  seedsHint: 'Results vary from seed to seed; three show how much.',
  steps: 'Steps per run',
  lengths: [
    ['Short', 20_000],
    ['Medium', 60_000],
    ['Long', 200_000],
  ],
  restAs: 'Everything else as in:',
  ownRun: 'Vary my run instead',
  start: 'Start',
  startPausing: 'Start, and pause my run',
  stop: 'Stop',
  again: 'Try other values',
  runs: (count: number) => (count === 1 ? '1 run' : `${count} runs`),
  about: (seconds: string) => `about ${seconds}`,
  done: (done: number, of: number) => `${done} of ${of} runs`,
  left: (seconds: string) => `${seconds} left`,
  waits: 'Your own run pauses meanwhile and then continues unchanged.',
  stopped: 'Stopped. The results so far stay here.',
  failed: 'It stopped:',
  measure: 'Compare',
  measures: { distance: 'Distance', fitness: 'Fitness', steps: 'Steps to a distance' },
  goal: 'Distance to reach, m',
  never: 'never',
  median: 'Median',
  spread: 'Spread',
  falls: 'Falls',
  of: 'of',
  fell: 'tests ended in a fall',
  each: (seeds: number, steps: number) => `${seeds === 1 ? 'One seed' : `${seeds} seeds`}, ${count(steps)} steps each.`,
  to: 'to',
  noneYet: 'not yet',
  map: 'Median over the seeds; the line runs from lowest to highest',
  curves: 'Best distance so far over control steps',
  curvesOf: (name: string) => `${name}, from lowest to highest over its seeds; the others are pale`,
  table: 'All values side by side',
  watch: 'Watch the best',
  use: 'Use this',
  useHint: 'Starts this experiment as your run.',
  csv: 'All runs as CSV',
  fewer: (title: string) => `${title} needs at least two values to compare.`,
  more: (title: string) => `${title} has more than eight values.`,
  noValue: (title: string, word: string) => `${title} cannot be "${word}".`,
} as const;

/** A duration as text. */
export function duration(seconds: number): string {
  if (seconds < 90) return `${Math.max(1, Math.round(seconds))} s`;
  return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3600)} h`;
}
