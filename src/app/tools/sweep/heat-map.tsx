import type { Measure, Spread, Summary } from '../../../run/sweep/outcome.ts';
import { type Legend, labelOf, shortOf } from './label.ts';
import { words } from './words.ts';

export interface HeatMapProps {
  legend: Legend;
  summaries: readonly Summary[];
  measure: Measure;
  picked: number | undefined;
  pick(cell: number): void;
}

const finite = (values: (number | undefined)[]) =>
  values.filter((value): value is number => value !== undefined && Number.isFinite(value));

/** From the least to the most, with the median upright on it, in a box from 0 to 100. */
function Whisker({ spread, placeOf }: { spread: Spread; placeOf(value: number): number }) {
  const [low, median, high] = [spread.low, spread.median, spread.high].map(placeOf);
  return (
    <svg class="whisker" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <path d={`M${low} 3H${high}`} />
      <path d={`M${median} 0V6`} />
    </svg>
  );
}

/** Medians as colours, with the spread under each: a field for two axes, a strip for one. */
export function HeatMap({ legend, summaries, measure, picked, pick }: HeatMapProps) {
  const { sweep, titles, names } = legend;
  const [rows, columns] = sweep.axes;
  const width = columns?.values.length ?? 1;
  if (rows === undefined) return null;
  const medians = finite(summaries.map(({ spread }) => spread?.median));
  const ends = finite(summaries.flatMap(({ spread }) => [spread?.low, spread?.high]));
  const [worst, best] = [Math.min(...medians), Math.max(...medians)];
  const [least, most] = [Math.min(0, ...ends), Math.max(1, ...ends)];
  const placeOf = (value: number) => (Number.isFinite(value) ? (100 * (value - least)) / (most - least) : 100);
  const heatOf = ({ spread }: Summary) => {
    if (spread === undefined || !Number.isFinite(spread.median)) return 0;
    const share = best > worst ? (spread.median - worst) / (best - worst) : 1;
    return measure === 'steps' ? 1 - share : share;
  };
  const field = (cell: number) => {
    const summary = summaries[cell] as Summary;
    const { spread, doneCount } = summary;
    const short = (value: number) => shortOf(measure, value);
    const told = spread
      ? `${short(spread.median)}, ${short(spread.low)} ${words.to} ${short(spread.high)}`
      : words.noneYet;
    return (
      <td key={cell} style={{ width: `${100 / width}%` }}>
        <button
          type="button"
          aria-pressed={picked === cell}
          aria-label={`${names[cell]}: ${told}`}
          class={doneCount === 0 ? 'tentative' : undefined}
          style={{ '--heat': `${(40 * heatOf(summary)).toFixed(0)}%` }}
          onClick={() => pick(cell)}
        >
          <span>{spread ? short(spread.median) : '·'}</span>
          {spread && <Whisker spread={spread} placeOf={placeOf} />}
        </button>
      </td>
    );
  };
  return (
    <div class="scroll">
      <table class={columns ? 'heat' : 'heat strip-heat'}>
        <caption>{words.map}</caption>
        {columns && (
          <thead>
            <tr>
              <td />
              <th colSpan={width} scope="colgroup">
                {titles[1]}
              </th>
            </tr>
            <tr>
              <th scope="col">{titles[0]}</th>
              {columns.values.map((value) => (
                <th key={String(value)} scope="col">
                  {labelOf(columns.path, value)}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {rows.values.map((value, row) => (
            <tr key={String(value)}>
              <th scope="row">{labelOf(rows.path, value)}</th>
              {Array.from({ length: width }, (_, column) => field(row * width + column))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
