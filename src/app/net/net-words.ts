/** Names of nodes. */
export const words = {
  sense: (number: number) => `sense ${number}`,
  opposite: (sense: string) => `opposite of ${sense}`,
  joint: (number: number) => `joint ${number}`,
  neuron: (number: number) => `neuron ${number}`,
  memory: (number: number) => `memory of ${number}`,
  wave: (joint: string) => `wave of ${joint}`,
  clock: 'clock',
  kick: (number: number) => `start kick ${number}`,
} as const;
