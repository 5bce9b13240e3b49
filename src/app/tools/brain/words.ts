import { metres } from '../../amounts.ts';

/** Texts of this tool. */
export const words = {
  views: { live: 'At work', pair: 'Newborn or trained', changes: 'What has changed' },
  viewsLabel: 'What to look at',
  waiting: 'As soon as the first champion walks, its brain is here.',
  about:
    'Senses on the left, muscles on the right. Each line between is a weight, a knob that learning turns. Click one to turn it.',
  pushes: 'pushes on',
  holds: 'holds back',
  speaks: 'Dots light up with what they say.',
  elsewhere: 'The one on the stage is no champion; this is the brain of its generation’s.',
  net: (nodes: number, connections: number) =>
    `Its brain: ${nodes} nodes, ${connections} connections. Arrow keys go through the connections.`,
  counts: (nodes: number, connections: number) => `${nodes} nodes, ${connections} connections`,
  knobTitle: 'Knobs',
  knobsAbout: (count: number) => `${count} knobs make this brain. Click a line or a dot, or choose here.`,
  into: 'Neuron or muscle',
  from: 'Listens to',
  choose: 'choose',
  own: (name: string) => `its own ${name}`,
  value: 'Knob',
  was: (value: string) => `champion: ${value}`,
  turnBack: 'Turn it back',
  mutateTen: 'Turn ten at random',
  turnAllBack: 'Turn all back',
  mutation: 'Ten turned a little at random: that is one mutation.',
  takeNewest: 'Take the newest',
  letGo: 'Done',
  heldOf: (generation: number) => `The champion of generation ${generation}`,
  turnedCount: (count: number) =>
    count === 0 ? 'no knob turned' : count === 1 ? 'one knob turned' : `${count} knobs turned`,
  withTurned: (count: number) => `With ${count === 1 ? 'one knob' : `${count} knobs`} turned it`,
  distance: 'How far it comes',
  difference: 'Against the champion',
  failed: 'This life could not be lived. Turn the knob back, or another one.',
  newborn: 'Newborn',
  newbornAbout: 'one of generation 0',
  trained: 'Trained',
  trainedAbout: (generation: number) => `generation ${generation}`,
  pairAbout: 'The same body, the same ground, the same moment; only the weights differ. Nobody set them by hand.',
  changesAbout: (generation: number) =>
    `Every weight of generation ${generation} against that of generation 0: a row for what is listened to, a column for who listens. The stronger the colour, the further it was turned.`,
  changesPick: 'Point at a square, or go there with the arrow keys.',
  up: 'turned up',
  down: 'turned down',
  layers: {
    hidden: (number: number) => `Hidden layer ${number}`,
    clock: () => 'Clock',
    wave: () => 'Waves',
    output: () => 'Muscles',
  },
  change: (where: string, before: string, now: string) => `${where}: ${before} at first, ${now} now`,
  isNew: 'not there',
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
