import { amount, count } from '../../amounts.ts';
import type { Column, History } from '../../session/history.ts';
import type { PlotLine } from '../../widgets/plot.ts';
import { words } from './words.ts';

/** A line of a chart, and what it is called beside its value. */
export interface Trace extends PlotLine {
  /** Undefined for a line that is not told. */
  label?: string;
  of(history: History): readonly number[];
}

/** One of the charts. */
export interface ChartPanel {
  title: string;
  /** What one sees, in a line; told by pointing at the title. */
  about: string;
  traces: readonly Trace[];
  band?: readonly [number, number];
  isLog?: boolean;
  range?(low: number, high: number): [number, number];
  /** A value beside the vertical axis; as it is by default. */
  tick?(value: number, unit: string): string;
  /** A value in words; `unit` is what fitness is in. */
  tell(value: number, unit: string): string;
}

const short = (value: number) => String(Number(value.toPrecision(3)));
const share = (value: number) => `${Math.round(100 * value)} %`;
const inMetres = (value: number, unit: string) => (unit === 'm' ? `${value} m` : String(value));
const column = (name: Column) => (history: History) => history[name];
/** A flat line lies in the middle of a scale by powers, whatever its height. */
const around = (low: number, high: number): [number, number] => [low / 2, high * 2];
const fromZero = (low: number, high: number): [number, number] => [Math.min(0, low), Math.max(1, high)];

/** What is in no history reads as a dash. */
export const known = (tell: (value: number) => string) => (value: number | undefined) =>
  value === undefined || !Number.isFinite(value) ? words.unknown : tell(value);

const main = { colour: '--accent', width: 2.2 } as const;

/** Every chart, from top to bottom. */
export const panels: readonly ChartPanel[] = [
  {
    title: 'Fitness',
    about: 'Of the genomes of each generation; the band is one deviation to either side of the mean.',
    traces: [
      { of: ({ mean, deviation }) => mean.map((value, i) => value + (deviation[i] as number)) },
      { of: ({ mean, deviation }) => mean.map((value, i) => value - (deviation[i] as number)) },
      { label: 'mean', of: column('mean'), colour: '--muted', dash: [4, 3] },
      { label: 'best', of: column('best'), ...main },
    ],
    band: [0, 1],
    range: fromZero,
    tick: inMetres,
    tell: (value, unit) => amount(value, unit),
  },
  {
    title: 'Distance',
    about: 'How far each champion came on ground that nobody trained on.',
    traces: [{ label: 'champion', of: column('distance'), ...main }],
    range: fromZero,
    tick: (value) => inMetres(value, 'm'),
    tell: (value) => amount(value, 'm'),
  },
  {
    title: 'Step size',
    about: 'How widely the optimizer searches: the deviation of a weight, on a scale by powers of ten.',
    traces: [{ label: 'step', of: column('stepSize'), ...main }],
    isLog: true,
    range: around,
    tell: short,
  },
  {
    title: 'Diversity',
    about: 'How far apart the genomes of a generation are: the deviation of a weight among them.',
    traces: [{ label: 'deviation', of: column('diversity'), ...main }],
    isLog: true,
    range: around,
    tell: short,
  },
  {
    title: 'Falls',
    about: 'Share of the lives of a generation that ended by a fall.',
    traces: [{ label: 'of its lives', of: column('falls'), ...main }],
    range: () => [0, 1],
    tell: share,
  },
  {
    title: 'Speed',
    about: 'Control steps that are simulated in a second, over the last few seconds.',
    traces: [{ label: 'steps a second', of: column('pace'), ...main }],
    range: fromZero,
    tell: count,
  },
];
