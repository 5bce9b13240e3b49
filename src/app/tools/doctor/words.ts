/** Texts of the doctor. */
export const words = {
  lead: 'Checks the run since your last change, once per second.',
  none: 'No attempts yet.',
  findings: 'Findings',
  severity: { serious: 'Problem', hint: 'Worth trying', well: 'Fine' },
  why: 'Why',
  signs: 'Vital signs',
  normal: 'normal:',
  unusual: 'unusual',
  unknown: '–',
  amended: (what: string, generation: string) => `Done: ${what}, from generation ${generation} on.`,
  undo: 'Undo',
  undone: (generation: string) => `Undone, from generation ${generation} on.`,
  restarted: 'A new run has started with this change.',
} as const;
