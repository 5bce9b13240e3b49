import { effect } from '@preact/signals';
import { experimentToHash } from '../../format/experiment-link.ts';
import type { Experiment } from '../../run/experiment-schema.ts';
import type { Session } from '../session/session.ts';
import { sentenceOf } from '../widgets/error-sentence.ts';
import { dismiss, notify } from '../widgets/notice.tsx';
import type { Autosave } from './autosave.ts';
import { generationLeft } from './left-generation.ts';
import { displayName, type SavedRun } from './saved-run.ts';
import type { SavedRuns } from './saved-runs.ts';
import { words } from './words.ts';

/** Time between two tries, ms. A reloaded page may start before the page that it replaces has released its run. */
const RETRY_DELAY = 250;
const TRIES = 6;
/** Time after which the offer ends, ms; from then on the run that has begun is saved. */
const ANSWER_TIMEOUT = 60_000;

const sleep = (time: number) => new Promise((resolve) => setTimeout(resolve, time));

/** Whether two experiments are the same except for their amendments. */
const isSame = (a: Experiment, b: Experiment) =>
  experimentToHash({ ...a, amendments: [] }) === experimentToHash({ ...b, amendments: [] });

/** The latest saved run that fits, and the latest of these that is not open in another tab. */
async function findRuns(saved: SavedRuns, fits: (run: SavedRun) => boolean) {
  await saved.refresh();
  const latest = () => saved.runs.value.find(fits);
  const free = () => saved.runs.value.find((run) => fits(run) && !saved.openElsewhere.value.has(run.id));
  for (let i = 0; i < TRIES && latest() !== free(); i++) {
    await sleep(RETRY_DELAY);
    await saved.refresh();
  }
  return { latest: latest(), free: free() };
}

/** Offers to continue a run. Resolves when the viewer answers, after ANSWER_TIMEOUT, or when another run begins. */
function ask(session: Session, saved: SavedRuns, found: SavedRun): Promise<void> {
  const begun = session.current.peek();
  const text = words.wasAt(displayName(found), found.generation - 1);
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      stop();
      dismiss(text);
      resolve();
    };
    const timer = setTimeout(() => end(), ANSWER_TIMEOUT);
    const stop = effect(() => {
      if (session.current.value !== begun) queueMicrotask(() => end());
    });
    const continueRun = () =>
      saved
        .resume(found.id)
        .catch((error: unknown) => notify(sentenceOf(error)))
        .finally(end);
    notify(text, {
      action: { words: words.continue, onClick: continueRun },
      refusal: { words: words.anew, onClick: () => end() },
    });
  });
}

/** Resumes a run, and says so with a button that starts over. */
async function continueAfterReload(session: Session, saved: SavedRuns, found: SavedRun): Promise<void> {
  await saved.resume(found.id);
  const at = found.generation - 1;
  const left = generationLeft(found.id);
  const rest = left > at ? ` ${words.relearns(left)}` : '';
  notify(words.continued(displayName(found), at) + rest, {
    isOfRun: true,
    action: { words: words.anew, onClick: () => session.begin(session.nextExperiment.peek()) },
  });
}

/**
 * Continues the run that was saved last or, if the address has an experiment, the last run of that experiment: by itself
 * when the page was reloaded, else after an offer. The run that has begun is not saved before the answer; otherwise each
 * visit would leave a run.
 */
export async function continueSavedRun(
  session: Session,
  saved: SavedRuns,
  autosave: Autosave,
  named: Experiment | undefined,
  isReload: boolean,
): Promise<void> {
  const begun = session.current.peek();
  autosave.setPaused(true);
  try {
    const { latest, free } = await findRuns(saved, (run) => named === undefined || isSame(run.experiment, named));
    if (free !== undefined && session.current.peek() === begun)
      await (isReload ? continueAfterReload : ask)(session, saved, free);
    else if (free === undefined && latest) notify(words.elsewhere(displayName(latest)), { isPassing: true });
  } finally {
    autosave.setPaused(false);
  }
}
