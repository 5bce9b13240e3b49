import { useSignal } from '@preact/signals';
import type { Measure, Summary } from '../../../run/sweep/outcome.ts';
import { type Legend, labelOf, shortOf } from './label.ts';
import { type Column, ordered, type SortOrder, turned } from './order.ts';
import { words } from './words.ts';

export interface TableProps {
  legend: Legend;
  summaries: readonly Summary[];
  measure: Measure;
  picked: number | undefined;
  pick(cell: number): void;
}

/** A row a cell; a click on a heading orders them. */
export function Table({ legend, summaries, measure, picked, pick }: TableProps) {
  const order = useSignal<SortOrder>({ column: 'median', isDescending: measure !== 'steps' });
  const { sweep, cells, titles } = legend;
  const { column, isDescending } = order.value;
  const heading = (of: Column, title: string) => (
    <th
      key={of}
      scope="col"
      class={typeof of === 'number' ? undefined : 'figure'}
      aria-sort={column !== of ? 'none' : isDescending ? 'descending' : 'ascending'}
    >
      <button
        type="button"
        onClick={() => {
          order.value = turned(order.value, of);
        }}
      >
        {title}
      </button>
    </th>
  );
  const rows = ordered(summaries, order.value, sweep.axes[1]?.values.length ?? 1);
  return (
    <div class="scroll">
      <table class="outcomes">
        <caption>{words.table}</caption>
        <thead>
          <tr>
            {titles.map((title, i) => heading(i as 0 | 1, title))}
            {heading('median', words.median)}
            {heading('spread', words.spread)}
            {heading('falls', words.falls)}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ cell, spread, falls, testCount, doneCount }) => (
            <tr key={cell} class={doneCount === 0 ? 'tentative' : undefined} data-picked={picked === cell || undefined}>
              {sweep.axes.map(({ path }, i) => {
                const label = labelOf(path, cells[cell]?.values[i] ?? '');
                return i === 0 ? (
                  <th key={path} scope="row">
                    <button type="button" class="plain" onClick={() => pick(cell)}>
                      {label}
                    </button>
                  </th>
                ) : (
                  <td key={path}>{label}</td>
                );
              })}
              <td class="figure">{spread ? shortOf(measure, spread.median) : '·'}</td>
              <td class="figure">
                {spread ? `${shortOf(measure, spread.low)} – ${shortOf(measure, spread.high)}` : '·'}
              </td>
              <td class="figure">{testCount > 0 ? `${falls} ${words.of} ${testCount}` : '·'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
