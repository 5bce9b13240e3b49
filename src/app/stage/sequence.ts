import type { Session } from '../session/session.ts';
import type { StageController } from './stage-controller.ts';

/** What a program may say to the stage selector while it has the stage. */
export interface SequenceControls {
  isOn(): boolean;
  /** That generation is seen now. */
  at(generation: number): void;
}

/** A show of its own; when it is done the newest champion is back. */
export type Sequence = (session: Session, stageController: StageController, show: SequenceControls) => Promise<void>;
