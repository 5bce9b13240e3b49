import { signal } from '@preact/signals';
import type { Experiment } from '../../../run/experiment-schema.ts';
import type { RunRecord } from '../../session/run-record.ts';
import { savedRuns } from '../../storage/saved-runs-signal.ts';
import type { ToolProps } from '../../tool.ts';
import { sentenceOf } from '../../widgets/error-sentence.ts';
import { notify } from '../../widgets/notice.tsx';
import { Compare } from './compare.tsx';
import { RacePanel } from './race-panel.tsx';
import { RunCard } from './run-card.tsx';
import { runName } from './run-name.ts';
import { SavedRuns } from './saved-runs.tsx';
import './runs.css';
import './fork.css';
import './compare.css';
import './saved-runs.css';
import { downloadRun } from './download-run.ts';
import { words } from './words.ts';

/** Ids of the runs that are compared. */
const ticked = signal<ReadonlySet<number>>(new Set());

function tick(run: RunRecord, yes: boolean): void {
  const others = [...ticked.value].filter((id) => id !== run.id);
  ticked.value = new Set(yes ? [...others, run.id] : others);
}

/** The runs of this visit: fork, continue, compare, race, export and import. */
export function Runs({ session, stageController, stageSelector }: Omit<ToolProps, 'choose' | 'close'>) {
  const current = session.current.value;
  const all = [current, ...session.recentRuns.runs.value];
  const chosen = all.filter(({ id }) => ticked.value.has(id));

  const fork = (run: RunRecord) => (experiment: Experiment, generation: number) => {
    session.begin(experiment, { run: run.id, generation });
    session.isLearning.value = true;
  };
  const continueRun = (run: RunRecord) => {
    try {
      session.resume(run);
      session.isLearning.value = true;
    } catch (error) {
      notify(sentenceOf(error));
    }
  };
  const exportFile = async (run: RunRecord) => {
    try {
      const { bytes, generation } = await session.encodeRun(run === current ? undefined : run.checkpoint.value);
      downloadRun(runName(run), generation - 1, bytes);
    } catch {
      notify(words.notExported);
    }
  };
  const forget = (run: RunRecord) => {
    const undo = session.recentRuns.removeWithUndo(run);
    const saved = savedRuns.peek();
    const removed = saved?.remove(saved.idOf(run));
    const back = async () => {
      undo();
      await (await removed)?.();
    };
    notify(words.forgotten(runName(run)), { action: { words: words.undo, onClick: () => void back() } });
  };
  return (
    <div class="runs">
      <p class="lead">{words.lead}</p>
      <section aria-label={words.compare}>
        {chosen.length < 2 ? (
          all.length > 1 && <p class="note">{words.compareLead}</p>
        ) : (
          <>
            <Compare chosen={chosen} all={all} />
            <RacePanel
              session={session}
              stageController={stageController}
              stageSelector={stageSelector}
              chosen={chosen}
              all={all}
            />
          </>
        )}
      </section>
      <ul class="cards">
        {all.map((run) => (
          <RunCard
            key={run.id}
            run={run}
            all={all}
            isCurrent={run === current}
            isCompared={ticked.value.has(run.id)}
            compare={(yes) => tick(run, yes)}
            forkFrom={() => {
              const last = run.latest.peek()?.generation ?? 0;
              return run === current ? (stageSelector.watched.peek() ?? last) : last;
            }}
            fork={fork(run)}
            continueRun={() => continueRun(run)}
            exportFile={() => exportFile(run)}
            forget={() => forget(run)}
          />
        ))}
      </ul>
      {all.length === 1 && <p class="note">{words.none}</p>}
      <SavedRuns openRuns={all} />
    </div>
  );
}
