import { MAX_LABEL_LENGTH, MAX_TAGS } from '../../../format/library-document.ts';
import { visibleText } from '../../../format/visible-text.ts';
import { metres } from '../../amounts.ts';
import type { LibraryEntry } from '../../storage/replay-entry.ts';
import type { ToolProps } from '../../tool.ts';
import { FileText } from '../../widgets/file-text.tsx';
import { Icon } from '../../widgets/icon.tsx';
import { library } from './library.ts';
import { OpenedActions } from './opened-actions.tsx';
import { type OpenedReplay, verdicts } from './opened-replay.ts';
import { remove, saveEntries } from './replay-actions.ts';
import { tagsFrom } from './search.ts';
import { Verdict } from './verdict.tsx';
import { words } from './words.ts';

export interface ReplayCardProps {
  props: ToolProps;
  entry: LibraryEntry;
  /** Set when this entry is opened. */
  of: OpenedReplay | undefined;
  isChosen: boolean;
  choose(yes: boolean): void;
  play(): void;
}

function Badge({ id }: { id: string }) {
  const isSame = verdicts.value.get(id);
  if (isSame === undefined) return null;
  return <span class={isSame ? 'seal' : 'seal is-different'}>{isSame ? words.badge : words.otherBadge}</span>;
}

/** Fields for its name and tags. A component of its own, so that updates of the stage do not reset what is being typed. */
function Labels({ entry }: { entry: LibraryEntry }) {
  const id = `entry-${entry.id}`;
  return (
    <div class="labels">
      <div class="field">
        <label for={`${id}-name`}>{words.rename}</label>
        <input
          id={`${id}-name`}
          type="text"
          maxLength={MAX_LABEL_LENGTH}
          defaultValue={entry.name}
          onChange={({ currentTarget }) => {
            const name = currentTarget.value.trim();
            if (name === '') currentTarget.value = entry.name;
            else void library.change(entry.id, { name });
          }}
        />
      </div>
      <div class="field">
        <label for={`${id}-tags`}>
          {words.tags}, {words.tagsHint}
        </label>
        <input
          id={`${id}-tags`}
          type="text"
          defaultValue={entry.tags.join(', ')}
          onChange={({ currentTarget }) =>
            library.change(entry.id, { tags: tagsFrom(currentTarget.value, MAX_TAGS, MAX_LABEL_LENGTH) })
          }
        />
      </div>
    </div>
  );
}

/** A library entry; when it is opened, also the verdict and the actions. */
export function ReplayCard({ props, entry, of, isChosen, choose, play }: ReplayCardProps) {
  const { id, kind, tags, body, task, distance, thumbnail } = entry;
  const name = visibleText(entry.name);
  const kindWord = words.kinds[kind];
  return (
    <li class={of ? 'entry is-open' : 'entry'} aria-label={name} data-id={id}>
      <div class="head">
        <input
          type="checkbox"
          aria-label={words.choose(name)}
          checked={isChosen}
          onChange={({ currentTarget }) => choose(currentTarget.checked)}
        />
        <button type="button" class="play" aria-label={words.playOf(name)} title={words.playOf(name)} onClick={play}>
          {thumbnail !== '' && <img src={thumbnail} alt="" width={88} height={66} />}
          <Icon name="play" />
        </button>
        <div class="about">
          <h3>
            <FileText text={name} />
          </h3>
          <p>
            {kindWord && `${kindWord} · `}
            <FileText text={body} /> · {task} · <b>{metres(distance)}</b>
          </p>
          <p class="chips">
            <Badge id={id} />
            {library.unsaved.value.has(id) && <span class="seal is-different">{words.homeless}</span>}
            {tags.map((tag) => (
              <span key={tag} class="chip">
                <FileText text={tag} />
              </span>
            ))}
          </p>
        </div>
      </div>
      {of && (
        <>
          <Verdict {...of} />
          <OpenedActions props={props} of={of}>
            <button type="button" onClick={() => saveEntries([entry], entry.name)}>
              <Icon name="save" /> {words.saveFile}
            </button>
            <button type="button" onClick={() => remove([entry.id])}>
              <Icon name="bin" /> {words.remove}
            </button>
          </OpenedActions>
          <Labels entry={entry} />
        </>
      )}
    </li>
  );
}
