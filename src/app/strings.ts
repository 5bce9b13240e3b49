/** Every word of the page. */
export const strings = {
  name: 'Gaitlab',
  nobody: 'Nobody taught it. Each generation tries small changes to its brain and keeps what gets further.',
  waiting: 'A newborn brain is about to take its first step.',
  generation: 'Generation',
  best: 'Best',
  lives: 'Lives lived',
  pace: 'Steps a second',
  chart: 'Fitness by generation',
  chartBest: 'best',
  chartMean: 'mean',
  pause: 'Pause learning',
  play: 'Go on learning',
  restart: 'Start over',
  speed: 'Speed',
  slower: 'Slower',
  faster: 'Faster',
  experiment: 'Experiment',
  close: 'Close',
  share: 'Share',
  copied: 'The link to this experiment is copied.',
  notCopied: 'The link is in the address bar, to copy from there.',
  help: 'Help',
  preset: 'Preset',
  ownPreset: 'Your own',
  body: 'Body',
  ownBody: 'Your own',
  task: 'Task',
  brain: 'Brain',
  optimizer: 'Optimizer',
  seed: 'Seed',
  seedAbout: 'The same seed gives the same creature, on any machine.',
  anotherSeed: 'Another seed',
  dismiss: 'Dismiss',
  fallback: 'What was asked for is not there, so the usual biped is learning instead.',
  noStage: 'Nothing can be drawn here: this browser gives neither WebGL nor a canvas. Learning goes on.',
  workerLost: 'A worker stopped and was replaced; nothing was lost.',
  stopped: 'Learning stopped:',
  timeline: 'Timeline',
  watched: 'Generation on the stage',
  live: 'Now',
  goLive: 'Show the newest champion',
  film: 'Play the film of learning',
  stopFilm: 'Stop the film',
  keys: [
    ['Space', 'pause learning, or go on'],
    ['+  −', 'show faster or slower'],
    ['←  →', 'the generation before, or after; with Shift by ten'],
    ['Home  End', 'the first generation, or the newest'],
    ['F', 'a film of how it was learnt'],
    ['R', 'start over with a newborn brain'],
    ['E', 'choose body, task, brain and optimizer'],
    ['?', 'this sheet'],
  ],
  keysTitle: 'Keys',
  aboutTitle: 'What you see',
  about: [
    'A creature with muscles and a small net for a brain. At first the net is random, and the creature falls.',
    'Each generation, a search tries slightly different brains, lets each live for a few seconds, and moves towards those that got further. That is all the teaching there is.',
    'The colourful one is the newest champion. The pale ones behind it are its ancestors, at the same moment of their lives. The flag stands where the best so far came to.',
    'Nothing leaves your machine: all of it is computed here.',
  ],
} as const;

/** What a body does when it gets on. */
const verbs = new Map([
  ['hopper', 'hops'],
  ['caterpillar', 'crawls'],
  ['spider', 'scuttles'],
  ['hexapod', 'scuttles'],
  ['ostrich', 'runs'],
  ['dog', 'trots'],
]);

export const verbOf = (body: string) => verbs.get(body) ?? 'walks';

export const metres = (value: number) => `${value.toFixed(1).replace(/^-0\.0$/, '0.0')} m`;

/** A count with a narrow space between thousands. */
export const count = (value: number) => String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ' ');
