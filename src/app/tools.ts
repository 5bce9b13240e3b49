import type { ComponentType } from 'preact';
import type { Experiment } from '../run/experiment.ts';
import type { IconName } from './icon.tsx';
import type { Projector } from './projector.ts';
import type { Session } from './session.ts';
import type { Theatre } from './theatre.ts';

/** What a tool has to work with. */
export interface ToolProps {
  session: Session;
  theatre: Theatre;
  projector: Projector;
  /** Begins another run. */
  choose(experiment: Experiment): void;
  /** Puts this tool away. */
  close(): void;
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
  doctor: {
    label: 'Why not?',
    title: "Why isn't it learning?",
    icon: 'doctor',
    key: 'w',
    load: async () => (await import('./doctor/doctor.tsx')).Doctor,
  },
  charts: {
    label: 'Charts',
    title: 'Charts',
    icon: 'chart',
    key: 'h',
    load: async () => (await import('./charts/charts.tsx')).Charts,
  },
} satisfies Record<string, Tool>;

export type ToolName = keyof typeof tools;
