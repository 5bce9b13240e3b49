import { clipOf } from './clip.ts';
import type { Sequence } from './sequence.ts';
import { spaced } from './spaced-generations.ts';
import { trimClip } from './trim-clip.ts';

/** Number of scenes. */
const SCENES = 12;

/** Shows champions from the first generation to the newest, one after the other. */
export const film: Sequence = async (session, stageController, show) => {
  for (const [i, generation] of spaced(session.latest.value?.generation ?? 0, SCENES).entries()) {
    const champion = await session.resimulate(generation).catch(() => undefined);
    if (!show.isOn()) return;
    if (champion === undefined) continue;
    const clip = clipOf(session.experiment.value, champion, stageController.ghosts(generation));
    const scene = clip && trimClip(clip);
    if (i === 0) stageController.watch(scene);
    else await stageController.queue(scene);
    if (!show.isOn()) return;
    show.at(champion.generation);
  }
};
