import { useMemo } from 'preact/hooks';
import type { Experiment } from '../../../run/experiment-schema.ts';
import { sweepCsv } from '../../../run/sweep/csv.ts';
import { type Summary, summaryOf } from '../../../run/sweep/outcome.ts';
import type { Sweep } from '../../../run/sweep/sweep.ts';
import { download } from '../../browser/download.ts';
import { SentenceText } from '../../widgets/file-text.tsx';
import { CellTable } from './cell-table.tsx';
import { Curves } from './curves.tsx';
import { HeatMap } from './heat-map.tsx';
import { describeExperiment, formatMeasure, sweepLabels } from './labels.ts';
import { MeasureField } from './measure-field.tsx';
import type { SweepToolState } from './tool-state.ts';
import { words } from './words.ts';

export interface ResultsProps {
  tool: SweepToolState;
  sweep: Sweep;
  watch(cell: number, name: string): void;
  /** Begins a run with an experiment. */
  choose(experiment: Experiment): boolean;
}

/** The cell with the best median; the first cell while there are no results. */
function bestCell(summaries: readonly Summary[], isLessBetter: boolean): number {
  const score = ({ spread }: Summary) =>
    spread === undefined ? Number.NEGATIVE_INFINITY : isLessBetter ? -spread.median : spread.median;
  return summaries.reduce((best, each) => (score(each) > score(best) ? each : best), summaries[0]!).cell;
}

/** The results of a sweep so far. */
export function Results({ tool, sweep, watch, choose }: ResultsProps) {
  const labels = useMemo(() => sweepLabels(sweep), [sweep]);
  const outcomes = tool.sweepState.outcomes.value;
  const [measure, goal] = [tool.measure.value, tool.goal.value];
  const summaries = labels.cells.map((_, cell) => summaryOf(outcomes, cell, measure, goal));
  const picked = tool.picked.value;
  const front = picked ?? bestCell(summaries, measure === 'steps');
  const pick = (cell: number) => {
    tool.picked.value = cell;
    watch(cell, labels.names[cell] ?? '');
  };
  const shown = { labels, summaries, measure, picked, pick };
  const { spread, testCount, falls } = summaries[front]!;
  const text = (value: number) => `${formatMeasure(measure, value)}${measure === 'distance' ? ' m' : ''}`;
  return (
    <>
      <MeasureField measure={tool.measure} goal={tool.goal} />
      <HeatMap {...shown} />
      <section class="pick">
        <h3>{labels.names[front]}</h3>
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
          onClick={() => choose((labels.cells[front] as { experiment: Experiment }).experiment)}
        >
          {words.use}
        </button>
      </section>
      <Curves labels={labels} outcomes={outcomes} front={front} />
      <CellTable key={measure} {...shown} />
      <p class="rest">
        {words.restAs} <SentenceText text={describeExperiment(sweep.base)} />.{' '}
        {words.each(sweep.seeds.length, sweep.steps ?? 0)}
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
