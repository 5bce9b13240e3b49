/**
 * Names of gaits, each with its verb and what distinguishes it; sources in docs/gaits.md. Saved runs refer to gaits by their
 * place here: add new ones at the end.
 */
export const gaits = {
  walk: { verb: 'walks', about: 'Feet pass each other in turn, one is always down.' },
  run: { verb: 'runs', about: 'Feet pass each other in turn, with flight between.' },
  jog: { verb: 'jogs', about: 'Feet pass each other in turn, between a walk and a run.' },
  skip: { verb: 'skips', about: 'One foot always leads, with flight after it: a gallop on two legs.' },
  limp: { verb: 'limps', about: 'One foot always leads, the other comes up to it.' },
  shuffle: { verb: 'shuffles', about: 'Both feet slide along the ground.' },
  drag: { verb: 'drags a foot', about: 'One foot steps, the other is dragged along.' },
  hop: { verb: 'hops', about: 'All feet it uses land together, with flight between.' },
  stumble: { verb: 'stumbles', about: 'Feet land in no steady order.' },
  'lateral-sequence walk': { verb: 'walks', about: 'Hind foot, then the fore foot of the same side: a horse’s walk.' },
  'diagonal-sequence walk': {
    verb: 'walks',
    about: 'Hind foot, then the fore foot of the other side: a monkey’s walk.',
  },
  'walking trot': { verb: 'trots slowly', about: 'Diagonal feet land together, each down for half a stride or more.' },
  'walking pace': {
    verb: 'paces slowly',
    about: 'Feet of one side land together, each down for half a stride or more.',
  },
  trot: { verb: 'trots', about: 'Diagonal feet land together, each down for less than half a stride.' },
  pace: { verb: 'paces', about: 'Feet of one side land together, each down for less than half a stride.' },
  'lateral-sequence run': {
    verb: 'ambles',
    about: 'A lateral-sequence walk with each foot down for less than half a stride.',
  },
  'diagonal-sequence run': {
    verb: 'ambles',
    about: 'A diagonal-sequence walk with each foot down for less than half a stride.',
  },
  bound: { verb: 'bounds', about: 'Both hind feet land together, then both fore feet.' },
  'half-bound': { verb: 'half-bounds', about: 'Both hind feet land together, then the fore feet one by one.' },
  pronk: { verb: 'pronks', about: 'All four feet land together.' },
  canter: { verb: 'canters', about: 'Three beats: one diagonal pair lands together, the other feet alone.' },
  gallop: { verb: 'gallops', about: 'Fore feet and hind feet each land as an uneven couple.' },
  scramble: { verb: 'scrambles', about: 'Legs step in no pattern that has a name.' },
  tripod: { verb: 'walks on tripods', about: 'Six legs in two sets of three that step in turn.' },
  alternating: { verb: 'walks on alternate legs', about: 'Neighbouring legs step in turn, in two sets.' },
  wave: { verb: 'walks in a wave', about: 'Steps run along each side from back to front.' },
  crawl: { verb: 'crawls', about: 'Moves on without legs.' },
  slide: { verb: 'slides', about: 'Moves on without lifting a foot.' },
  stand: { verb: 'stands', about: 'Gets no farther than the length of a leg.' },
  fall: { verb: 'falls', about: 'Falls before it has a gait.' },
  jump: {
    verb: 'jumps on the spot',
    about: 'Leaves the ground again and again, and gets no farther than the length of a leg.',
  },
} as const;

export type GaitName = keyof typeof gaits;

/** All names; a gait's index here is its number in the history of a run. */
export const gaitNames = Object.keys(gaits) as GaitName[];
