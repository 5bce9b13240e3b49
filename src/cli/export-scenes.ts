import { caption } from '../export/caption.ts';
import { stagePalette } from '../export/colours.ts';
import { wholeEpisode } from '../export/frame-times.ts';
import { inProcess } from '../run/evaluator.ts';
import type { Replay } from '../run/replay.ts';
import { type Resimulated, resimulate } from '../run/resimulate.ts';
import type { Scene } from './film.ts';
import type { FilmLook } from './learning-film.ts';
import { withChosenPhysics } from './physics.ts';
import { printError } from './print.ts';

/** An episode to export: its results and how it is drawn. */
export interface ExportedEpisode {
  episode: Resimulated;
  scene: Scene;
}

/** One-line title of an exported episode. */
export const titleOf = ({ body, task, generation, distance }: Resimulated) =>
  `${body}, ${task}, generation ${generation}: ${distance.toFixed(2)} m`;

/** Says that the replay no longer gives the same result, and which one is exported. */
const differenceText = ({ isRecorded, difference, differsAt }: Resimulated) => {
  const since = differsAt?.test === 0 ? ` from second ${differsAt.second} on` : '';
  const shown = isRecorded ? 'its recording' : 'the new result';
  return `the result differs${since} from the one in the file, ${shown} is exported: ${difference}`;
};

/**
 * Simulates replays again for export; prints if a result differs from that in the file. `caption`: a text, true for the
 * title of the episode, false for none.
 */
export async function simulateScenes(
  replays: readonly Replay[],
  { size, isDark, caption: wanted, colour: chosen }: Omit<FilmLook, 'pace'>,
): Promise<ExportedEpisode[]> {
  const exported: ExportedEpisode[] = [];
  for (const replay of replays) {
    const episode = await resimulate(replay, withChosenPhysics(inProcess));
    if (!episode.verified) printError(differenceText(episode));
    const { recording, evaluation } = episode;
    const colour = chosen ?? episode.colour;
    const marks = caption(wanted === true ? titleOf(episode) : wanted || '', size, stagePalette(isDark));
    const fell = evaluation.ending === 'terminated';
    exported.push({ episode, scene: { recording, fell, colour, shot: wholeEpisode(recording), caption: () => marks } });
  }
  return exported;
}
