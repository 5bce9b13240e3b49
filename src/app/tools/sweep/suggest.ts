import { type Sweepable, valueText } from '../../../run/sweep/sweepable.ts';
import { scaleOf } from '../../widgets/slider-scale.ts';

/** Number of suggested options of a choice, the present one among them. */
const OPTION_COUNT = 4;

/** Multiples of the present value, for settings with a wide range. */
const FACTORS = [1 / 9, 1 / 3, 1, 3];

function numbersAround(value: number, { of, defaultValue }: Sweepable['setting']): number[] {
  if (of.kind !== 'number') return [];
  const { min, max, isWhole } = of;
  const centre = value > 0 ? value : Number(defaultValue);
  const isByFactors = min >= 0 && centre > 0 && max >= 20 * centre;
  const scale = scaleOf(of, Number(defaultValue));
  const others = isByFactors
    ? FACTORS.map((factor) => Number((centre * factor).toPrecision(factor === 1 ? 15 : 1)))
    : [0.25, 0.5, 0.75].map((place) => scale.valueAt(place));
  const within = others.map((each) => Math.max(min, Math.min(max, isWhole ? Math.round(each) : each)));
  return [...new Set([...within, value])].sort((a, b) => a - b);
}

/** Suggested values of a setting, as text separated by commas. */
export function suggestValues({ setting, value }: Sweepable): string {
  const { of } = setting;
  if (of.kind === 'flag') return 'true, false';
  if (of.kind === 'list') return [...new Set(['none', '8', '16', '16+16', valueText(value)])].join(', ');
  if (of.kind === 'number') return numbersAround(Number(value), setting).join(', ');
  const others = of.options.filter((each) => each !== value).slice(0, OPTION_COUNT - 1);
  return of.options.filter((each) => each === value || others.includes(each)).join(', ');
}
