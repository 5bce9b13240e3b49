import { count } from '../../amounts.ts';
import type { Session } from '../../session/session.ts';
import { type ChartPanel, formatKnown } from './panels.ts';
import { words } from './words.ts';

/** Number of generations listed. */
const ROWS = 10;

interface LatestValuesProps {
  panels: readonly ChartPanel[];
  session: Session;
  unit: string;
}

/** The newest values as a table: readable without the charts, and exact. */
export function LatestValues({ panels, session: { history }, unit }: LatestValuesProps) {
  const columns = panels.flatMap(({ title, lines, format }) =>
    lines.flatMap(({ label, of }) => (label === undefined ? [] : [{ title, label, column: of(history), format }])),
  );
  const last = history.generation.length - 1;
  const places = Array.from({ length: Math.min(ROWS, last + 1) }, (_, i) => last - i);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be within reach of the keyboard
    <section class="rows" tabIndex={0} aria-label={words.table}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.at}</th>
            {columns.map(({ title, label }) => (
              <th scope="col" key={`${title} ${label}`}>
                {title}, {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {places.map((i) => (
            <tr key={i}>
              <th scope="row">{count(history.generation[i]!)}</th>
              {columns.map(({ title, label, column, format }) => (
                <td key={`${title} ${label}`}>{formatKnown(column[i], (value) => format(value, unit))}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
