import { useEffect, useRef } from 'preact/hooks';
import { sizeText } from '../../amounts.ts';
import { readFile } from '../../browser/read-file.ts';
import type { RunRecord } from '../../session/run-record.ts';
import type { SavedRun } from '../../storage/saved-run.ts';
import { savedRuns } from '../../storage/saved-runs-signal.ts';
import { sentenceOf } from '../../widgets/error-sentence.ts';
import { notify } from '../../widgets/notice.tsx';
import { SavedRunCard } from './saved-run-card.tsx';
import { savedRunName, words } from './words.ts';

/** The runs saved in the browser that are not open in this tab, and the import of files. */
export function SavedRuns({ openRuns }: { openRuns: readonly RunRecord[] }) {
  const picker = useRef<HTMLInputElement>(null);
  const saved = savedRuns.value;
  useEffect(() => void saved?.refresh(), [saved]);
  const runs = saved?.runs.value ?? [];
  const openIds = new Set(openRuns.map((run) => saved?.idOf(run)));
  const others = runs.filter(({ id }) => !openIds.has(id));
  const size = runs.reduce((sum, each) => sum + each.size, 0);

  const continueRun = async (id: string) => {
    try {
      await saved?.resume(id);
    } catch (error) {
      notify(sentenceOf(error));
    }
    await saved?.refresh();
  };
  const remove = async (run: SavedRun) => {
    const undo = await saved?.remove(run.id);
    notify(words.deleted(savedRunName(run)), { action: { words: words.undo, onClick: () => void undo?.() } });
  };
  const importRun = async (file: File) => {
    try {
      await saved?.resumeFile(await readFile(file), file.name);
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
                isElsewhere={saved?.openElsewhere.value.has(run.id) === true}
                continueRun={() => continueRun(run.id)}
                rename={(name) => void saved?.change(run.id, { name })}
                file={() => (saved ? saved.fileOf(run.id) : Promise.reject(new Error(words.lost)))}
                remove={() => void remove(run)}
              />
            ))}
          </ul>
        </>
      )}
      <div class="import">
        <button type="button" disabled={saved === undefined} onClick={() => picker.current?.click()}>
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
        {saved?.fault.value || (runs.length > 0 && words.used(runs.length, sizeText(2 * size)))}
      </p>
    </section>
  );
}
