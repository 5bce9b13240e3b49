import type { Signal } from '@preact/signals';
import type { LibraryEntry } from '../../storage/replay-entry.ts';
import type { ToolProps } from '../../tool.ts';
import { sentenceOf } from '../../widgets/error-sentence.ts';
import { Icon } from '../../widgets/icon.tsx';
import { notify } from '../../widgets/notice.tsx';
import { bundleIn } from './exchange.ts';
import { importBundles } from './import.ts';
import { farthestScene } from './library-entry.ts';
import { openReplay } from './opened-replay.ts';
import { remove, saveEntries } from './replay-actions.ts';
import { bundleRace } from './save-replay.ts';
import { words } from './words.ts';

/** Actions on the selected entries. */
export function ChosenBar({
  props,
  chosen,
  ids,
}: {
  props: ToolProps;
  chosen: LibraryEntry[];
  ids: Signal<readonly string[]>;
}) {
  const none = () => {
    ids.value = [];
  };
  async function race(): Promise<void> {
    try {
      const runners = chosen.map((entry) => ({ name: entry.name, replay: farthestScene(bundleIn(entry)) }));
      const bundle = await bundleRace(props.session.simulate, runners);
      const [entry] = await importBundles([{ bundle, labels: undefined }]);
      none();
      if (entry) await openReplay(props, bundle, entry);
    } catch (error) {
      notify(sentenceOf(error));
    }
  }
  const removeAll = async () => {
    await remove(chosen.map(({ id }) => id));
    none();
  };
  if (chosen.length === 0) return null;
  return (
    <div class="chosen">
      <p>{words.chosen(chosen.length)}</p>
      <button type="button" class="primary" disabled={chosen.length < 2} title={words.raceAbout} onClick={race}>
        {words.race}
      </button>
      <button type="button" title={words.saveChosenAbout} onClick={() => saveEntries(chosen, 'gaitlab replays')}>
        {words.saveChosen}
      </button>
      <button type="button" onClick={removeAll}>
        {words.remove}
      </button>
      <button type="button" aria-label={words.choseNobody} title={words.choseNobody} onClick={none}>
        <Icon name="close" />
      </button>
    </div>
  );
}
