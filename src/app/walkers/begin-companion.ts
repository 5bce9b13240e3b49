import type { Experiment } from '../../run/experiment-schema.ts';
import type { Session } from '../session/session.ts';
import { companion } from '../stage/companion.ts';
import type { StageController } from '../stage/stage-controller.ts';
import { type Walker, walkers } from './walkers.ts';

/** Tasks on level ground: on other ground the companion would walk through what it was not trained on. */
const LEVEL = ['walk', 'natural-walk'];

/** The walker of a body and task on level ground, if there is one. */
const companionOf = ({ body, task }: Experiment): Walker | undefined =>
  walkers.find((each) => each.body === body && each.task === task.name && LEVEL.includes(each.task));

/**
 * Loads the trained creature for a run that has just begun, and shows it until the first champion is there. Runs that begin
 * with a trained brain or go on from a checkpoint have none.
 */
export async function beginCompanion(session: Session, stageController: StageController): Promise<void> {
  companion.value = undefined;
  const run = session.current.peek();
  const experiment = run.experiment.peek();
  const walker = companionOf(experiment);
  const isUntrained = experiment.start === undefined && run.latest.peek() === undefined;
  if (walker === undefined || !isUntrained || !session.isLearning.peek()) return;
  const { verifiedWalker } = await import('./verified-walker.ts');
  const found = await verifiedWalker(walker, session.simulate);
  if (found === undefined || session.current.peek() !== run) return;
  // A clip of its own: the same creature is no companion when it is watched from the gallery.
  const clip = { ...found.clip };
  companion.value = { clip, isNeeded: true };
  stageController.showPreview(clip);
}
