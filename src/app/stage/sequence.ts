import type { Session } from '../session/session.ts';
import type { Theatre } from './stage-controller.ts';

/** What a program may say to the projector while it has the stage. */
export interface Show {
  isOn(): boolean;
  /** That generation is seen now. */
  at(generation: number): void;
}

/** A show of its own; when it is done the newest champion is back. */
export type Program = (session: Session, theatre: Theatre, show: Show) => Promise<void>;
