import { effect } from '@preact/signals';
import { experimentToHash } from '../../format/experiment-link.ts';
import type { Experiment } from '../../run/experiment-schema.ts';
import type { Session } from '../session/session.ts';
import { sentenceOf } from '../widgets/error-sentence.ts';
import { dismiss, notify } from '../widgets/notice.tsx';
import type { Autosave } from './autosave.ts';
import { type Kept, keptName } from './kept.ts';
import type { KeptRuns } from './kept-runs.ts';
import { words } from './words.ts';

/** A page that is reloaded may start before the one it replaces has released its run: time between two looks, ms. */
const RETRY_DELAY = 250;
const TRIES = 6;
/** How long the offer waits for an answer, ms; then the run that began meanwhile is kept like any other. */
const PATIENCE = 60_000;

const pass = (time: number) => new Promise((resolve) => setTimeout(resolve, time));

/** Whether two experiments are the same except for their amendments. */
const isSame = (a: Experiment, b: Experiment) =>
  experimentToHash({ ...a, amendments: [] }) === experimentToHash({ ...b, amendments: [] });

/** The latest kept run that fits, and the latest that is open in no other tab. */
async function findRuns(kept: KeptRuns, fits: (run: Kept) => boolean) {
  await kept.refresh();
  const latest = () => kept.runs.value.find(fits);
  const free = () => kept.runs.value.find((run) => fits(run) && !kept.elsewhere.value.has(run.id));
  for (let i = 0; i < TRIES && latest() !== free(); i++) {
    await pass(RETRY_DELAY);
    await kept.refresh();
  }
  return { latest: latest(), free: free() };
}

/** Offers to continue a run; done when that is answered, after PATIENCE, or when another run begins. */
function ask(session: Session, kept: KeptRuns, found: Kept): Promise<void> {
  const begun = session.current.peek();
  const text = words.wasAt(keptName(found), found.generation - 1);
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      stop();
      dismiss(text);
      resolve();
    };
    const timer = setTimeout(() => end(), PATIENCE);
    const stop = effect(() => {
      if (session.current.value !== begun) queueMicrotask(() => end());
    });
    const goOn = () =>
      kept
        .resume(found.id)
        .catch((error: unknown) => notify(sentenceOf(error)))
        .finally(end);
    notify(text, {
      action: { words: words.continue, does: goOn },
      refusal: { words: words.anew, does: () => end() },
    });
  });
}

/**
 * Offers to continue the run that was kept last, or the last of the experiment in the address when there is one. Until that
 * is answered the run that has begun is not kept: otherwise each reload would leave one.
 */
export async function offerToContinue(
  session: Session,
  kept: KeptRuns,
  autosave: Autosave,
  named: Experiment | undefined,
): Promise<void> {
  const begun = session.current.peek();
  autosave.hold(true);
  try {
    const { latest, free } = await findRuns(kept, (run) => named === undefined || isSame(run.experiment, named));
    if (free !== undefined && session.current.peek() === begun) await ask(session, kept, free);
    else if (free === undefined && latest) notify(words.elsewhere(keptName(latest)), { isPassing: true });
  } finally {
    autosave.hold(false);
  }
}
