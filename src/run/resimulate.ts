import { lookup } from '../schema/catalogue.ts';
import { engine } from '../sim/engine.ts';
import type { Evaluation } from '../sim/evaluation.ts';
import type { Recording } from '../sim/recording.ts';
import type { Task } from '../sim/task.ts';
import { tasks } from '../sim/tasks.ts';
import { colourNumber } from './creature-colour.ts';
import type { Evaluator } from './evaluator.ts';
import { bodyOf } from './experiment.ts';
import { type RayEnd, rayEndsOf } from './ray-ends.ts';
import { type Replay, type Verdict, verify } from './replay.ts';

/** The first test of a replay, simulated again, to be shown. */
export interface Resimulated extends Pick<Verdict, 'verified' | 'difference' | 'differsAt'> {
  /** The engine that made it; empty if it is this one. */
  otherEngine: string;
  recording: Recording;
  /** Whether `recording` is the stored one, because the simulation now differs. */
  isRecorded: boolean;
  evaluation: Evaluation;
  generation: number;
  /** Its name; empty for none. */
  name: string;
  /** How far it went when the replay was made, metres. */
  distance: number;
  /** Titles of its body and task. */
  body: string;
  task: string;
  /** m/s². */
  gravity: number;
  /** Of the creature, 0xrrggbb; undefined for none of its own. */
  colour: number | undefined;
  /** Ends of its sensor rays; empty without sight. */
  rayEnds: RayEnd[];
}

/** Simulates a replay again. If the result differs, gives the stored recording. Rejects if neither can be shown. */
export async function resimulate(replay: Replay, evaluator: Evaluator): Promise<Resimulated> {
  const { verified, difference, differsAt, episodes, evaluations } = await verify(replay, evaluator, true);
  const isRecorded = !verified && replay.recording !== undefined;
  const recording = isRecorded ? replay.recording : episodes[0]?.recording;
  const evaluation = evaluations[0];
  const { simulation, planck } = replay.engine;
  const isOther = simulation !== engine.simulation || planck !== engine.planck;
  if (recording === undefined || evaluation === undefined) throw new Error('the replay has nothing to show');
  return {
    ...{ verified, difference, differsAt, recording, isRecorded, evaluation },
    otherEngine: isOther ? `${simulation} on planck ${planck}` : '',
    generation: replay.generation,
    name: replay.experiment.title,
    distance: replay.tests[0]?.distance ?? 0,
    body: bodyOf(replay.experiment).title,
    task: lookup<Task>(tasks, replay.experiment.task.name, 'task').title,
    gravity: Number(replay.experiment.task.gravity),
    colour: colourNumber(replay.colour),
    rayEnds: rayEndsOf(replay.experiment, recording),
  };
}
