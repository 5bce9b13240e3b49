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
import { csvOf } from './csv.ts';
import { Figure } from './figure.tsx';
import { panels } from './panels.ts';
import { Table } from './table.tsx';
import { words } from './words.ts';

/** Milliseconds between two drawings. */
const EVERY = 250;

const fileName = (experiment: Experiment) =>
  `${fileStem(`gaitlab ${bodyOf(experiment).name} ${experiment.task.name} seed${experiment.seed}`, 'gaitlab')}.csv`;

/** How a run went, in charts that share their cursor; the data to take along. */
export function Charts({ session, stageSelector }: ToolProps) {
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
    const { soon, stop } = throttle(EVERY, () => {
      drawn.value++;
    });
    const stopListening = effect(() => {
      void session.latest.value;
      soon();
    });
    return () => {
      stop();
      stopListening();
    };
  }, [session, drawn]);

  void drawn.value;
  const rows = history.generation.length;
  const copy = async () => {
    const text = csvOf(history);
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
      {panels.map((panel) => (
        <Figure key={panel.title} {...{ panel, session, stageSelector, drawn, place, hovered }} />
      ))}
      <div class="deeds">
        <button
          type="button"
          class="primary"
          onClick={() =>
            download(fileName(session.experiment.peek()), new Blob([csvOf(history)], { type: 'text/csv' }))
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
        {isOpen.value && <Table panels={panels} session={session} unit={fitnessUnit(session.experiment.value)} />}
      </details>
    </div>
  );
}
