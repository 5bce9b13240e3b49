import type { Session } from '../session/session.ts';
import type { StageController } from './stage-controller.ts';

/** What the stage selector offers to a running sequence. */
export interface SequenceControls {
  isOn(): boolean;
  /** Tells which generation is shown now. */
  at(generation: number): void;
}

/** Shows several episodes in turn; afterwards the newest champion is shown. */
export type Sequence = (session: Session, stageController: StageController, show: SequenceControls) => Promise<void>;
