/** Texts of the net panel. */
export const words = {
  net: (nodes: number, connections: number) => `Its brain: ${nodes} nodes, ${connections} connections`,
  pushes: 'excites',
  holds: 'inhibits',
  waiting: 'Reading its brain…',
  unknown: 'Its brain activity is unknown here: you are watching a recording.',
  close: 'Close the brain',
} as const;
