import type { Experiment } from '../../run/experiment-schema.ts';
import type { Session } from '../session/session.ts';
import { keepSaving } from './autosave.ts';
import { createKeptRuns } from './kept-runs.ts';
import { offerToContinue } from './offer.ts';
import { openedRuns } from './opened-runs.ts';

/** From now on runs are kept. The one that was kept last is offered, if wanted; `named` is what the address asked for, if anything. */
export function keepRuns(session: Session, named: Experiment | undefined, isOffered: boolean): void {
  const kept = createKeptRuns(session);
  openedRuns.value = kept;
  const autosave = keepSaving(session, kept);
  if (isOffered) void offerToContinue(session, kept, autosave, named);
}
