import type { Experiment } from '../../run/experiment-schema.ts';
import type { Episode } from '../../sim/rollout.ts';
import type { Act } from '../../view/playback.ts';
import { measureOf } from '../session/measure.ts';
import type { CrowdLife } from '../session/run-worker.ts';
import { strings } from '../strings.ts';
import { describeEpisode } from './episode-sentence.ts';
import { noteOrigin } from './origin.ts';
import { raysOf } from './rays.ts';
import type { Sequence } from './sequence.ts';

const fitnessOf = ({ evaluation }: Episode) =>
  Number.isNaN(evaluation.fitness) ? Number.NEGATIVE_INFINITY : evaluation.fitness;

/** A whole generation as one act, with one of it in front: place 0 is the best. */
export function crowdAct(experiment: Experiment, generation: number, lives: readonly CrowdLife[], leader: number): Act {
  const ranked = [...lives].sort((a, b) => fitnessOf(b) - fitnessOf(a));
  const last = Math.max(1, ranked.length - 1);
  const shown = ranked.flatMap(({ recording }, i) => (recording ? { recording, share: 1 - i / last } : []));
  const { evaluation, recording, request } = ranked[leader] as CrowdLife;
  const test = { evaluation };
  const who = leader === 0 ? strings.bestOf(lives.length) : strings.placeOf(leader + 1, lives.length);
  if (recording && request) {
    const { genome, statistics, seed } = request;
    noteOrigin(recording, { experiment, generation, genome, statistics, seeds: [seed], who });
  }
  return {
    generation,
    words: describeEpisode(experiment, who, test, measureOf(experiment, test, recording)),
    distance: evaluation.metrics.distance,
    fell: evaluation.ending === 'terminated',
    recording: shown[leader]!.recording,
    ghosts: [],
    crowd: { lives: shown, leader },
    rays: raysOf(experiment, shown[leader]!.recording),
  };
}

/** The newest generation all at once, then the next one; whoever is picked is followed, and its generation stays. */
export const crowd: Sequence = async (session, stageController, show) => {
  let lived: Awaited<ReturnType<typeof session.crowd>>;
  stageController.picked.value = 0;
  const actWith = (place: number) => {
    if (lived === undefined) return undefined;
    const leader = Math.max(0, Math.min(lived.lives.length - 1, place));
    return crowdAct(session.experiment.value, lived.generation, lived.lives, leader);
  };
  const stop = stageController.picked.subscribe((place) => {
    if (show.isOn()) stageController.watch(actWith(place));
    else queueMicrotask(() => stop());
  });
  while (show.isOn()) {
    const isFirst = lived === undefined;
    lived = await session.crowd().catch(() => undefined);
    if (lived === undefined || !show.isOn()) break;
    if (isFirst) stageController.watch(actWith(0));
    else await stageController.queue(actWith(0));
    show.at(lived.generation);
  }
  stop();
};
