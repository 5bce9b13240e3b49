import type { Champion } from '../../run/champion.ts';
import { actOf } from './act.ts';
import type { Sequence } from './sequence.ts';
import { spaced } from './spaced-generations.ts';

/** Scenes of a film, and seconds of each at most. */
const SCENES = 12;
const SCENE = 4;

/** The beginning of a champion's life. */
function clipped(champion: Champion): Champion {
  const { recording } = champion;
  if (recording === undefined) return champion;
  const frameCount = Math.min(recording.frameCount, Math.ceil(SCENE / recording.frameTimestep));
  return { ...champion, recording: { ...recording, frameCount } };
}

/** Champions from the first to the newest, one after the other. */
export const film: Sequence = async (session, stageController, show) => {
  for (const [i, generation] of spaced(session.latest.value?.generation ?? 0, SCENES).entries()) {
    const champion = await session.relive(generation).catch(() => undefined);
    if (!show.isOn()) return;
    if (champion === undefined) continue;
    const scene = actOf(session.experiment.value, clipped(champion), stageController.ghosts(generation));
    if (i === 0) stageController.watch(scene);
    else await stageController.queue(scene);
    if (!show.isOn()) return;
    show.at(champion.generation);
  }
};
