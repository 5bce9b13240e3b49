import { pick } from '../schema/catalogue.ts';
import type { Evaluation } from '../sim/evaluation.ts';
import type { Recording } from '../sim/recording.ts';
import type { Task } from '../sim/task.ts';
import { tasks } from '../sim/tasks.ts';
import type { Evaluator } from './evaluator.ts';
import { bodyOf } from './experiment.ts';
import { type Replay, type Verdict, verify } from './replay.ts';

/** The first test of a replay, to be shown, with how far it can be believed. */
export interface Relived extends Pick<Verdict, 'verified' | 'difference' | 'partsAt'> {
  recording: Recording;
  /** Whether that is what was recorded then, as it goes otherwise now. */
  isRecorded: boolean;
  evaluation: Evaluation;
  generation: number;
  /** How far it went when the replay was made, metres. */
  distance: number;
  /** Titles of its body and task. */
  body: string;
  task: string;
}

/** Lives a replay again. Where that goes another way, what was recorded then is given. Throws an Error when neither can be shown. */
export async function relive(replay: Replay, evaluator: Evaluator): Promise<Relived> {
  const { verified, difference, partsAt, lives, evaluations } = await verify(replay, evaluator, true);
  const isRecorded = !verified && replay.recording !== undefined;
  const recording = isRecorded ? replay.recording : lives[0]?.recording;
  const evaluation = evaluations[0];
  if (recording === undefined || evaluation === undefined) throw new Error('there is nothing in it to show');
  return {
    ...{ verified, difference, partsAt, recording, isRecorded, evaluation },
    generation: replay.generation,
    distance: replay.tests[0]?.distance ?? 0,
    body: bodyOf(replay.experiment).title,
    task: pick<Task>(tasks, replay.experiment.task.name, 'task').title,
  };
}
