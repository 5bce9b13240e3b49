import type { ComponentType } from 'preact';
import type { Experiment } from '../run/experiment-schema.ts';
import type { Session } from './session/session.ts';
import type { StageController } from './stage/stage-controller.ts';
import type { StageSelector } from './stage/stage-selector.ts';
import type { IconName } from './widgets/icon.tsx';

/** What the tools, and what else lies over the stage, use of the page. */
export interface PageParts {
  session: Session;
  stageController: StageController;
  stageSelector: StageSelector;
  /** Begins another run. Returns false, and shows a notice that says why, when it cannot. */
  choose(experiment: Experiment): boolean;
  /** Opens the panel with the tab for choosing, or for tuning. */
  openPanel(tunes: boolean): void;
  /** Copies the link to this experiment. */
  share(): void;
}

/** Props of a tool. */
export interface ToolProps extends PageParts {
  /** Closes this tool. */
  close(): void;
}

/** A panel beside the stage, loaded when it is first opened. */
export interface Tool {
  /** On its button; one or two words. */
  label: string;
  /** Above the panel. */
  title: string;
  icon: IconName;
  /** Whether the page's run waits while it is open. */
  pausesRun?: boolean;
  /** The key that opens and closes it; lower case. */
  key: string;
  load(): Promise<ComponentType<ToolProps>>;
}
