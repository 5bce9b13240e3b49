import { useComputed, useSignal } from '@preact/signals';
import { visibleText } from '../../../format/visible-text.ts';
import type { Experiment } from '../../../run/experiment-schema.ts';
import { count, metres } from '../../amounts.ts';
import { prefersDark } from '../../browser/preferences.ts';
import type { RunRecord } from '../../session/run-record.ts';
import { FileText, SentenceText } from '../../widgets/file-text.tsx';
import { Icon } from '../../widgets/icon.tsx';
import { Ancestry } from './ancestry.tsx';
import { summariseExperiment } from './differences.ts';
import { ForkForm } from './fork-form.tsx';
import { Rename } from './rename.tsx';
import { runName } from './run-name.ts';
import { Sparkline } from './sparkline.tsx';
import { Stroke } from './stroke.tsx';
import { swatchOf } from './swatch.ts';
import { words } from './words.ts';

export interface RunCardProps {
  run: RunRecord;
  all: readonly RunRecord[];
  isCurrent: boolean;
  isCompared: boolean;
  compare(yes: boolean): void;
  /** The generation that a fork starts from by default. */
  forkFrom(): number;
  fork(experiment: Experiment, generation: number): void;
  continueRun(): void;
  /** Downloads it as a file. */
  exportFile(): void;
  forget(): void;
}

/** Generation and best distance. A component of its own, so that updates do not reset what is typed in the card. */
function RunProgress({ run, dash }: { run: RunRecord; dash: readonly number[] }) {
  const generation = run.latest.value?.generation;
  const best = run.best.value;
  return (
    <div class="run-progress">
      <dl>
        <dt>{words.generation}</dt>
        <dd>{generation === undefined ? '–' : count(generation)}</dd>
        <dt>{words.best}</dt>
        <dd>{best === undefined ? '–' : metres(best)}</dd>
      </dl>
      <Sparkline history={run.history} dash={dash} />
    </div>
  );
}

/** One run: experiment, progress and actions. */
export function RunCard({
  run,
  all,
  isCurrent,
  isCompared,
  compare,
  forkFrom,
  fork,
  continueRun,
  exportFile,
  forget,
}: RunCardProps) {
  const isForking = useSignal(false);
  const isNaming = useSignal(false);
  const given = runName(run);
  const name = visibleText(given);
  const swatch = swatchOf(run, all);
  const isUntrained = useComputed(() => run.latest.value === undefined).value;
  const isLost = !isCurrent && run.checkpoint.value === undefined;
  const rename = (to: string) => {
    run.name.value = to;
    isNaming.value = false;
  };
  return (
    <li
      class={isCurrent ? 'run is-current' : run.parent ? 'run is-fork' : 'run'}
      style={{ '--swatch': prefersDark.value ? swatch.dark : swatch.light }}
      aria-label={name}
    >
      <header>
        <input
          type="checkbox"
          aria-label={words.compareWith(name)}
          title={words.compareWith(name)}
          checked={isCompared}
          onChange={({ currentTarget }) => compare(currentTarget.checked)}
        />
        <Stroke run={run} all={all} />
        {isNaming.value ? (
          <Rename name={given} done={rename} />
        ) : (
          <h3>
            <FileText text={given} />
          </h3>
        )}
        {isCurrent && <span class="on-stage">{words.now}</span>}
      </header>
      <p class="summary">
        <SentenceText
          text={[...summariseExperiment(run.experiment.value), words.seed(run.experiment.value.seed)].join(' · ')}
        />
      </p>
      <Ancestry run={run} all={all} />
      <RunProgress run={run} dash={swatch.dash} />
      <div class="actions">
        <button
          type="button"
          aria-label={words.forkOf(name)}
          aria-expanded={isForking.value}
          disabled={isUntrained}
          onClick={() => {
            isForking.value = !isForking.value;
          }}
        >
          <Icon name="branch" /> {words.fork}
        </button>
        {!isCurrent && (
          <button
            type="button"
            aria-label={words.goOnWith(name)}
            title={isLost ? words.lost : words.goOnWith(name)}
            disabled={isLost}
            onClick={continueRun}
          >
            <Icon name="play" /> {words.goOn}
          </button>
        )}
        <span class="small">
          <button
            type="button"
            aria-label={words.renameOf(name)}
            onClick={() => {
              isNaming.value = true;
            }}
          >
            {words.rename}
          </button>
          <button
            type="button"
            aria-label={words.pinOf(name)}
            title={words.pinOf(name)}
            aria-pressed={run.isPinned.value}
            onClick={() => {
              run.isPinned.value = !run.isPinned.value;
            }}
          >
            {words.pin}
          </button>
          <button type="button" aria-label={words.exportOf(name)} disabled={isUntrained || isLost} onClick={exportFile}>
            {words.export}
          </button>
          {!isCurrent && (
            <button type="button" aria-label={words.forgetOf(name)} onClick={forget}>
              {words.forget}
            </button>
          )}
        </span>
      </div>
      {isForking.value && (
        <ForkForm
          run={run}
          from={forkFrom()}
          fork={(experiment, from) => {
            fork(experiment, from);
            isForking.value = false;
          }}
          cancel={() => {
            isForking.value = false;
          }}
        />
      )}
    </li>
  );
}
