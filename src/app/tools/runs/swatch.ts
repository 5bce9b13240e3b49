import type { RunRecord } from '../../session/run-record.ts';

/** The line style of a run: colours that colour-blind people can tell apart, and dashes. */
export interface Swatch {
  /** CSS colours on light and on dark background. */
  light: string;
  dark: string;
  /** Lengths of dashes and gaps in turn, pixels; empty for a solid line. */
  dash: readonly number[];
}

/** After Okabe & Ito 2008, Color Universal Design, darkened for light background and lightened for dark. */
const SWATCHES: readonly Swatch[] = [
  { light: '#0072b2', dark: '#56b4e9', dash: [] },
  { light: '#c25400', dark: '#f0a030', dash: [9, 4] },
  { light: '#00795b', dark: '#2fc79a', dash: [2, 3] },
  { light: '#a0468a', dark: '#e08cc0', dash: [10, 3, 2, 3] },
  { light: '#23252e', dark: '#f3e9d6', dash: [5, 2] },
  { light: '#876a00', dark: '#f0e442', dash: [] },
  { light: '#5b4bc4', dark: '#a79bff', dash: [14, 4] },
  { light: '#007c8a', dark: '#6fd3dd', dash: [4, 4] },
  { light: '#9c2f2f', dark: '#ff8a70', dash: [10, 2, 2, 2, 2, 2] },
];

const assigned = new WeakMap<object, number>();

/** The swatch of a run. It stays the same while the run exists, and differs from those of the other runs in `all`. */
export function swatchOf(run: RunRecord, all: readonly RunRecord[]): Swatch {
  let place = assigned.get(run);
  if (place === undefined) {
    const taken = new Set(all.map((each) => assigned.get(each)));
    place = SWATCHES.findIndex((_, i) => !taken.has(i));
    assigned.set(run, Math.max(0, place));
  }
  return SWATCHES[Math.max(0, place)]!;
}
