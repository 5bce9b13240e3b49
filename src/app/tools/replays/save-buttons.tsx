import { useSignal } from '@preact/signals';
import type { ToolProps } from '../../tool.ts';
import { Icon } from '../../widgets/icon.tsx';
import { notify } from '../../widgets/notice.tsx';
import { importBundles, sentenceOf } from './import.ts';
import { isShowing, openedReplay } from './opened.ts';
import { keepFilm, keepShown, shownOn } from './save-replay.ts';
import { words } from './words.ts';

/** Keeps whom the stage shows, or a film of the run. */
export function SaveButtons({ session, stageController }: Pick<ToolProps, 'session' | 'stageController'>) {
  const isBusy = useSignal(false);
  const act = stageController.onStage.value;
  const now = openedReplay.value;
  // Whoever was opened has a button of its own, or is kept.
  const shown = now && isShowing(now, act) ? undefined : shownOn(act);
  const hasRun = session.current.value.latest.value !== undefined;

  async function keep(does: () => Promise<unknown>): Promise<void> {
    isBusy.value = true;
    try {
      await does();
    } catch (error) {
      notify(`${words.notKept} ${sentenceOf(error)}`);
    } finally {
      isBusy.value = false;
    }
  }
  const keepThis = () =>
    keep(async () => {
      if (shown === undefined) return;
      const { piece, name } = await keepShown(session, shown);
      await importBundles([{ piece, labels: { name, tags: [], made: Date.now() } }]);
    });
  const film = () => keep(async () => importBundles([{ piece: await keepFilm(session), labels: undefined }]));

  return (
    <div class="keeper">
      <button type="button" class="primary" disabled={isBusy.value || shown === undefined} onClick={keepThis}>
        <Icon name="bookmark" /> {words.keep}
      </button>
      <button type="button" title={words.keepFilmAbout} disabled={isBusy.value || !hasRun} onClick={film}>
        <Icon name="film" /> {words.keepFilm}
      </button>
      <p>{shown ? words.keepShown(shown.who) : now && isShowing(now, act) ? words.keepOpened : words.keepNobody}</p>
    </div>
  );
}
