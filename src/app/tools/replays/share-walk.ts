import { bundleToDocument } from '../../../format/bundle-document.ts';
import { encodeFile } from '../../../format/container.ts';
import { copyLink } from '../../browser/copy-link.ts';
import { download } from '../../browser/download.ts';
import type { Session } from '../../session/session.ts';
import type { StageController } from '../../stage/stage-controller.ts';
import { notify } from '../../widgets/notice.tsx';
import { linkOf, replayFileName } from './exchange.ts';
import { bundleShown, originOnStage } from './save-replay.ts';
import { words } from './words.ts';

/** Whether the device has a share sheet that people know: on computers copying is quicker. */
const hasShareSheet = () => navigator.share !== undefined && matchMedia('(pointer: coarse)').matches;

/** Gives a link to the share sheet or the clipboard, or else shows it in the address bar. */
async function giveLink(link: string, title: string, shareRun: () => void): Promise<void> {
  const action = { words: words.shareRun, onClick: shareRun };
  if (hasShareSheet()) {
    try {
      await navigator.share({ title, url: link });
      return;
    } catch (error) {
      // Closing the sheet is an answer; any other failure falls back to the clipboard.
      if ((error as Error).name === 'AbortError') return;
    }
  }
  notify((await copyLink(link)) ? words.walkShared : words.linkShown, { action });
}

/**
 * Shares the creature on the stage as a replay: by a link, or as a file when the link would be too long. The notice offers
 * the link to the run instead. Returns false if nothing on the stage can be simulated again.
 */
export async function shareWalk(
  session: Session,
  stageController: StageController,
  shareRun: () => void,
): Promise<boolean> {
  const origin = originOnStage(stageController.onStage.peek());
  if (origin === undefined) return false;
  const { bundle, name } = await bundleShown(session, origin);
  const link = linkOf(bundle, location.href, 'r');
  if (link !== undefined) {
    await giveLink(link, name, shareRun);
    return true;
  }
  const bytes = encodeFile(bundle.kind, bundleToDocument(bundle)) as Uint8Array<ArrayBuffer>;
  download(replayFileName(name), new Blob([bytes]));
  notify(words.walkSaved, { action: { words: words.shareRun, onClick: shareRun } });
  return true;
}
