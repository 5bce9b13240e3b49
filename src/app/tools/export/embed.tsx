import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { visibleText } from '../../../format/visible-text.ts';
import type { Clip } from '../../../view/playback.ts';
import type { Session } from '../../session/session.ts';
import { playerOf, snippetOf } from './embed-link.ts';
import { words } from './words.ts';
import './embed.css';

/** Makes the HTML of a player with the episode on the stage, for other pages. */
export function Embed({ session, clip }: { session: Session; clip: Clip }) {
  const id = useId();
  const address = useSignal<string | undefined>(undefined);
  const title = useSignal('');
  const status = useSignal('');
  async function write(): Promise<void> {
    status.value = words.embedWait;
    // The stage may show another clip before the address is ready.
    title.value = visibleText(clip.words);
    address.value = await playerOf(session, clip.generation).catch(() => undefined);
    status.value = address.value === undefined ? words.embedLong : '';
  }
  async function copy(text: string): Promise<void> {
    status.value = await navigator.clipboard.writeText(text).then(
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
        <span role="status">{status.value}</span>
      </div>
    </section>
  );
}
