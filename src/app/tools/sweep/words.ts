import { count } from '../../amounts.ts';

/** Every word of the sweep. */
export const words = {
  lead: 'Try several values of a setting, each with several seeds, and see which learns best.',
  ready: 'Ready-made',
  axis: ['Vary', 'and vary'],
  nothing: 'nothing else',
  rooms: { names: 'Who and how', task: 'Task', optimizer: 'Optimizer', brain: 'Brain', run: 'Run' },
  values: (title: string) => `Values of ${title}`,
  listHint: 'Two to eight, with commas between. Layers with a plus: 16+16.',
  numberHint: (min: number, max: number) => `Two to eight, with commas between; ${min} to ${max}.`,
  seeds: 'Seeds',
  seedsHint: 'Luck differs from seed to seed: three show how much.',
  steps: 'Steps of each run',
  lengths: [
    ['Short', 20_000],
    ['Medium', 60_000],
    ['Long', 200_000],
  ],
  restAs: 'All else as in:',
  ownRun: 'Vary my run instead',
  start: 'Start',
  stop: 'Stop',
  again: 'Try others',
  runs: (count: number) => (count === 1 ? '1 run' : `${count} runs`),
  about: (seconds: string) => `about ${seconds}`,
  done: (done: number, of: number) => `${done} of ${of} runs`,
  left: (seconds: string) => `${seconds} left`,
  waits: 'Your own run waits meanwhile, and then goes on as if nothing had been.',
  stopped: 'Stopped. What was found so far stays here.',
  failed: 'It had to stop:',
  measure: 'Compare',
  measures: { distance: 'Distance', fitness: 'Fitness', steps: 'Steps to a distance' },
  goal: 'Distance to come to, m',
  never: 'never',
  median: 'Median',
  spread: 'Spread',
  falls: 'Falls',
  of: 'of',
  fell: 'tests ended in a fall',
  each: (seeds: number, steps: number) => `${seeds === 1 ? 'One seed' : `${seeds} seeds`}, ${count(steps)} steps each.`,
  to: 'to',
  noneYet: 'not yet',
  map: 'Median over the seeds; the line from the least to the most',
  curves: 'The farthest so far over control steps',
  curvesOf: (name: string) => `${name}, from least to most over its seeds; the others pale`,
  table: 'All values side by side',
  watch: 'Watch its best',
  use: 'Use this',
  useHint: 'Begins this experiment as your run.',
  csv: 'All runs as CSV',
  fewer: (title: string) => `${title} needs two values or more to compare.`,
  more: (title: string) => `${title} has more than eight values.`,
  noValue: (title: string, word: string) => `${title} cannot be "${word}".`,
} as const;

/** A span of time as one would say it. */
export function duration(seconds: number): string {
  if (seconds < 90) return `${Math.max(1, Math.round(seconds))} s`;
  return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3600)} h`;
}
