import { inProcess } from '../run/evaluator.ts';
import { bodyOf } from '../run/experiment.ts';
import { type Replay, verify } from '../run/replay.ts';
import { pick } from '../schema/catalogue.ts';
import type { Evaluation } from '../sim/evaluation.ts';
import type { Recording } from '../sim/recording.ts';
import type { Task } from '../sim/task.ts';
import { tasks } from '../sim/tasks.ts';
import { Fault } from './fault.ts';

/** The first test of a replay, to be shown. */
export interface Relived {
  recording: Recording;
  fell: boolean;
  /** What it is, in a line. */
  title: string;
  evaluation: Evaluation;
  /** Why what is shown may not be what it was made from; empty when it is the same to the last bit. */
  doubt: string;
}

/** Lives a replay again; where that goes another way, what was recorded then is shown. */
export async function relive(replay: Replay): Promise<Relived> {
  const { verified, difference, lives, evaluations } = await verify(replay, inProcess, true);
  const recording = verified ? lives[0]?.recording : (replay.recording ?? lives[0]?.recording);
  const evaluation = evaluations[0];
  if (recording === undefined || evaluation === undefined)
    throw new Fault('the replay broke the simulation: nothing to show');
  const body = bodyOf(replay.experiment).title;
  const task = pick<Task>(tasks, replay.experiment.task.name, 'task').title;
  const shown = verified || replay.recording === undefined ? 'as it goes now' : 'as it was recorded';
  return {
    recording,
    fell: evaluation.ending === 'terminated',
    title: `${body}, ${task}, generation ${replay.generation}: ${(replay.tests[0]?.distance ?? 0).toFixed(2)} m`,
    evaluation,
    doubt: verified ? '' : `not the same as when it was made, shown ${shown}: ${difference}`,
  };
}
