/** Every word of the doctor's. */
export const words = {
  lead: 'What is seen of the run since its settings last changed. It looks again every second.',
  none: 'Nothing has lived yet.',
  findings: 'Findings',
  severity: { serious: 'Serious', hint: 'Worth a try', well: 'All well' },
  why: 'Why',
  signs: 'Vital signs',
  normal: 'normal:',
  unusual: 'unusual',
  unknown: '–',
  amended: (what: string, generation: string) => `Done: ${what}, beginning with generation ${generation}.`,
  undo: 'Undo',
  undone: (generation: string) => `Undone, beginning with generation ${generation}.`,
  restarted: 'A new run has begun with it.',
} as const;
