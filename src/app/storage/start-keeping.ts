import type { Experiment } from '../../run/experiment-schema.ts';
import type { Session } from '../session/session.ts';
import { sentenceOf } from '../widgets/error-sentence.ts';
import { notify } from '../widgets/notice.tsx';
import { type Autosave, keepSaving } from './autosave.ts';
import { createKeptRuns } from './kept-runs.ts';
import { offerToContinue } from './offer.ts';
import { openedRuns } from './opened-runs.ts';

/**
 * Keeps the session's runs from now on, and offers to continue the one that was kept last if `isOffered`. `named` is the
 * experiment in the address, if any.
 */
export function keepRuns(session: Session, named: Experiment | undefined, isOffered: boolean): Autosave {
  const kept = createKeptRuns(session);
  openedRuns.value = kept;
  const autosave = keepSaving(session, kept);
  void kept.refresh().then(autosave.tellTrouble);
  if (isOffered) offerToContinue(session, kept, autosave, named).catch((error: unknown) => notify(sentenceOf(error)));
  return autosave;
}
