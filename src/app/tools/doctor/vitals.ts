import { percent, tenths } from '../../../run/finding.ts';
import {
  MAX_EFFORT_SHARE,
  MAX_FALL_SHARE,
  MAX_NOISE,
  MAX_SATURATION,
  MIN_EPISODE_LENGTH,
  MIN_FITNESS_SPREAD,
} from '../../../run/findings/thresholds.ts';
import type { Row } from '../../session/history.ts';

/** A gauge of one vital sign. */
export interface Vital {
  label: string;
  of(row: Row): number;
  format(value: number): string;
  /** The normal range in words, and whether a value is within it. */
  normal: string;
  isNormal(value: number): boolean;
}

const short = (value: number) => String(Number(value.toPrecision(2)));

/** Upper limit of the normal range for a creature that walks, as noise grows with distance. */
const MAX_NOISE_OF_WALKERS = 1.5;

/** Every gauge. */
export const vitals: readonly Vital[] = [
  {
    label: 'Champion’s fitness',
    of: ({ fitness }) => fitness,
    format: tenths,
    normal: 'rises, with ups and downs by luck',
    isNormal: () => true,
  },
  {
    label: 'Differences between attempts',
    of: ({ deviation }) => deviation,
    format: short,
    normal: `more than ${MIN_FITNESS_SPREAD}`,
    isNormal: (value) => value > MIN_FITNESS_SPREAD,
  },
  {
    label: 'Diversity relative to step size',
    of: ({ diversity, stepSize }) => diversity / stepSize,
    format: short,
    normal: '0.5 to about 5',
    isNormal: (value) => value >= 0.5,
  },
  {
    label: 'Luck or skill',
    of: ({ noise, deviation }) => noise / deviation,
    format: short,
    normal: `below ${MAX_NOISE}; up to ${MAX_NOISE_OF_WALKERS} once it walks`,
    isNormal: (value) => value <= MAX_NOISE_OF_WALKERS,
  },
  {
    label: 'Attempts that end in a fall',
    of: ({ falls }) => falls,
    format: percent,
    normal: `below ${percent(MAX_FALL_SHARE)}`,
    isNormal: (value) => value <= MAX_FALL_SHARE,
  },
  {
    label: 'Length of an attempt',
    of: ({ lifetime }) => lifetime,
    format: (value) => `${tenths(value)} s`,
    normal: 'grows from 1.5 s',
    isNormal: (value) => value > MIN_EPISODE_LENGTH,
  },
  {
    label: 'Saturated outputs',
    of: ({ saturation }) => saturation,
    format: percent,
    normal: `below ${percent(MAX_SATURATION)}`,
    isNormal: (value) => value <= MAX_SATURATION,
  },
  {
    label: 'Energy cost',
    of: ({ effort, fitness }) => (effort === 0 ? 0 : effort / Math.max(effort, effort + fitness)),
    format: percent,
    normal: 'below 50 % of its reward',
    isNormal: (value) => value <= MAX_EFFORT_SHARE,
  },
  {
    label: 'Broken simulations',
    of: ({ failures }) => failures,
    format: percent,
    normal: 'none',
    isNormal: (value) => value === 0,
  },
];
