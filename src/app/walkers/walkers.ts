import { presets } from '../../run/presets.ts';

/** A trained creature that comes with the page, as a replay: the best champion of a preset's run. */
export interface Walker {
  /** The preset whose run it is from; its file is called so too. */
  preset: string;
  /** Names in the catalogues of bodies and tasks. */
  body: string;
  task: string;
  /** Length of that run, generations. */
  generations: number;
  /** The replay document. */
  load(): Promise<unknown>;
}

const walker = (preset: string, generations: number, file: () => Promise<{ default: unknown }>): Walker => {
  const { body = 'biped', task } = presets[preset]!.experiment as { body?: string; task?: { name: string } };
  return { preset, body, task: task?.name ?? 'walk', generations, load: async () => (await file()).default };
};

/** All of them. `npm run walkers` trains them again; each is proved by `tests/app/walkers`. */
export const walkers: readonly Walker[] = [
  walker('natural-walk', 170, () => import('./natural-walk.json')),
  walker('quadruped-walks', 170, () => import('./quadruped-walks.json')),
  walker('quadruped-bounds', 150, () => import('./quadruped-bounds.json')),
  walker('biped-walks', 100, () => import('./biped-walks.json')),
  walker('stroller-runs', 320, () => import('./stroller-runs.json')),
  walker('strider-walks', 450, () => import('./strider-walks.json')),
  walker('ostrich-runs', 600, () => import('./ostrich-runs.json')),
  walker('spider-walks', 440, () => import('./spider-walks.json')),
  walker('dog-walks', 260, () => import('./dog-walks.json')),
  walker('dog-runs', 100, () => import('./dog-runs.json')),
  walker('hopper-hops', 100, () => import('./hopper-hops.json')),
  walker('spider-crawls', 100, () => import('./spider-crawls.json')),
  walker('caterpillar-creeps', 100, () => import('./caterpillar-creeps.json')),
  walker('inchworm-creeps', 100, () => import('./inchworm-creeps.json')),
  walker('hoop-rolls', 100, () => import('./hoop-rolls.json')),
  walker('quadruped-over-hills', 120, () => import('./quadruped-over-hills.json')),
  walker('biped-takes-stairs', 120, () => import('./biped-takes-stairs.json')),
  walker('biped-over-hurdles', 160, () => import('./biped-over-hurdles.json')),
  walker('hopper-jumps', 200, () => import('./hopper-jumps.json')),
  walker('rhythm-from-within', 100, () => import('./rhythm-from-within.json')),
];
