import { lookup } from '../schema/catalogue.ts';
import { engine } from '../sim/engine.ts';
import type { Evaluation } from '../sim/evaluation.ts';
import type { Recording } from '../sim/recording.ts';
import type { Task } from '../sim/task.ts';
import { tasks } from '../sim/tasks.ts';
import type { Evaluator } from './evaluator.ts';
import { bodyOf } from './experiment.ts';
import { type Replay, type Verdict, verify } from './replay.ts';
import { type Reach, reachesOf } from './sensor-reach.ts';

/** The first test of a replay, to be shown, with how far it can be believed. */
export interface Resimulated extends Pick<Verdict, 'verified' | 'difference' | 'partsAt'> {
  /** The engine it was made by, where that is another than this one; else empty. */
  otherEngine: string;
  recording: Recording;
  /** Whether that is what was recorded then, as it goes otherwise now. */
  isRecorded: boolean;
  evaluation: Evaluation;
  generation: number;
  /** What whoever kept it called it; empty for nothing. */
  name: string;
  /** How far it went when the replay was made, metres. */
  distance: number;
  /** Titles of its body and task. */
  body: string;
  task: string;
  /** What it sees by, if it sees. */
  reaches: Reach[];
}

/** Lives a replay again. Where that goes another way, what was recorded then is given. Throws an Error when neither can be shown. */
export async function resimulate(replay: Replay, evaluator: Evaluator): Promise<Resimulated> {
  const { verified, difference, partsAt, lives, evaluations } = await verify(replay, evaluator, true);
  const isRecorded = !verified && replay.recording !== undefined;
  const recording = isRecorded ? replay.recording : lives[0]?.recording;
  const evaluation = evaluations[0];
  const { simulation, planck } = replay.engine;
  const isOther = simulation !== engine.simulation || planck !== engine.planck;
  if (recording === undefined || evaluation === undefined) throw new Error('there is nothing in it to show');
  return {
    ...{ verified, difference, partsAt, recording, isRecorded, evaluation },
    otherEngine: isOther ? `${simulation} on planck ${planck}` : '',
    generation: replay.generation,
    name: replay.experiment.title,
    distance: replay.tests[0]?.distance ?? 0,
    body: bodyOf(replay.experiment).title,
    task: lookup<Task>(tasks, replay.experiment.task.name, 'task').title,
    reaches: reachesOf(replay.experiment, recording),
  };
}
