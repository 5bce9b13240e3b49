import { Icon } from '../icon.tsx';
import type { ToolProps } from '../tools.ts';
import { takeItems } from './intake.ts';
import { type Opened, opened } from './opened.ts';
import { OpenedDeeds } from './opened-deeds.tsx';
import { Verdict } from './verdict.tsx';
import { words } from './words.ts';

/** What is opened and not kept: it came by a link. */
export function Visitor({ props, of }: { props: ToolProps; of: Opened }) {
  const { piece, name } = of;
  async function keep(): Promise<void> {
    // With the recording it was lived to: a link brings none.
    const scenes = piece.scenes.map((scene, i) => ({
      ...scene,
      recording: scene.recording ?? (of.checks[i]?.isVerified ? of.checks[i]?.act?.recording : undefined),
    }));
    const [entry] = await takeItems([{ piece: { ...piece, scenes }, labels: undefined }]);
    if (entry && opened.peek() === of) opened.value = { ...of, id: entry.id };
  }
  return (
    <section class="entry is-open" aria-label={name}>
      <h3>{name}</h3>
      <p class="note">{of.isChallenge ? words.challenged : words.notInLibrary}</p>
      <Verdict {...of} />
      <OpenedDeeds props={props} of={of}>
        <button type="button" class={of.isChallenge ? undefined : 'primary'} onClick={keep}>
          <Icon name="bookmark" /> {words.keepIt}
        </button>
      </OpenedDeeds>
    </section>
  );
}
