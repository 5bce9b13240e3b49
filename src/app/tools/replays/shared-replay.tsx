import type { ToolProps } from '../../tool.ts';
import { Icon } from '../../widgets/icon.tsx';
import { challenge } from './challenge.ts';
import { importBundles } from './import.ts';
import { type OpenedReplay, openedReplay } from './opened.ts';
import { OpenedActions } from './opened-actions.tsx';
import { Verdict } from './verdict.tsx';
import { words } from './words.ts';

/** What is opened and not kept: it came by a link. */
export function SharedReplay({ props, of }: { props: ToolProps; of: OpenedReplay }) {
  const { piece, name } = of;
  const isInvited = of.isChallenge && challenge.value === undefined;
  async function keep(): Promise<void> {
    // With the recording it was lived to: a link brings none.
    const scenes = piece.scenes.map((scene, i) => ({
      ...scene,
      recording: scene.recording ?? (of.checks[i]?.isVerified ? of.checks[i]?.act?.recording : undefined),
    }));
    const [entry] = await importBundles([{ piece: { ...piece, scenes }, labels: undefined }]);
    if (entry && openedReplay.peek() === of) openedReplay.value = { ...of, id: entry.id };
  }
  return (
    <section class="entry is-open" aria-label={name}>
      <h3>{name}</h3>
      <p class="note">{isInvited ? words.challenged : words.notInLibrary}</p>
      <Verdict {...of} />
      <OpenedActions props={props} of={of} invites={isInvited}>
        <button type="button" class={isInvited ? undefined : 'primary'} onClick={keep}>
          <Icon name="bookmark" /> {words.keepIt}
        </button>
      </OpenedActions>
    </section>
  );
}
