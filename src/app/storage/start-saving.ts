import type { Experiment } from '../../run/experiment-schema.ts';
import type { Session } from '../session/session.ts';
import { sentenceOf } from '../widgets/error-sentence.ts';
import { notify } from '../widgets/notice.tsx';
import { type Autosave, createAutosave } from './autosave.ts';
import { continueSavedRun } from './continue-saved-run.ts';
import { createSavedRuns } from './saved-runs.ts';
import { savedRuns } from './saved-runs-signal.ts';

/** Whether the viewer reloaded the page, instead of coming to it by a link or its address. */
const isReload = () =>
  performance.getEntriesByType('navigation').some((entry) => (entry as PerformanceNavigationTiming).type === 'reload');

/**
 * Saves the session's runs from now on and, if `isOffered`, continues the run that was saved last or offers to. `named` is the
 * experiment in the address, if any.
 */
export function startSaving(session: Session, named: Experiment | undefined, isOffered: boolean): Autosave {
  const saved = createSavedRuns(session);
  savedRuns.value = saved;
  const autosave = createAutosave(session, saved);
  void saved.refresh().then(autosave.reportFault);
  if (isOffered)
    continueSavedRun(session, saved, autosave, named, isReload()).catch((error: unknown) => notify(sentenceOf(error)));
  return autosave;
}
