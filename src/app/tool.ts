import type { ComponentType } from 'preact';
import type { Experiment } from '../run/experiment-schema.ts';
import type { Session } from './session/session.ts';
import type { StageController } from './stage/stage-controller.ts';
import type { StageSelector } from './stage/stage-selector.ts';
import type { IconName } from './widgets/icon.tsx';

/** What a tool has to work with. */
export interface ToolProps {
  session: Session;
  stageController: StageController;
  stageSelector: StageSelector;
  /** Begins another run. */
  choose(experiment: Experiment): void;
  /** Puts this tool away. */
  close(): void;
  /** Opens the panel for choosing, or for tuning. */
  openPanel(tunes: boolean): void;
  /** Copies the link to this experiment. */
  share(): void;
}

/** A panel of its own beside the stage, loaded when it is first opened. */
export interface Tool {
  /** On the rail; short. */
  label: string;
  /** Above the panel. */
  title: string;
  icon: IconName;
  /** Opens and closes it; lower case. */
  key: string;
  load(): Promise<ComponentType<ToolProps>>;
}
