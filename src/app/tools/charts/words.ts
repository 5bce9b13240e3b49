/** Texts of the charts. */
export const words = {
  at: 'Generation',
  none: 'Charts appear after two generations.',
  download: 'Download CSV',
  copy: 'Copy',
  copied: (rows: string) => `Copied ${rows} rows.`,
  notCopied: 'This browser doesn’t let the page copy. You can download instead.',
  table: 'The latest generations as a table',
  unknown: '–',
  record: 'record',
  change: 'change',
  watched: 'on stage',
  gait: 'Gait on the stage:',
  footfalls: (gait: string) => `Footfalls of the creature on the stage: ${gait}`,
  measures: {
    passing: 'feet pass',
    alternation: 'feet alternate',
    duty: 'duty factor',
    flight: 'in the air',
    froude: 'Froude number',
  },
} as const;
