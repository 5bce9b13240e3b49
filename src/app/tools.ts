import type { ComponentType } from 'preact';
import type { Experiment } from '../run/experiment.ts';
import type { Session } from './session/session.ts';
import type { Theatre } from './stage/stage-controller.ts';
import type { Projector } from './stage/stage-selector.ts';
import type { IconName } from './widgets/icon.tsx';

/** What a tool has to work with. */
export interface ToolProps {
  session: Session;
  theatre: Theatre;
  projector: Projector;
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

/** Every tool, in the order of the rail. */
export const tools = {
  brain: {
    label: 'Brain',
    title: 'Inside its brain',
    icon: 'brain',
    key: 'b',
    load: async () => (await import('./tools/brain/brain.tsx')).Brain,
  },
  charts: {
    label: 'Charts',
    title: 'Charts',
    icon: 'chart',
    key: 'h',
    load: async () => (await import('./tools/charts/charts.tsx')).Charts,
  },
  doctor: {
    label: 'Why not?',
    title: "Why isn't it learning?",
    icon: 'doctor',
    key: 'w',
    load: async () => (await import('./tools/doctor/doctor.tsx')).Doctor,
  },
  runs: {
    label: 'Runs',
    title: 'Runs',
    icon: 'branch',
    key: 'n',
    load: async () => (await import('./tools/runs/runs.tsx')).Runs,
  },
  replays: {
    label: 'Replays',
    title: 'Replays',
    icon: 'bookmark',
    key: 'i',
    load: async () => (await import('./tools/replays/replays.tsx')).Replays,
  },
  sweep: {
    label: 'Try values',
    title: 'Try values',
    icon: 'sweep',
    key: 'v',
    load: async () => (await import('./tools/sweep/sweep-tool.tsx')).SweepTool,
  },
  tour: {
    label: 'How it learns',
    title: 'How it learns',
    icon: 'tour',
    key: 'l',
    load: async () => (await import('./tools/tour/tour.tsx')).Tour,
  },
  export: {
    label: 'Export',
    title: 'Export what is on the stage',
    icon: 'export',
    key: 'j',
    load: async () => (await import('./tools/export/export-tool.tsx')).ExportTool,
  },
} satisfies Record<string, Tool>;

export type ToolName = keyof typeof tools;
