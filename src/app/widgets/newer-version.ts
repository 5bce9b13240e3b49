import { isNewerServed, watchServiceWorker } from '../browser/service-worker.ts';
import { strings } from '../strings.ts';
import { notify } from './notice.tsx';

/** Stores the run on the page; false when that failed. */
let save = async (): Promise<boolean> => true;

async function reload(takeOver: () => Promise<void>): Promise<void> {
  await takeOver();
  location.reload();
}

/** Reloads after the run was stored; where that failed, the viewer decides. */
async function saveAndReload(takeOver: () => Promise<void>): Promise<void> {
  if (await save()) return reload(takeOver);
  notify(strings.notSaved, { action: { words: strings.reloadAnyway, does: () => reload(takeOver) } });
}

function tellNewer(takeOver: () => Promise<void>): void {
  notify(strings.newer, {
    action: { words: strings.reload, does: () => saveAndReload(takeOver) },
    refusal: { words: strings.later, does() {} },
  });
}

/** Tells from now on when a newer version of the page is available. `saving` stores the run before a reload. */
export function watchForNewer(saving: () => Promise<boolean>): void {
  save = saving;
  void watchServiceWorker(tellNewer);
}

/** Tells that a part of the page could not be loaded: because the server has a newer version, or no connection. */
export async function tellNotLoaded(): Promise<void> {
  if (await isNewerServed()) tellNewer(async () => {});
  else notify(strings.notLoaded);
}
