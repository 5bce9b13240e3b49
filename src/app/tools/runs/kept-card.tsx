import { useSignal } from '@preact/signals';
import { count, metres } from '../../amounts.ts';
import type { Kept } from '../../storage/kept.ts';
import { Icon } from '../../widgets/icon.tsx';
import { notify } from '../../widgets/notice.tsx';
import { gistOf } from './difference.ts';
import { downloadRun } from './download-run.ts';
import { Rename } from './rename.tsx';
import { keptName, sizeText, words } from './words.ts';

export interface KeptCardProps {
  run: Kept;
  isElsewhere: boolean;
  goOn(): void;
  rename(name: string): void;
  file(): Promise<Uint8Array>;
  remove(): void;
}

/** A run of an earlier visit, or of another tab. */
export function KeptCard({ run, isElsewhere, goOn, rename, file, remove }: KeptCardProps) {
  const isNaming = useSignal(false);
  const name = keptName(run);
  const generation = run.generation - 1;
  const save = async () => {
    try {
      downloadRun(name, generation, await file());
    } catch (error) {
      notify((error as Error).message);
    }
  };
  return (
    <li class="run is-kept" aria-label={name}>
      <header>
        {isNaming.value ? (
          <Rename
            name={name}
            done={(to) => {
              isNaming.value = false;
              if (to !== name) rename(to);
            }}
          />
        ) : (
          <h3>{name}</h3>
        )}
        {isElsewhere && <span class="on-stage">{words.inOtherTab}</span>}
      </header>
      <p class="gist">{[...gistOf(run.experiment), words.seed(run.experiment.seed)].join(' · ')}</p>
      <p class="gist">
        {words.generation} {count(generation)}
        {Number.isFinite(run.best) && ` · ${words.best} ${metres(run.best)}`} · {sizeText(run.size)} ·{' '}
        <time dateTime={new Date(run.saved).toISOString()}>
          {new Date(run.saved).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' })}
        </time>
      </p>
      <div class="deeds">
        <button
          type="button"
          aria-label={words.goOnWith(name)}
          disabled={isElsewhere}
          title={isElsewhere ? words.runsElsewhere : words.goOnWith(name)}
          onClick={goOn}
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
          <button type="button" aria-label={words.exportOf(name)} onClick={save}>
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
