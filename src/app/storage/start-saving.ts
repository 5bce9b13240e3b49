import type { Experiment } from '../../run/experiment-schema.ts';
import type { Session } from '../session/session.ts';
import { sentenceOf } from '../widgets/error-sentence.ts';
import { notify } from '../widgets/notice.tsx';
import { type Autosave, createAutosave } from './autosave.ts';
import { offerToContinue } from './offer.ts';
import { createSavedRuns } from './saved-runs.ts';
import { savedRuns } from './saved-runs-signal.ts';

/**
 * Saves the session's runs from now on and, if `isOffered`, offers to continue the run that was saved last. `named` is the
 * experiment in the address, if any.
 */
export function startSaving(session: Session, named: Experiment | undefined, isOffered: boolean): Autosave {
  const saved = createSavedRuns(session);
  savedRuns.value = saved;
  const autosave = createAutosave(session, saved);
  void saved.refresh().then(autosave.reportFault);
  if (isOffered) offerToContinue(session, saved, autosave, named).catch((error: unknown) => notify(sentenceOf(error)));
  return autosave;
}
