import { useSignal } from '@preact/signals';
import { visibleText } from '../../../format/visible-text.ts';
import { count, metres, sizeText } from '../../amounts.ts';
import type { SavedRun } from '../../storage/saved-run.ts';
import { sentenceOf } from '../../widgets/error-sentence.ts';
import { FileText, SentenceText } from '../../widgets/file-text.tsx';
import { Icon } from '../../widgets/icon.tsx';
import { notify } from '../../widgets/notice.tsx';
import { summariseExperiment } from './differences.ts';
import { downloadRun } from './download-run.ts';
import { Rename } from './rename.tsx';
import { savedRunName, words } from './words.ts';

export interface SavedRunCardProps {
  run: SavedRun;
  /** Whether it is running in another tab. */
  isElsewhere: boolean;
  continueRun(): void;
  rename(name: string): void;
  file(): Promise<Uint8Array>;
  remove(): void;
}

/** A run that is saved in the browser, from an earlier visit or another tab. */
export function SavedRunCard({ run, isElsewhere, continueRun, rename, file, remove }: SavedRunCardProps) {
  const isNaming = useSignal(false);
  const given = savedRunName(run);
  const name = visibleText(given);
  const generation = run.generation - 1;
  const exportFile = async () => {
    try {
      downloadRun(name, generation, await file());
    } catch (error) {
      notify(sentenceOf(error));
    }
  };
  return (
    <li class="run is-saved" aria-label={name}>
      <header>
        {isNaming.value ? (
          <Rename
            name={given}
            done={(to) => {
              isNaming.value = false;
              if (to !== given) rename(to);
            }}
          />
        ) : (
          <h3>
            <FileText text={given} />
          </h3>
        )}
        {isElsewhere && <span class="on-stage">{words.inOtherTab}</span>}
      </header>
      <p class="summary">
        <SentenceText text={[...summariseExperiment(run.experiment), words.seed(run.experiment.seed)].join(' · ')} />
      </p>
      <p class="summary">
        {words.generation} {count(generation)}
        {Number.isFinite(run.best) && ` · ${words.best} ${metres(run.best)}`} · {sizeText(run.size)} ·{' '}
        <time dateTime={new Date(run.saved).toISOString()}>
          {new Date(run.saved).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' })}
        </time>
      </p>
      <div class="actions">
        <button
          type="button"
          aria-label={words.goOnWith(name)}
          disabled={isElsewhere}
          title={isElsewhere ? words.runsElsewhere : words.goOnWith(name)}
          onClick={continueRun}
        >
          <Icon name="play" /> {words.goOn}
        </button>
        <span class="small">
          <button
            type="button"
            aria-label={words.renameOf(name)}
            disabled={isElsewhere}
            onClick={() => {
              isNaming.value = true;
            }}
          >
            {words.rename}
          </button>
          <button type="button" aria-label={words.exportOf(name)} onClick={exportFile}>
            {words.export}
          </button>
          <button type="button" aria-label={words.deleteOf(name)} disabled={isElsewhere} onClick={remove}>
            {words.delete}
          </button>
        </span>
      </div>
    </li>
  );
}
