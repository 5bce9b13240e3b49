import { useComputed, useSignal } from '@preact/signals';
import { resolvedAt } from '../../../run/amend.ts';
import type { Experiment } from '../../../run/experiment-schema.ts';
import { count, metres } from '../../amounts.ts';
import { prefersDark } from '../../browser/preferences.ts';
import type { RunRecord } from '../../session/run-record.ts';
import { Icon } from '../../widgets/icon.tsx';
import { differencesOf, gistOf } from './difference.ts';
import { ForkForm } from './fork-form.tsx';
import { Rename } from './rename.tsx';
import { runName } from './run-name.ts';
import { Sparkline } from './sparkline.tsx';
import { Stroke } from './stroke.tsx';
import { swatchOf } from './swatch.ts';
import { words } from './words.ts';

export interface CardProps {
  run: RunRecord;
  all: readonly RunRecord[];
  isCurrent: boolean;
  isCompared: boolean;
  compare(yes: boolean): void;
  /** The generation that a fork is offered from. */
  forkFrom(): number;
  fork(experiment: Experiment, generation: number): void;
  goOn(): void;
  /** Hands it over as a file. */
  save(): void;
  forget(): void;
}

/** Where a run comes from and what it has otherwise. */
function Origin({ run, all }: Pick<CardProps, 'run' | 'all'>) {
  const experiment = run.experiment.value;
  const parent = all.find(({ id }) => id === run.parent?.run);
  const before = parent && run.parent && resolvedAt(parent.experiment.value, run.parent.generation);
  const differences = differencesOf(experiment, before);
  const generation = run.parent?.generation ?? experiment.start?.from?.generation;
  const isFork = generation !== undefined;
  const from = run.parent
    ? words.from(parent ? runName(parent) : words.run(run.parent.run), run.parent.generation)
    : words.elsewhere(generation ?? 0);
  if (!isFork && differences.length === 0) return null;
  return (
    <p class="origin">
      {isFork && (
        <span class="lineage">
          <Icon name="branch" /> {from}
        </span>
      )}
      {differences.map((each) => (
        <span key={each} class="difference">
          {each}
        </span>
      ))}
    </p>
  );
}

/** How far it came. Apart from the card, so that what is typed there is not taken by a new generation. */
function Progress({ run, dash }: { run: RunRecord; dash: readonly number[] }) {
  const generation = run.latest.value?.generation;
  const best = run.best.value;
  return (
    <div class="came">
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

/** One run: what it is, how far it came, and what can be done with it. */
export function RunCard({ run, all, isCurrent, isCompared, compare, forkFrom, fork, goOn, save, forget }: CardProps) {
  const isForking = useSignal(false);
  const isNaming = useSignal(false);
  const name = runName(run);
  const swatch = swatchOf(run, all);
  const isNewborn = useComputed(() => run.latest.value === undefined).value;
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
        {isNaming.value ? <Rename name={name} done={rename} /> : <h3>{name}</h3>}
        {isCurrent && <span class="on-stage">{words.now}</span>}
      </header>
      <p class="gist">{[...gistOf(run.experiment.value), words.seed(run.experiment.value.seed)].join(' · ')}</p>
      <Origin run={run} all={all} />
      <Progress run={run} dash={swatch.dash} />
      <div class="deeds">
        <button
          type="button"
          aria-label={words.forkOf(name)}
          aria-expanded={isForking.value}
          disabled={isNewborn}
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
            onClick={goOn}
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
          <button type="button" aria-label={words.exportOf(name)} disabled={isNewborn || isLost} onClick={save}>
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
            isForking.value = false;
            fork(experiment, from);
          }}
          cancel={() => {
            isForking.value = false;
          }}
        />
      )}
    </li>
  );
}
