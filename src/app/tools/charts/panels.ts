import { amount, count } from '../../amounts.ts';
import type { Column, History } from '../../session/history.ts';
import type { PlotLine } from '../../widgets/plot.ts';
import { words } from './words.ts';

/** A line of a chart, and its label. */
export interface ChartLine extends PlotLine {
  /** Undefined for a line whose value is not read out. */
  label?: string;
  of(history: History): readonly number[];
}

/** Definition of one chart. */
export interface ChartPanel {
  title: string;
  /** One sentence on what is shown: the tooltip of the title. */
  about: string;
  lines: readonly ChartLine[];
  band?: readonly [number, number];
  isLog?: boolean;
  range?(low: number, high: number): [number, number];
  /** Formats a value of the vertical axis; by default as `format` does. */
  tick?(value: number, unit: string): string;
  /** Formats a value; `unit` is the unit of fitness. */
  format(value: number, unit: string): string;
}

const short = (value: number) => String(Number(value.toPrecision(3)));
const share = (value: number) => `${Math.round(100 * value)} %`;
const inMetres = (value: number, unit: string) => (unit === 'm' ? `${value} m` : String(value));
const column = (name: Column) => (history: History) => history[name];
/** On a log scale, this range puts a flat line in the middle. */
const around = (low: number, high: number): [number, number] => [low / 2, high * 2];
const fromZero = (low: number, high: number): [number, number] => [Math.min(0, low), Math.max(1, high)];

/** Formats a value, or an unknown one as a dash. */
export const formatKnown = (value: number | undefined, format: (value: number) => string): string =>
  value === undefined || !Number.isFinite(value) ? words.unknown : format(value);

/** A cost without distance is no cost: it is stored as 0. */
const known = (cost: number) => (cost > 0 ? cost : Number.NaN);

const main = { colour: '--accent', width: 2.2 } as const;

/** Every chart, from top to bottom. */
export const panels: readonly ChartPanel[] = [
  {
    title: 'Fitness',
    about: 'Fitness of the genomes of each generation; the band is one standard deviation on each side of the mean.',
    lines: [
      { of: ({ mean, deviation }) => mean.map((value, i) => value + deviation[i]!) },
      { of: ({ mean, deviation }) => mean.map((value, i) => value - deviation[i]!) },
      { label: 'mean', of: column('mean'), colour: '--muted', dash: [4, 3] },
      { label: 'best', of: column('best'), ...main },
    ],
    band: [0, 1],
    range: fromZero,
    tick: inMetres,
    format: (value, unit) => amount(value, unit),
  },
  {
    title: 'Distance',
    about: 'How far each champion got on ground that is not used in training.',
    lines: [{ label: 'champion', of: column('distance'), ...main }],
    range: fromZero,
    tick: (value) => inMetres(value, 'm'),
    format: (value) => amount(value, 'm'),
  },
  {
    title: 'Feet',
    about:
      'Of each champion: how often a foot lands ahead of the other one (a walk 100 %, a skip 50 %), and after another.',
    lines: [
      { label: 'alternate', of: column('alternation'), colour: '--muted', dash: [4, 3] },
      { label: 'pass', of: column('passing'), ...main },
    ],
    range: () => [0, 1],
    format: share,
  },
  {
    title: 'On the ground',
    about:
      'Duty factor: share of time that each foot of the champion is down, 50 % or more in a walk. Flight: share with none.',
    lines: [
      { label: 'flight', of: column('flight'), colour: '--muted', dash: [4, 3] },
      { label: 'duty factor', of: column('duty'), ...main },
    ],
    range: () => [0, 1],
    format: share,
  },
  {
    title: 'Froude number',
    about: 'Speed for its size, v² / (g L): animals walk below about 0.5, and run above.',
    lines: [{ label: 'champion', of: column('froude'), ...main }],
    range: (_, high) => [0, Math.max(0.5, high)],
    format: short,
  },
  {
    title: 'Cost of transport',
    about: 'Work of the motors for each metre, as a share of its weight: a walking human needs 0.2.',
    lines: [{ label: 'champion', of: ({ costOfTransport }) => costOfTransport.map(known), ...main }],
    range: fromZero,
    format: short,
  },
  {
    title: 'Step size',
    about: 'How widely the optimizer searches: the standard deviation of a weight, on a logarithmic scale.',
    lines: [{ label: 'step', of: column('stepSize'), ...main }],
    isLog: true,
    range: around,
    format: short,
  },
  {
    title: 'Diversity',
    about: 'How much the genomes of a generation differ: the standard deviation of a weight among them.',
    lines: [{ label: 'deviation', of: column('diversity'), ...main }],
    isLog: true,
    range: around,
    format: short,
  },
  {
    title: 'Falls',
    about: 'Share of attempts of a generation that ended in a fall.',
    lines: [{ label: 'of attempts', of: column('falls'), ...main }],
    range: () => [0, 1],
    format: share,
  },
  {
    title: 'Speed',
    about: 'Control steps simulated per second, over the last few seconds.',
    lines: [{ label: 'steps per second', of: column('pace'), ...main }],
    range: fromZero,
    format: count,
  },
];
