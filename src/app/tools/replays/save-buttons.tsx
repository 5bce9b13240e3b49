import { useSignal } from '@preact/signals';
import type { Origin } from '../../stage/origin.ts';
import type { ToolProps } from '../../tool.ts';
import { sentenceOf } from '../../widgets/error-sentence.ts';
import { SentenceText } from '../../widgets/file-text.tsx';
import { Icon } from '../../widgets/icon.tsx';
import { notify } from '../../widgets/notice.tsx';
import { importBundles } from './import.ts';
import { isShowing, openedReplay } from './opened-replay.ts';
import { bestOrigin, bundleFilm, bundleShown, originOnStage } from './save-replay.ts';
import { words } from './words.ts';

/** Buttons that save the creature on the stage, or a film of the run. */
export function SaveButtons({ session, stageController }: Pick<ToolProps, 'session' | 'stageController'>) {
  const isBusy = useSignal(false);
  const act = stageController.onStage.value;
  const now = openedReplay.value;
  // An opened replay is saved already or has its own button.
  const shown = now && isShowing(now, act) ? undefined : originOnStage(act);
  const hasRun = session.current.value.latest.value !== undefined;

  async function save(action: () => Promise<unknown>): Promise<void> {
    isBusy.value = true;
    try {
      await action();
    } catch (error) {
      notify(`${words.notKept} ${sentenceOf(error)}`);
    } finally {
      isBusy.value = false;
    }
  }
  const saveOne = (origin: Origin) =>
    save(async () => {
      const { bundle, name } = await bundleShown(session, origin);
      await importBundles([{ bundle, labels: { name, tags: [], made: Date.now() } }]);
    });
  // Drawn again with each new best: a jump's is not a signal.
  void session.best.value;
  const best = bestOrigin(session);
  const saveFilm = () => save(async () => importBundles([{ bundle: await bundleFilm(session), labels: undefined }]));

  return (
    <div class="save-buttons">
      <button
        type="button"
        class="primary"
        disabled={isBusy.value || shown === undefined}
        onClick={() => shown && saveOne(shown)}
      >
        <Icon name="bookmark" /> {words.keep}
      </button>
      {best && (best.generation !== shown?.generation || best.genome !== shown.genome) && (
        <button
          type="button"
          title={words.keepBestAbout(best.generation)}
          disabled={isBusy.value}
          onClick={() => saveOne(best)}
        >
          <Icon name="bookmark" /> {words.keepBest}
        </button>
      )}
      <button type="button" title={words.keepFilmAbout} disabled={isBusy.value || !hasRun} onClick={saveFilm}>
        <Icon name="film" /> {words.keepFilm}
      </button>
      <p>
        <SentenceText
          text={
            shown ? words.keepShown(shown.subject) : now && isShowing(now, act) ? words.keepOpened : words.keepNobody
          }
        />
      </p>
    </div>
  );
}
