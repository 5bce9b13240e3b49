import { type Signal, signal } from '@preact/signals';
import type { Measure } from '../../../run/sweep/outcome.ts';
import type { Session } from '../../session/session.ts';
import { firstDraft, type SweepDraft } from './draft.ts';
import { createSweepState, type SweepState } from './sweep-state.ts';

/** State of the sweep tool, kept while it is closed. */
export interface SweepToolState {
  readonly sweepState: SweepState;
  readonly draft: Signal<SweepDraft>;
  /** Whether the form is shown, not the results. */
  readonly isEditing: Signal<boolean>;
  /** Index of the selected cell. */
  readonly picked: Signal<number | undefined>;
  readonly measure: Signal<Measure>;
  /** Distance for the measure "steps to a distance", metres. */
  readonly goal: Signal<number>;
}

const states = new WeakMap<Session, SweepToolState>();

/** The state of a session's sweep tool. */
export function toolStateOf(session: Session): SweepToolState {
  const found = states.get(session);
  if (found) return found;
  const state: SweepToolState = {
    sweepState: createSweepState(session),
    draft: signal(firstDraft(session.nextExperiment.peek())),
    isEditing: signal(true),
    picked: signal<number | undefined>(undefined),
    measure: signal<Measure>('distance'),
    goal: signal(5),
  };
  states.set(session, state);
  return state;
}
