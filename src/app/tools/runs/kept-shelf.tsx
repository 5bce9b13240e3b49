import { useEffect, useRef } from 'preact/hooks';
import type { RunRecord } from '../../session/run-record.ts';
import type { Kept } from '../../storage/kept.ts';
import { openedRuns } from '../../storage/opened-runs.ts';
import { notify } from '../../widgets/notice.tsx';
import { KeptCard } from './kept-card.tsx';
import { keptName, sizeText, words } from './words.ts';

/** What the browser keeps beside the runs of this tab, and the way in for files. */
export function KeptShelf({ here }: { here: readonly RunRecord[] }) {
  const picker = useRef<HTMLInputElement>(null);
  const kept = openedRuns.value;
  useEffect(() => void kept?.refresh(), [kept]);
  const runs = kept?.runs.value ?? [];
  const hereIds = new Set(here.map((run) => kept?.idOf(run)));
  const others = runs.filter(({ id }) => !hereIds.has(id));
  const size = runs.reduce((sum, each) => sum + each.size, 0);

  const goOn = async (id: string) => {
    try {
      await kept?.goOn(id);
    } catch (error) {
      notify((error as Error).message);
    }
    await kept?.refresh();
  };
  const remove = async (run: Kept) => {
    const undo = await kept?.remove(run.id);
    notify(words.deleted(keptName(run)), { action: { words: words.undo, does: () => void undo?.() } });
  };
  const take = async (file: File) => {
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      await kept?.goOnWithFile(bytes, file.name.replace(/\.\w+$/, '').slice(0, 40));
    } catch (error) {
      notify(words.notTaken(file.name, (error as Error).message));
    }
  };
  return (
    <section class="kept" aria-label={words.kept}>
      {others.length > 0 && (
        <>
          <h3>{words.kept}</h3>
          <ul class="cards">
            {others.map((run) => (
              <KeptCard
                key={run.id}
                run={run}
                isElsewhere={kept?.elsewhere.value.has(run.id) === true}
                goOn={() => goOn(run.id)}
                rename={(name) => void kept?.change(run.id, { name })}
                file={() => (kept ? kept.fileOf(run.id) : Promise.reject(new Error(words.lost)))}
                remove={() => void remove(run)}
              />
            ))}
          </ul>
        </>
      )}
      <div class="import">
        <button type="button" disabled={kept === undefined} onClick={() => picker.current?.click()}>
          {words.import}
        </button>
        <span class="note">{words.importAbout}</span>
      </div>
      <input
        ref={picker}
        hidden
        type="file"
        aria-label={words.import}
        accept=".gait,.json,application/json"
        onChange={async ({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          currentTarget.value = '';
          if (file) await take(file);
        }}
      />
      <p class="note" role="status">
        {kept?.trouble.value || (runs.length > 0 && words.used(runs.length, sizeText(2 * size)))}
      </p>
    </section>
  );
}
