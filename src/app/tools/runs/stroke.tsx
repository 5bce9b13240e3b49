import { prefersDark } from '../../browser/preferences.ts';
import type { RunRecord } from '../../session/run-record.ts';
import { swatchOf } from './swatch.ts';

/** A run's line as it is in the chart: colour and dashes. */
export function Stroke({ run, all }: { run: RunRecord; all: readonly RunRecord[] }) {
  const { light, dark, dash } = swatchOf(run, all);
  return (
    <svg class="stroke" viewBox="0 0 34 10" aria-hidden="true">
      <path d="M0 5H34" stroke={prefersDark.value ? dark : light} stroke-dasharray={dash.join(' ')} />
    </svg>
  );
}
