import type { Tool } from './tool.ts';

/** Every tool, in the order of the buttons. */
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
    label: 'Not learning?',
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
    pausesRun: true,
    key: 'l',
    load: async () => (await import('./tools/tour/tour.tsx')).Tour,
  },
  export: {
    label: 'Export',
    title: 'Film and export',
    icon: 'export',
    key: 'j',
    load: async () => (await import('./tools/export/export-tool.tsx')).ExportTool,
  },
} satisfies Record<string, Tool>;

export type ToolName = keyof typeof tools;
