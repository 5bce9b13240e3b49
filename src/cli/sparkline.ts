const BARS = '▁▂▃▄▅▆▇█';

/** The last `width` values as bars, scaled from their minimum to their maximum; values that are not numbers are gaps. */
export function sparkline(values: readonly number[], width: number): string {
  const shown = values.slice(Math.max(0, values.length - width));
  const finite = shown.filter(Number.isFinite);
  const low = Math.min(...finite);
  const span = Math.max(...finite) - low || 1;
  return shown
    .map((value) => (Number.isFinite(value) ? BARS[Math.round(((value - low) / span) * (BARS.length - 1))] : ' '))
    .join('');
}
