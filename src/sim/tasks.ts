import type { Task } from './task.ts';
import { bipedalWalker, bipedalWalkerHardcore } from './tasks/bipedal-walker/tasks.ts';
import { climb } from './tasks/climb.ts';
import { gaps } from './tasks/gaps.ts';
import { hills } from './tasks/hills.ts';
import { hurdles } from './tasks/hurdles.ts';
import { jump } from './tasks/jump.ts';
import { naturalRun } from './tasks/natural-run.ts';
import { naturalWalk } from './tasks/natural-walk.ts';
import { stairs } from './tasks/stairs.ts';
import { walk } from './tasks/walk.ts';

/** Catalogue of tasks by name. */
export const tasks = {
  walk,
  'natural-walk': naturalWalk,
  'natural-run': naturalRun,
  hills,
  stairs,
  gaps,
  hurdles,
  climb,
  jump,
  'bipedal-walker': bipedalWalker,
  'bipedal-walker-hardcore': bipedalWalkerHardcore,
} as const satisfies Record<string, Task>;
