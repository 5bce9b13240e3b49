import type { Row } from '../../session/history.ts';
import { type Vital, vitals } from './vitals.ts';
import { words } from './words.ts';

/** Generations in a gauge's line. */
export const SPAN = 60;
/** Of its value: single generations jump about. */
const LATELY = 10;

const WIDTH = 96;
const HEIGHT = 26;

/** A small line of how a value went; for the eye alone. */
function Spark({ values }: { values: readonly number[] }) {
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
  /** Values are told of generations from that one on: under the settings of now. */
  since: number;
}

function Gauge({ vital, rows, since }: GaugesProps & { vital: Vital }) {
  const { label, of, tell, normal, isNormal } = vital;
  const values = rows.map(of);
  const current = values.filter((_, i) => (rows[i] as Row).generation >= since);
  const lately = current.slice(-LATELY).filter(Number.isFinite);
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
        <Spark values={values} />
        <span>
          <b>{lately.length > 0 ? tell(value) : words.unknown}</b>
          {isUnusual && <small>{words.unusual}</small>}
        </span>
      </dd>
    </div>
  );
}

/** The vital signs: each over the last generations, its value of late, and what is normal. */
export function Gauges({ rows, since }: GaugesProps) {
  return (
    <dl class="gauges">
      {vitals.map((vital) => (
        <Gauge key={vital.label} vital={vital} rows={rows} since={since} />
      ))}
    </dl>
  );
}
