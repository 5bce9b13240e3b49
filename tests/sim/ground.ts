import * as v from 'valibot';
import type { EpisodeSettings, Task } from '../../src/sim/task.ts';
import { task } from '../../src/sim/task.ts';
import { walk } from '../../src/sim/tasks/walk.ts';
import type { Terrain } from '../../src/sim/terrain.ts';

/** A level ground at some height. */
export const level = (height = 0): Terrain => ({
  points: Float64Array.of(-50, height, 50, height),
  blocks: [],
  friction: 1,
  end: 40,
});

/** Settings of a life in which nothing happens by chance and nothing is paid for, but for what is given. */
export const settingsWith = (some: Partial<EpisodeSettings> = {}): EpisodeSettings =>
  v.parse(walk.settings, { startPush: 0, energyCost: 0, postureCost: 0, stagnation: 120, sight: 0, ...some });

/** Walking on a ground of one's own. */
export const walkOn = (terrain: Terrain, more: Partial<Task<typeof walk.settings>> = {}): Task =>
  task({ ...walk, terrain: () => structuredClone(terrain), ...more });
