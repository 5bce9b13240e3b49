import { visibleText } from '../../../format/visible-text.ts';
import type { ToolProps } from '../../tool.ts';
import { FileText } from '../../widgets/file-text.tsx';
import { Icon } from '../../widgets/icon.tsx';
import { challenge } from './challenge.ts';
import { importBundles } from './import.ts';
import { OpenedActions } from './opened-actions.tsx';
import { type OpenedReplay, openedReplay } from './opened-replay.ts';
import { Verdict } from './verdict.tsx';
import { words } from './words.ts';

/** An opened replay that is not in the library, from a link. */
export function SharedReplay({ props, of }: { props: ToolProps; of: OpenedReplay }) {
  const { bundle, name } = of;
  const isInvited = of.isChallenge && challenge.value === undefined;
  async function save(): Promise<void> {
    // A link holds no recording: save that of the resimulation.
    const scenes = bundle.scenes.map((scene, i) => ({
      ...scene,
      recording: scene.recording ?? (of.checks[i]?.isVerified ? of.checks[i]?.clip?.recording : undefined),
    }));
    const [entry] = await importBundles([{ bundle: { ...bundle, scenes }, labels: undefined }]);
    if (entry && openedReplay.peek() === of) openedReplay.value = { ...of, id: entry.id };
  }
  return (
    <section class="entry is-open" aria-label={visibleText(name)}>
      <h3>
        <FileText text={name} />
      </h3>
      <p class="note">{isInvited ? words.challenged : words.notInLibrary}</p>
      <Verdict {...of} />
      <OpenedActions props={props} of={of} invites={isInvited}>
        <button type="button" class={isInvited ? undefined : 'primary'} onClick={save}>
          <Icon name="bookmark" /> {words.keepIt}
        </button>
      </OpenedActions>
    </section>
  );
}
