import { count } from '../../amounts.ts';
import type { Session } from '../../session/session.ts';
import { type ChartPanel, known } from './panels.ts';
import { words } from './words.ts';

/** Newest generations that are told. */
const ROWS = 10;

interface TableProps {
  panels: readonly ChartPanel[];
  session: Session;
  unit: string;
}

/** The newest values in figures, for whoever cannot see the charts or wants to read them off. */
export function Table({ panels, session: { history }, unit }: TableProps) {
  const told = panels.flatMap(({ title, traces, tell }) =>
    traces.flatMap(({ label, of }) => (label === undefined ? [] : [{ title, label, column: of(history), tell }])),
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
            {told.map(({ title, label }) => (
              <th scope="col" key={`${title} ${label}`}>
                {title}, {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {places.map((i) => (
            <tr key={i}>
              <th scope="row">{count(history.generation[i] as number)}</th>
              {told.map(({ title, label, column, tell }) => (
                <td key={`${title} ${label}`}>{known((value) => tell(value, unit))(column[i])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
