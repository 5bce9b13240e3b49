import type { Row } from '../../session/history.ts';
import { type Vital, vitals } from './vitals.ts';
import { words } from './words.ts';

/** Generations in the line of a gauge. */
export const SPAN = 60;
/** Number of generations whose mean is shown, since single generations vary too much. */
const MEAN_SPAN = 10;

const WIDTH = 96;
const HEIGHT = 26;

/** A small line of the history of a value, hidden from screen readers. */
function HistoryLine({ values }: { values: readonly number[] }) {
  const known = values.filter(Number.isFinite);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const scale = high > low ? (HEIGHT - 4) / (high - low) : 0;
  const points = values.map((value, i) => [2 + (i * (WIDTH - 4)) / Math.max(1, values.length - 1), value] as const);
  const path = points
    .filter(([, value]) => Number.isFinite(value))
    .map(
      ([x, value]) =>
        `${x.toFixed(1)} ${(HEIGHT - 2 - (scale === 0 ? HEIGHT / 2 - 2 : (value - low) * scale)).toFixed(1)}`,
    )
    .join('L');
  return (
    <svg class="spark" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} aria-hidden="true">
      {path !== '' && <path d={`M${path}`} />}
    </svg>
  );
}

interface GaugesProps {
  rows: readonly Row[];
  /** First generation under the present settings; earlier ones do not count for the value. */
  since: number;
}

function Gauge({ vital, rows, since }: GaugesProps & { vital: Vital }) {
  const { label, of, format, normal, isNormal } = vital;
  const values = rows.map(of);
  const current = values.filter((_, i) => rows[i]!.generation >= since);
  const lately = current.slice(-MEAN_SPAN).filter(Number.isFinite);
  const value = lately.reduce((sum, each) => sum + each, 0) / lately.length;
  const isUnusual = lately.length > 0 && !isNormal(value);
  return (
    <div class={isUnusual ? 'gauge unusual' : 'gauge'}>
      <dt>
        {label}
        <small>
          {words.normal} {normal}
        </small>
      </dt>
      <dd>
        <HistoryLine values={values} />
        <span>
          <b>{lately.length > 0 ? format(value) : words.unknown}</b>
          {isUnusual && <small>{words.unusual}</small>}
        </span>
      </dd>
    </div>
  );
}

/** The vital signs: recent history, present value and normal range of each. */
export function Gauges({ rows, since }: GaugesProps) {
  return (
    <dl class="gauges">
      {vitals.map((vital) => (
        <Gauge key={vital.label} vital={vital} rows={rows} since={since} />
      ))}
    </dl>
  );
}
