import { computed, effect, useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { bodyOf } from '../../../run/experiment.ts';
import type { Experiment } from '../../../run/experiment-schema.ts';
import { count } from '../../amounts.ts';
import { download, fileStem } from '../../browser/download.ts';
import { throttle } from '../../browser/throttle.ts';
import { fitnessUnit } from '../../session/measure.ts';
import type { ToolProps } from '../../tool.ts';
import { notify } from '../../widgets/notice.tsx';
import './charts.css';
import { GaitFigure } from './gait-figure.tsx';
import { HistoryChart } from './history-chart.tsx';
import { historyCsv } from './history-csv.ts';
import { LatestValues } from './latest-values.tsx';
import { panels } from './panels.ts';
import { words } from './words.ts';

/** Minimum milliseconds between two redraws. */
const EVERY = 250;

const csvFileName = (experiment: Experiment) =>
  `${fileStem(`gaitlab ${bodyOf(experiment).name} ${experiment.task.name} seed${experiment.seed}`, 'gaitlab')}.csv`;

/** The history of a run in charts with a common cursor, and as CSV. */
export function Charts({ session, stageController, stageSelector }: ToolProps) {
  const { history } = session;
  const drawn = useSignal(0);
  const hovered = useSignal<number | undefined>(undefined);
  const isOpen = useSignal(false);
  const place = useMemo(
    () =>
      computed(() => {
        void drawn.value;
        const last = history.generation.length - 1;
        const watched = stageSelector.watched.value;
        const at = watched === undefined ? last : history.generation.findLastIndex((each) => each <= watched);
        return Math.min(hovered.value ?? at, last);
      }),
    [history, stageSelector, drawn, hovered],
  );
  useEffect(() => {
    const { request, stop } = throttle(EVERY, () => {
      drawn.value++;
    });
    const stopListening = effect(() => {
      void session.latest.value;
      request();
    });
    return () => {
      stop();
      stopListening();
    };
  }, [session, drawn]);

  void drawn.value;
  const rows = history.generation.length;
  const copy = async () => {
    const text = historyCsv(history);
    try {
      await navigator.clipboard.writeText(text);
      notify(words.copied(count(rows)), { isPassing: true });
    } catch {
      notify(words.notCopied, { isPassing: true });
    }
  };
  if (rows < 2) return <p class="lead">{words.none}</p>;
  return (
    <div class="charts">
      <p class="legend">
        <b>
          {words.at} {count(history.generation[place.value] ?? 0)}
        </b>
        <span class="mark mark-watched">{words.watched}</span>
        <span class="mark mark-changed">{words.change}</span>
        <span class="mark mark-broken">{words.record}</span>
      </p>
      <GaitFigure {...{ session, stageController }} />
      {panels.map((panel) => (
        <HistoryChart key={panel.title} {...{ panel, session, stageSelector, drawn, place, hovered }} />
      ))}
      <div class="actions">
        <button
          type="button"
          class="primary"
          onClick={() =>
            download(csvFileName(session.experiment.peek()), new Blob([historyCsv(history)], { type: 'text/csv' }))
          }
        >
          {words.download}
        </button>
        <button type="button" onClick={copy}>
          {words.copy}
        </button>
      </div>
      <details
        onToggle={({ currentTarget }) => {
          isOpen.value = currentTarget.open;
        }}
      >
        <summary>{words.table}</summary>
        {isOpen.value && (
          <LatestValues panels={panels} session={session} unit={fitnessUnit(session.experiment.value)} />
        )}
      </details>
    </div>
  );
}
