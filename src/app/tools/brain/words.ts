import { metres } from '../../amounts.ts';

/** Texts of this tool. */
export const words = {
  views: { live: 'Live', pair: 'Before and after', changes: 'Changes' },
  viewsLabel: 'View',
  waiting: 'The brain appears here with the first champion.',
  about:
    'Senses (inputs) on the left, joints (outputs) on the right. Each line between is a weight, a knob that learning turns. Click one to turn it yourself.',
  pushes: 'excites',
  holds: 'inhibits',
  speaks: 'Dots light up with their activity.',
  elsewhere: 'The creature on stage is not a champion. This is the brain of its generation’s champion.',
  net: (nodes: number, connections: number) =>
    `Its brain: ${nodes} nodes, ${connections} connections. Arrow keys move through the connections.`,
  counts: (nodes: number, connections: number) => `${nodes} nodes, ${connections} connections`,
  knobTitle: 'Knobs',
  knobsAbout: (count: number) => `This brain has ${count} knobs. Click a line or a dot, or choose here.`,
  into: 'Neuron or joint',
  from: 'Input from',
  choose: 'choose',
  own: (name: string) => `its own ${name}`,
  value: 'Knob',
  was: (value: string) => `champion: ${value}`,
  turnBack: 'Reset this knob',
  mutateTen: 'Change ten at random',
  turnAllBack: 'Reset all knobs',
  mutation: 'Ten knobs changed a little at random: that is one mutation.',
  takeNewest: 'Use the newest',
  letGo: 'Done',
  heldOf: (generation: number) => `The champion of generation ${generation}`,
  turnedCount: (count: number) =>
    count === 0 ? 'no knob changed' : count === 1 ? 'one knob changed' : `${count} knobs changed`,
  ofAllowed: (count: number, limit: number) =>
    `${count} of ${limit} changes${count > limit ? `: ${count - limit} too many` : ''}`,
  withTurned: (count: number) => `With ${count === 1 ? 'one knob' : `${count} knobs`} changed it`,
  distance: 'Distance',
  difference: 'Compared with the champion',
  failed: 'This attempt could not be simulated. Reset the knob, or change another one.',
  newborn: 'Untrained',
  newbornAbout: 'from generation 0',
  trained: 'Trained',
  trainedAbout: (generation: number) => `generation ${generation}`,
  pairAbout: 'The same body, the same ground, the same moment. Only the weights differ, and nobody set them by hand.',
  changesAbout: (generation: number) =>
    `Every weight of generation ${generation} compared with generation 0: one row per input, one column per neuron. The stronger the colour, the larger the change.`,
  changesPick: 'Point at a square, or move there with the arrow keys.',
  up: 'turned up',
  down: 'turned down',
  layers: {
    hidden: (number: number) => `Hidden layer ${number}`,
    clock: () => 'Clock',
    wave: () => 'Waves',
    output: () => 'Joints',
  },
  change: (where: string, before: string, now: string) => `${where}: ${before} at first, ${now} now`,
  isNew: 'no connection',
} as const;

/** With a true minus sign, as wide as a plus. */
export const minus = (text: string): string => text.replace('-', '−');

/** A weight as text. */
export const weight = (value: number): string => minus(value.toFixed(2));

/** A difference in metres with its sign, as text. */
export const signed = (value: number): string => {
  const text = metres(Math.abs(value));
  return Number(Math.abs(value).toFixed(1)) === 0 ? `±${metres(0)}` : `${value > 0 ? '+' : '−'}${text}`;
};

/** A difference in metres as the end of a sentence. */
export const moreOrLess = (value: number): string =>
  Number(Math.abs(value).toFixed(1)) === 0
    ? 'as far as before'
    : `${metres(Math.abs(value))} ${value > 0 ? 'more' : 'less'}`;
