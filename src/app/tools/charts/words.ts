/** Every word of the charts. */
export const words = {
  at: 'Generation',
  none: 'Charts are drawn as soon as two generations have lived.',
  download: 'Download CSV',
  copy: 'Copy',
  copied: (rows: string) => `Copied ${rows} rows.`,
  notCopied: 'This browser does not let the page copy. Download works.',
  table: 'The last generations as a table',
  unknown: '–',
  record: 'record',
  change: 'change',
  watched: 'on stage',
} as const;
