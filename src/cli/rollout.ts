import { parse } from '../schema/fault.ts';
import { plural } from '../schema/plural.ts';
import { loadReference } from '../sim/reference.ts';
import { givenSchema, type OpenLoopEpisode, rolloutGiven } from '../sim/tasks/bipedal-walker/given.ts';
import { FALL } from '../sim/tasks/bipedal-walker/reward.ts';
import { bipedalWalker, bipedalWalkerHardcore } from '../sim/tasks/bipedal-walker/tasks.ts';
import { readDocument } from './files.ts';
import { chosenPhysics } from './physics.ts';
import { printJson, printLine } from './print.ts';
import { asUserError, UserError } from './user-error.ts';

export interface RolloutFlags {
  given: string;
  task?: string;
  json?: boolean;
}

/** Tasks that support recorded episodes: the standard course and the hardcore one. */
export const GIVEN_TASKS = [bipedalWalker.name, bipedalWalkerHardcore.name];

/** Reads a recorded episode. Throws a UserError when the file is not one, or when its task is not the requested one. */
function readGiven(file: string, task: string | undefined) {
  const document = readDocument(file, 'given');
  const given = asUserError(() => parse(givenSchema, document, file));
  const isHardcore = task === undefined ? undefined : task === bipedalWalkerHardcore.name;
  const { hardcore = isHardcore ?? false } = given;
  if (isHardcore !== undefined && isHardcore !== hardcore) {
    const fitting = GIVEN_TASKS[Number(hardcore)];
    throw new UserError(
      `${file}: hardcore is ${hardcore}, which is task "${fitting}", not "${task}"; leave out --task`,
    );
  }
  return { ...given, hardcore };
}

/** Throws a UserError that names the first step at which the simulation became numerically invalid. */
function checkSound({ bodies, reward }: OpenLoopEpisode, file: string): void {
  const step = bodies.findIndex((row, i) => !(row.every(Number.isFinite) && Number.isFinite(reward[i])));
  if (step >= 0) throw new UserError(`${file}: the simulation becomes invalid in step ${step + 1}; check its terrain`);
}

/** Describes the end of an episode of `actionCount` actions. */
function endOf({ done, reward }: OpenLoopEpisode, actionCount: number): string {
  if (!done.at(-1)) return actionCount === 0 ? 'no actions' : 'the actions ran out';
  return reward.at(-1) === FALL ? 'fell' : 'reached the end of the course or the time limit';
}

/** Simulates a recorded episode again, open loop, and prints the result; `done` is 0 or 1, as in such files. */
export async function rollout({ given: file, task, json }: RolloutFlags): Promise<void> {
  const given = readGiven(file, task);
  await loadReference();
  const episode = asUserError(() => rolloutGiven(given, chosenPhysics()));
  checkSound(episode, file);
  if (json) {
    printJson({ ...episode, done: episode.done.map(Number) });
    return;
  }
  const { reward, bodies, bodies0 } = episode;
  const total = reward.reduce((sum, each) => sum + each, 0);
  const travelled = (bodies.at(-1) ?? bodies0)[0]! - bodies0[0]!;
  printLine(`${reward.length} of ${plural(given.actions.length, 'step')}: ${endOf(episode, given.actions.length)}.`);
  printLine(`Return ${total.toFixed(3)}, hull ${travelled.toFixed(2)} m from where it started.`);
}
