import { clipOf } from './clip.ts';
import { withCompanionAgain } from './companion.ts';
import { filmScenes } from './film-scenes.ts';
import type { Sequence } from './sequence.ts';
import { trimClip } from './trim-clip.ts';

/** Seconds of a scene, a few strides; of the last, which shows what was learned. A fall ends a scene earlier. */
const SCENE = 3;
const LAST_SCENE = 6;

/** Shows the champions that got farther than those before, from the first generation to the farthest, and then ends. */
export const film: Sequence = async (session, stageController, show) => {
  const byDistance = session.experiment.value.task.name !== 'jump';
  const generations = filmScenes(session.championHistory.entries, byDistance);
  for (const [i, generation] of generations.entries()) {
    const champion = await session.resimulate(generation).catch(() => undefined);
    if (!show.isOn()) return;
    if (champion === undefined) continue;
    const isLast = i === generations.length - 1;
    const clip = clipOf(session.experiment.value, champion, stageController.ghosts(generation));
    const scene = clip && trimClip(isLast ? withCompanionAgain(clip) : clip, isLast ? LAST_SCENE : SCENE);
    if (i === 0) stageController.watch(scene);
    else await stageController.queue(scene, isLast);
    if (!show.isOn()) return;
    show.at(champion.generation);
  }
};
