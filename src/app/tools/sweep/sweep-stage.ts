import { type Signal, signal } from '@preact/signals';
import type { Measure } from '../../../run/sweep/outcome.ts';
import type { Session } from '../../session/session.ts';
import { type Draft, firstDraft } from './draft.ts';
import { createSweepState, type SweepState } from './sweep-state.ts';

/** What lies on the tool's desk, and is found there again when it is opened next. */
export interface SweepStage {
  readonly trial: SweepState;
  readonly draft: Signal<Draft>;
  /** Whether the form is seen, and not what came of it. */
  readonly isEditing: Signal<boolean>;
  /** Cell being looked at. */
  readonly picked: Signal<number | undefined>;
  readonly measure: Signal<Measure>;
  /** Metres to come to, for steps to a distance. */
  readonly goal: Signal<number>;
}

const desks = new WeakMap<Session, SweepStage>();

/** The one desk of a session. */
export function sweepStageOf(session: Session): SweepStage {
  const found = desks.get(session);
  if (found) return found;
  const desk: SweepStage = {
    trial: createSweepState(session),
    draft: signal(firstDraft(session.now.peek())),
    isEditing: signal(true),
    picked: signal<number | undefined>(undefined),
    measure: signal<Measure>('distance'),
    goal: signal(5),
  };
  desks.set(session, desk);
  return desk;
}
