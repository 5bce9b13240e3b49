import type { Experiment } from '../../run/experiment.ts';
import { keptRuns } from '../kept-runs.ts';
import type { Session } from '../session.ts';
import { keepSaving } from './autosave.ts';
import { createKeptRuns } from './kept-runs.ts';
import { offerToContinue } from './offer.ts';

/** From now on runs are kept, and the one that was kept last is offered; `named` is what the address asked for, if anything. */
export function keepRuns(session: Session, named: Experiment | undefined): void {
  const kept = createKeptRuns(session);
  keptRuns.value = kept;
  void offerToContinue(session, kept, keepSaving(session, kept), named);
}
