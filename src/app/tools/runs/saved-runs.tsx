import { useEffect, useRef } from 'preact/hooks';
import { sizeText } from '../../amounts.ts';
import { readFile } from '../../browser/read-file.ts';
import type { RunRecord } from '../../session/run-record.ts';
import type { Kept } from '../../storage/kept.ts';
import { openedRuns } from '../../storage/opened-runs.ts';
import { sentenceOf } from '../../widgets/error-sentence.ts';
import { notify } from '../../widgets/notice.tsx';
import { SavedRunCard } from './saved-run-card.tsx';
import { savedRunName, words } from './words.ts';

/** The runs saved in the browser that are not open in this tab, and the import of files. */
export function SavedRuns({ openRuns }: { openRuns: readonly RunRecord[] }) {
  const picker = useRef<HTMLInputElement>(null);
  const kept = openedRuns.value;
  useEffect(() => void kept?.refresh(), [kept]);
  const runs = kept?.runs.value ?? [];
  const openIds = new Set(openRuns.map((run) => kept?.idOf(run)));
  const others = runs.filter(({ id }) => !openIds.has(id));
  const size = runs.reduce((sum, each) => sum + each.size, 0);

  const goOn = async (id: string) => {
    try {
      await kept?.resume(id);
    } catch (error) {
      notify(sentenceOf(error));
    }
    await kept?.refresh();
  };
  const remove = async (run: Kept) => {
    const undo = await kept?.remove(run.id);
    notify(words.deleted(savedRunName(run)), { action: { words: words.undo, does: () => void undo?.() } });
  };
  const importRun = async (file: File) => {
    try {
      await kept?.resumeFile(await readFile(file), file.name);
    } catch (error) {
      notify(sentenceOf(error));
    }
  };
  return (
    <section class="saved-runs" aria-label={words.kept}>
      {others.length > 0 && (
        <>
          <h3>{words.kept}</h3>
          <ul class="cards">
            {others.map((run) => (
              <SavedRunCard
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
          if (file) await importRun(file);
        }}
      />
      <p class="note" role="status">
        {kept?.trouble.value || (runs.length > 0 && words.used(runs.length, sizeText(2 * size)))}
      </p>
    </section>
  );
}
