import { bodies } from '../../src/creature/bodies.ts';
import { brains } from '../../src/creature/brains.ts';
import { bodyFault, bodyFor } from '../../src/run/task-body.ts';
import { tasks } from '../../src/sim/tasks.ts';

/** Somebody whose replay every engine must make alike. */
export interface Subject {
  /** Settings of its experiment. */
  settings: object;
  /** Size of its weights: deviation of normal numbers around zero. */
  scale: number;
  /** Whether observations are normalised with the statistics of an earlier episode. */
  normalised: boolean;
}

/** Distance in the catalogue between the brains of a pair, so that each body and each task is combined with every brain. */
const STEPS = [0, 1, 3];
const kinds = Object.keys(brains);

const pairs = Object.keys(bodies).flatMap((body, b) =>
  Object.keys(tasks)
    .filter((task) => bodyFault(body, task) === '')
    .map((task, t) => ({ body, task, first: b + t })),
);

const triples = pairs.flatMap(({ body, task, first }) => {
  // A task that is for one body alone meets its brains there or nowhere.
  const met = bodyFor(task) ? kinds : STEPS.map((step) => kinds[(first + step) % kinds.length]!);
  return met.map((brain) => ({ body, task, brain }));
});

const base = triples.map(({ body, task, brain }, i): [string, Subject] => {
  const life = bodyFor(task) ? { duration: 2 } : { duration: 1 + (i % 3), stagnation: 3, difficulty: (i % 4) / 4 };
  const settings = { body, task: { name: task, ...life }, brain: { name: brain } };
  return [`${body} ${task} ${brain}`, { settings, scale: 0.25 * (1 + (i % 4)), normalised: i % 2 === 0 }];
});

const patient = { duration: 3, stagnation: 3 };
const particular: Record<string, object> = {
  'sight and clock': { task: { name: 'hills', ...patient, sight: 16, clock: 2 } },
  'fine steps': {
    body: 'dog',
    task: { name: 'walk', ...patient, physicsRate: 240, controlEvery: 4, velocityIterations: 20 },
  },
  'continuous collision': { body: 'spider', task: { name: 'stairs', ...patient, continuous: true } },
  'on the moon': { body: 'hopper', task: { name: 'jump', ...patient, gravity: 1.6 } },
  'pushed hard': { body: 'quadruped', task: { name: 'walk', ...patient, startPush: 3 } },
  'amended on the way': {
    body: 'caterpillar',
    task: { name: 'climb', ...patient },
    amendments: [{ generation: 0, changes: { 'task.gravity': 7, 'task.difficulty': 0.9 } }],
  },
};

/** Some 200, by name: every body on every task it may be on, with several brains each, and some particular settings. */
export const subjects: Readonly<Record<string, Subject>> = Object.fromEntries([
  ...base,
  ...Object.entries(particular).map(([name, settings]): [string, Subject] => [
    name,
    { settings, scale: 0.5, normalised: true },
  ]),
]);
