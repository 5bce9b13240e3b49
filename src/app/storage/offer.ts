import { effect } from '@preact/signals';
import { experimentToHash } from '../../format/experiment-link.ts';
import { bodyOf } from '../../run/experiment.ts';
import type { Experiment } from '../../run/experiment-schema.ts';
import type { Session } from '../session/session.ts';
import { dismiss, notify } from '../widgets/notice.tsx';
import type { Autosave } from './autosave.ts';
import type { Kept } from './kept.ts';
import type { KeptRuns } from './kept-runs.ts';
import { words } from './words.ts';

/** A page that is reloaded may come before the one it replaces has let go, ms. */
const LETS_GO = 250;
const TRIES = 6;
/** So long an offer waits for an answer, ms: then the run that began meanwhile is kept like any other. */
const PATIENCE = 60_000;

const pass = (time: number) => new Promise((resolve) => setTimeout(resolve, time));

/** Whether two experiments are the same but for what was changed on the way. */
const isSame = (a: Experiment, b: Experiment) =>
  experimentToHash({ ...a, amendments: [] }) === experimentToHash({ ...b, amendments: [] });

const keptName = ({ name, experiment }: Pick<Kept, 'name' | 'experiment'>): string =>
  name || experiment.title || words.your(bodyOf(experiment).title);

/**
 * Offers to go on with the run that was kept last: of the experiment that the address names, if it names one. Until that is
 * answered the run that has begun is not kept.
 */
export async function offerToContinue(
  session: Session,
  kept: KeptRuns,
  autosave: Autosave,
  named: Experiment | undefined,
): Promise<void> {
  const begun = session.current.peek();
  const fits = ({ experiment }: Kept) => named === undefined || isSame(experiment, named);
  autosave.hold(true);
  await kept.refresh();
  const candidates = () => kept.runs.value.filter(fits);
  const free = () => candidates().find(({ id }) => !kept.elsewhere.value.has(id));
  for (let i = 0; i < TRIES && candidates()[0] !== free(); i++) {
    await pass(LETS_GO);
    await kept.refresh();
  }
  const [latest, found] = [candidates()[0], free()];
  if (found === undefined || session.current.peek() !== begun) {
    autosave.hold(false);
    if (latest && found === undefined) notify(words.elsewhere(keptName(latest)), { isPassing: true });
    return;
  }
  const text = words.wasAt(keptName(found), found.generation - 1);
  const end = () => {
    clearTimeout(timer);
    stop();
    dismiss(text);
    autosave.hold(false);
  };
  const timer = setTimeout(() => end(), PATIENCE);
  const stop = effect(() => {
    if (session.current.value !== begun) queueMicrotask(() => end());
  });
  notify(text, {
    action: { words: words.continue, does: () => kept.goOn(found.id).catch((error: Error) => notify(error.message)) },
    refusal: { words: words.anew, does: () => end() },
  });
}
