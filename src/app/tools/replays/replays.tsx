import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { LibraryEntry } from '../../storage/replay-entry.ts';
import type { ToolProps } from '../../tool.ts';
import { sentenceOf } from '../../widgets/error-sentence.ts';
import { notify } from '../../widgets/notice.tsx';
import { challenge } from './challenge.ts';
import { ChosenBar } from './chosen-bar.tsx';
import { bundleIn } from './exchange.ts';
import { library } from './library.ts';
import { LibraryFooter } from './library-footer.tsx';
import { openedReplay, openReplay } from './opened-replay.ts';
import { OwnBodyList } from './own-body-list.tsx';
import { ReplayCard } from './replay-card.tsx';
import { SaveButtons } from './save-buttons.tsx';
import { SearchBar } from './search-bar.tsx';
import './replays.css';
import './entries.css';
import { ChallengeCard } from './challenge-card.tsx';
import { findEntries, type SearchQuery, tagsIn } from './search.ts';
import { SharedReplay } from './shared-replay.tsx';
import { words } from './words.ts';

export { openFile, openText } from './dropped.ts';
export { importFiles, importText, receive } from './import.ts';
export { SharedWalk, type SharedWalkProps } from './shared-walk.tsx';

const wanted = signal<SearchQuery>({ text: '', tag: '', order: 'newest' });
/** Ids of the selected entries. */
const ticked = signal<readonly string[]>([]);

/** The replay library: save, check, show, share and import replays. */
export function Replays(props: ToolProps) {
  const { session, stageController, stageSelector } = props;
  const entries = library.entries.value;
  const now = openedReplay.value;
  const tags = tagsIn(entries);
  const shown = findEntries(entries, { ...wanted.value, tag: tags.includes(wanted.value.tag) ? wanted.value.tag : '' });
  const chosen = ticked.value.flatMap((id) => entries.filter((entry) => entry.id === id));
  useEffect(() => void library.refresh(), []);

  async function play(entry: LibraryEntry): Promise<void> {
    try {
      await openReplay(props, bundleIn(entry), entry);
    } catch (error) {
      notify(words.cannotOpen(sentenceOf(error)));
    }
  }
  const tick = (id: string, yes: boolean) => {
    const others = ticked.value.filter((each) => each !== id);
    ticked.value = yes ? [...others, id] : others;
  };
  return (
    <div class="replays">
      <p class="lead">{words.lead}</p>
      {challenge.value && <ChallengeCard session={session} stageSelector={stageSelector} of={challenge.value} />}
      {now && now.id === '' && <SharedReplay props={props} of={now} />}
      <SaveButtons session={session} stageController={stageController} />
      {entries.length > 1 && <SearchBar wanted={wanted} tags={tags} />}
      <ChosenBar props={props} chosen={chosen} ids={ticked} />
      {entries.length > 0 ? (
        <ul class="entries" aria-label={words.list}>
          {shown.map((entry) => (
            <ReplayCard
              key={entry.id}
              props={props}
              entry={entry}
              of={now?.id === entry.id ? now : undefined}
              isChosen={ticked.value.includes(entry.id)}
              choose={(yes) => tick(entry.id, yes)}
              play={() => play(entry)}
            />
          ))}
        </ul>
      ) : (
        <p class="note">{library.isReady.value ? words.none : ''}</p>
      )}
      {entries.length > 0 && shown.length === 0 && <p class="note">{words.noneFound}</p>}
      <OwnBodyList />
      <LibraryFooter />
    </div>
  );
}
