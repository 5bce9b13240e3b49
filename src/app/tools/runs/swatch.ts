import type { RunRecord } from '../../session/run-record.ts';

/** How a run is drawn: colours that the colour-blind can tell apart, and strokes for who sees none. */
export interface Swatch {
  /** Hexadecimal, on light paper and on dark. */
  light: string;
  dark: string;
  /** Lengths of line and gap in turn, pixels; none for a solid line. */
  dash: readonly number[];
}

/** After Okabe & Ito 2008, Color Universal Design, made dark enough for lines on paper, or light enough for dusk. */
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

const given = new WeakMap<object, number>();

/** The swatch of one of these runs: its own as long as it is there, and no other's. */
export function swatchOf(run: RunRecord, all: readonly RunRecord[]): Swatch {
  let place = given.get(run);
  if (place === undefined) {
    const taken = new Set(all.map((each) => given.get(each)));
    place = SWATCHES.findIndex((_, i) => !taken.has(i));
    given.set(run, Math.max(0, place));
  }
  return SWATCHES[Math.max(0, place)] as Swatch;
}
