import { percent, tenths } from '../../../run/finding.ts';
import type { Row } from '../../session/history.ts';

/** One of the vital signs as a gauge. */
export interface Vital {
  label: string;
  of(row: Row): number;
  tell(value: number): string;
  /** What is normal, in words, and whether a value is. */
  normal: string;
  isNormal(value: number): boolean;
}

const short = (value: number) => String(Number(value.toPrecision(2)));

/** Every gauge. What is normal is what the findings hold for it (src/run/findings). */
export const vitals: readonly Vital[] = [
  {
    label: 'Champion’s fitness',
    of: ({ fitness }) => fitness,
    tell: tenths,
    normal: 'rises, up and down with luck',
    isNormal: () => true,
  },
  {
    label: 'Differences between lives',
    of: ({ deviation }) => deviation,
    tell: short,
    normal: 'more than 0.02',
    isNormal: (value) => value > 0.02,
  },
  {
    label: 'Diversity against the step',
    of: ({ diversity, stepSize }) => diversity / stepSize,
    tell: short,
    normal: 'half to a few',
    isNormal: (value) => value >= 0.5,
  },
  {
    label: 'Luck against differences',
    of: ({ noise, deviation }) => noise / deviation,
    tell: short,
    normal: 'below 0.5, once it walks up to 1.5',
    isNormal: (value) => value <= 1.5,
  },
  {
    label: 'Lives that end by a fall',
    of: ({ falls }) => falls,
    tell: percent,
    normal: 'below 90 %',
    isNormal: (value) => value <= 0.9,
  },
  {
    label: 'Length of a life',
    of: ({ lifetime }) => lifetime,
    tell: (value) => `${tenths(value)} s`,
    normal: 'grows from 1.5 s',
    isNormal: (value) => value > 1.2,
  },
  {
    label: 'Outputs at their end',
    of: ({ saturation }) => saturation,
    tell: percent,
    normal: 'below 70 %',
    isNormal: (value) => value <= 0.7,
  },
  {
    label: 'Paid for effort',
    of: ({ effort, fitness }) => (effort === 0 ? 0 : effort / Math.max(effort, effort + fitness)),
    tell: percent,
    normal: 'below 50 % of what it earns',
    isNormal: (value) => value <= 0.7,
  },
  {
    label: 'Broken simulations',
    of: ({ failures }) => failures,
    tell: percent,
    normal: 'none',
    isNormal: (value) => value === 0,
  },
];
