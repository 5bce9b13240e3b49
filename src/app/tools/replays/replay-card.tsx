import { MAX_LABEL_LENGTH, MAX_TAGS } from '../../../format/library-document.ts';
import { metres } from '../../amounts.ts';
import type { LibraryEntry } from '../../storage/replay-entry.ts';
import type { ToolProps } from '../../tool.ts';
import { Icon } from '../../widgets/icon.tsx';
import { library } from './library.ts';
import { type OpenedReplay, verdicts } from './opened.ts';
import { OpenedActions } from './opened-actions.tsx';
import { remove, saveEntries } from './replay-actions.ts';
import { tagsFrom } from './search.ts';
import { Verdict } from './verdict.tsx';
import { words } from './words.ts';

export interface CardProps {
  props: ToolProps;
  entry: LibraryEntry;
  /** Set when it is the one that is opened. */
  of: OpenedReplay | undefined;
  isChosen: boolean;
  choose(yes: boolean): void;
  play(): void;
}

function Badge({ id }: { id: string }) {
  const isSame = verdicts.value.get(id);
  if (isSame === undefined) return null;
  return <span class={isSame ? 'seal' : 'seal is-parted'}>{isSame ? words.badge : words.otherBadge}</span>;
}

/** Its name and tags, to be changed. What is being typed outlasts whatever happens on the stage. */
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

/** One that is kept; when it is opened also what came of living it again, and all that can be done with it. */
export function ReplayCard({ props, entry, of, isChosen, choose, play }: CardProps) {
  const { id, kind, name, tags, body, task, distance, thumbnail } = entry;
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
          <h3>{name}</h3>
          <p>
            {kindWord && `${kindWord} · `}
            {body} · {task} · <b>{metres(distance)}</b>
          </p>
          <p class="chips">
            <Badge id={id} />
            {library.homeless.value.has(id) && <span class="seal is-parted">{words.homeless}</span>}
            {tags.map((tag) => (
              <span key={tag} class="chip">
                {tag}
              </span>
            ))}
          </p>
        </div>
      </div>
      {of && (
        <>
          <Verdict {...of} />
          <OpenedActions props={props} of={of}>
            <button type="button" onClick={() => saveEntries([entry], name)}>
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
