import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { Act } from '../../../view/playback.ts';
import type { Session } from '../../session/session.ts';
import { playerOf, snippetOf } from './embed-link.ts';
import { words } from './words.ts';

/** A player of the life on the stage, to be put into other pages. */
export function Embed({ session, act }: { session: Session; act: Act }) {
  const id = useId();
  const address = useSignal<string | undefined>(undefined);
  const title = useSignal('');
  const told = useSignal('');
  async function write(): Promise<void> {
    told.value = words.embedWait;
    // The stage may go on to another life while this one is written down.
    title.value = act.words;
    address.value = await playerOf(session, act.generation).catch(() => undefined);
    told.value = address.value === undefined ? words.embedLong : '';
  }
  async function copy(text: string): Promise<void> {
    told.value = await navigator.clipboard.writeText(text).then(
      () => words.copied,
      () => words.notCopied,
    );
  }
  const snippet = address.value && snippetOf(address.value, title.value);
  return (
    <section class="embed" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{words.embed}</h3>
      <p>{words.embedAbout}</p>
      {snippet && (
        <textarea
          aria-label={words.snippet}
          rows={4}
          readOnly
          value={snippet}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
      )}
      <div class="go">
        <button type="button" onClick={() => void write()}>
          {words.embed}
        </button>
        {snippet && (
          <button type="button" onClick={() => void copy(snippet)}>
            {words.copy}
          </button>
        )}
        {address.value && (
          <a href={address.value} target="_blank" rel="noopener">
            {words.openPlayer}
          </a>
        )}
        <span role="status">{told.value}</span>
      </div>
    </section>
  );
}
