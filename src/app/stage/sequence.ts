import type { Session } from '../session/session.ts';
import type { StageController } from './stage-controller.ts';

/** Passed to a sequence while it runs. */
export interface SequenceControls {
  /** False once the viewer has chosen something else; the sequence must then return. */
  isOn(): boolean;
  /** Reports the generation that is shown. */
  at(generation: number): void;
}

/** Shows several episodes in turn; afterwards the newest champion is shown. */
export type Sequence = (session: Session, stageController: StageController, show: SequenceControls) => Promise<void>;
