import { computed, effect, signal, untracked } from '@preact/signals';
import type { Experiment } from '../../run/experiment-schema.ts';
import type { GaitName } from '../../sim/gait/names.ts';
import type { Episode } from '../../sim/rollout.ts';
import type { Clip } from '../../view/playback.ts';
import type { CrowdEpisode } from '../session/run-worker.ts';
import { strings } from '../strings.ts';
import { episodeClip } from './clip.ts';
import { familyOf } from './gait-colours.ts';
import { noteOrigin } from './origin.ts';
import { overlayToggles } from './overlay-toggles.ts';
import type { Sequence } from './sequence.ts';

/** Gaits of the crowd on the stage; empty without one. */
export const crowdGaits = signal<readonly GaitName[]>([]);

const sortKey = ({ evaluation }: Episode) =>
  Number.isNaN(evaluation.fitness) ? Number.NEGATIVE_INFINITY : evaluation.fitness;

/** A clip of a whole generation. @param leader rank of the creature in front, 0 for the best @param byGait in the colours of gaits */
export function crowdClip(
  experiment: Experiment,
  generation: number,
  episodes: readonly CrowdEpisode[],
  leader: number,
  byGait = false,
): Clip {
  const ranked = [...episodes].sort((a, b) => sortKey(b) - sortKey(a));
  const last = Math.max(1, ranked.length - 1);
  const colourOf = (each: Episode) => (byGait ? familyOf(each.evaluation.metrics.gait.name).colour : undefined);
  const shown = ranked.flatMap((each, i) =>
    each.recording ? { recording: each.recording, share: 1 - i / last, colour: colourOf(each) } : [],
  );
  const { evaluation, recording, request } = ranked[leader]!;
  const subject = leader === 0 ? strings.bestOf(episodes.length) : strings.placeOf(leader + 1, episodes.length);
  if (recording && request) {
    const { genome, statistics, seed } = request;
    noteOrigin(recording, { experiment, generation, genome, statistics, seeds: [seed], subject });
  }
  const front = shown[leader]!;
  return {
    ...episodeClip({ experiment, generation, subject }, { evaluation }, front.recording),
    colour: front.colour,
    crowd: { members: shown, leader },
  };
}

/** Shows whole generations, always the newest. A creature that the viewer picks is followed to the end of its generation. */
export const crowd: Sequence = async (session, stageController, show) => {
  let newest: Awaited<ReturnType<typeof session.crowd>>;
  stageController.picked.value = 0;
  const actWith = (place: number) => {
    if (newest === undefined) return undefined;
    const leader = Math.max(0, Math.min(newest.episodes.length - 1, place));
    const { generation, episodes } = newest;
    crowdGaits.value = episodes.map(({ evaluation }) => evaluation.metrics.gait.name);
    return crowdClip(session.experiment.value, generation, episodes, leader, overlayToggles.peek().gaits);
  };
  const isByGait = computed(() => overlayToggles.value.gaits);
  const stop = effect(() => {
    void isByGait.value;
    const place = stageController.picked.value;
    if (show.isOn()) untracked(() => stageController.watch(actWith(place)));
    else queueMicrotask(() => stop());
  });
  while (show.isOn()) {
    const isFirst = newest === undefined;
    newest = await session.crowd().catch(() => undefined);
    if (newest === undefined || !show.isOn()) break;
    if (isFirst) stageController.watch(actWith(0));
    else await stageController.queue(actWith(0));
    show.at(newest.generation);
  }
  stop();
  crowdGaits.value = [];
};
