import { useEffect, useRef } from 'preact/hooks';
import { sizeText } from '../../amounts.ts';
import { askToPersist, inspectStorage, isPersistent } from '../../storage/persistence.ts';
import { SentenceText } from '../../widgets/file-text.tsx';
import { notify } from '../../widgets/notice.tsx';
import { importFiles } from './import.ts';
import { library } from './library.ts';
import { saveEntries } from './replay-actions.ts';
import { words } from './words.ts';

/** Import, export, and the state of the browser's storage. */
export function LibraryFooter() {
  const picker = useRef<HTMLInputElement>(null);
  const entries = library.entries.value;
  const bytes = entries.reduce((sum, entry) => sum + entry.bytes.length + entry.thumbnail.length, 0);
  useEffect(() => void inspectStorage(), []);
  const ask = async () => {
    if (!(await askToPersist())) notify(words.refused);
  };
  return (
    <footer class="library-footer">
      <div class="actions">
        <button type="button" onClick={() => picker.current?.click()}>
          {words.import}
        </button>
        <button type="button" disabled={entries.length === 0} onClick={() => saveEntries(entries, 'gaitlab library')}>
          {words.exportAll}
        </button>
      </div>
      <input
        ref={picker}
        hidden
        type="file"
        accept=".gait,.json,application/json"
        multiple
        onChange={async ({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          currentTarget.value = '';
          await importFiles(files);
        }}
      />
      <p class="note">{words.importAbout}</p>
      <p class="note" role="status">
        <SentenceText text={library.fault.value} />
      </p>
      {library.fault.value === '' && entries.length > 0 && (
        <p class="note">
          {words.used(sizeText(bytes))} {isPersistent.value === true && words.persisted}
          {isPersistent.value === false && (
            <>
              {words.mayGo}{' '}
              <button type="button" class="plain" onClick={ask}>
                {words.persist}
              </button>
            </>
          )}
        </p>
      )}
    </footer>
  );
}
