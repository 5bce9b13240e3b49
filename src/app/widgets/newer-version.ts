import { isNewerServed, watchServiceWorker } from '../browser/service-worker.ts';
import { strings } from '../strings.ts';
import { notify } from './notice.tsx';

/** Saves the run on the page. Returns false if that failed. */
let save = async (): Promise<boolean> => true;

async function reload(takeOver: () => Promise<void>): Promise<void> {
  await takeOver();
  location.reload();
}

/** Saves the run, then reloads; if saving fails, the viewer decides. */
async function saveAndReload(takeOver: () => Promise<void>): Promise<void> {
  if (await save()) return reload(takeOver);
  notify(strings.notSaved, { action: { words: strings.reloadAnyway, onClick: () => reload(takeOver) } });
}

function notifyNewer(takeOver: () => Promise<void>): void {
  notify(strings.newer, {
    action: { words: strings.reload, onClick: () => saveAndReload(takeOver) },
    refusal: { words: strings.later, onClick() {} },
  });
}

/** Shows a notice when a newer version of the page is available. `saving` saves the run before a reload. */
export function watchForNewer(saving: () => Promise<boolean>): void {
  save = saving;
  void watchServiceWorker(notifyNewer);
}

/** Shows a notice that a part of the page could not be loaded: the server has a newer version, or there is no connection. */
export async function notifyNotLoaded(): Promise<void> {
  if (await isNewerServed()) notifyNewer(async () => {});
  else notify(strings.notLoaded);
}
