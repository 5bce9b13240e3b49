/** Names of nodes. */
export const words = {
  sense: (number: number) => `sense ${number}`,
  joint: (number: number) => `joint ${number}`,
  neuron: (number: number) => `neuron ${number}`,
  memory: (number: number) => `memory of ${number}`,
  wave: (joint: string) => `wave of ${joint}`,
  clock: 'clock',
  kick: (number: number) => `start kick ${number}`,
} as const;
