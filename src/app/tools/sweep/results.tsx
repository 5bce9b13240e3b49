import { useMemo } from 'preact/hooks';
import type { Experiment } from '../../../run/experiment-schema.ts';
import { sweepCsv } from '../../../run/sweep/csv.ts';
import { type Summary, summaryOf } from '../../../run/sweep/outcome.ts';
import type { Sweep } from '../../../run/sweep/sweep.ts';
import { download } from '../../browser/download.ts';
import { Curves } from './curves.tsx';
import { HeatMap } from './heat-map.tsx';
import { legendOf, lineOf, shortOf } from './label.ts';
import { MeasureField } from './measure-field.tsx';
import type { SweepStage } from './sweep-stage.ts';
import { Table } from './table.tsx';
import { words } from './words.ts';

export interface ResultsProps {
  desk: SweepStage;
  sweep: Sweep;
  watch(cell: number, name: string): void;
  /** Begins another run. */
  choose(experiment: Experiment): void;
}

/** The cell with the best median; the first one while there is none. */
function bestOf(summaries: readonly Summary[], isLessBetter: boolean): number {
  const worth = ({ spread }: Summary) =>
    spread === undefined ? Number.NEGATIVE_INFINITY : isLessBetter ? -spread.median : spread.median;
  return summaries.reduce((best, each) => (worth(each) > worth(best) ? each : best), summaries[0] as Summary).cell;
}

/** What has come of a sweep so far. */
export function Results({ desk, sweep, watch, choose }: ResultsProps) {
  const legend = useMemo(() => legendOf(sweep), [sweep]);
  const outcomes = desk.trial.outcomes.value;
  const [measure, goal] = [desk.measure.value, desk.goal.value];
  const summaries = legend.cells.map((_, cell) => summaryOf(outcomes, cell, measure, goal));
  const picked = desk.picked.value;
  const front = picked ?? bestOf(summaries, measure === 'steps');
  const pick = (cell: number) => {
    desk.picked.value = cell;
    watch(cell, legend.names[cell] ?? '');
  };
  const shown = { legend, summaries, measure, picked, pick };
  const { spread, testCount, falls } = summaries[front] as Summary;
  const text = (value: number) => `${shortOf(measure, value)}${measure === 'distance' ? ' m' : ''}`;
  return (
    <>
      <MeasureField measure={desk.measure} goal={desk.goal} />
      <HeatMap {...shown} />
      <section class="pick">
        <h3>{legend.names[front]}</h3>
        <p>
          {spread
            ? `${words.median} ${text(spread.median)}, ${text(spread.low)} ${words.to} ${text(spread.high)}; ${falls} ${words.of} ${testCount} ${words.fell}`
            : words.noneYet}
        </p>
        <button type="button" disabled={testCount === 0} onClick={() => pick(front)}>
          {words.watch}
        </button>
        <button
          type="button"
          class="primary"
          title={words.useHint}
          onClick={() => choose((legend.cells[front] as { experiment: Experiment }).experiment)}
        >
          {words.use}
        </button>
      </section>
      <Curves legend={legend} outcomes={outcomes} front={front} />
      <Table key={measure} {...shown} />
      <p class="rest">
        {words.restAs} {lineOf(sweep.base)}. {words.each(sweep.seeds.length, sweep.steps ?? 0)}
      </p>
      <button
        type="button"
        class="csv"
        onClick={() => download('sweep.csv', new Blob([sweepCsv(sweep, outcomes, goal)], { type: 'text/csv' }))}
      >
        {words.csv}
      </button>
    </>
  );
}
