/** Texts of the net panel. */
export const words = {
  net: (nodes: number, connections: number) => `Its brain at work: ${nodes} nodes, ${connections} connections`,
  pushes: 'pushes on',
  holds: 'holds back',
  waiting: 'Looking into its brain…',
  unknown: 'What it thought then is not known: this is its recording.',
  close: 'Put the brain away',
} as const;
