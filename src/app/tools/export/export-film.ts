import { stagePalette } from '../../../export/colours.ts';
import { filmCaption } from '../../../export/film-caption.ts';
import { shotTimes } from '../../../export/frame-times.ts';
import { chooseScenes, type FilmShape, filmDefaults, shotOf } from '../../../export/learning-film.ts';
import { parseSize } from '../../../export/size.ts';
import { colourNumber } from '../../../run/creature-colour.ts';
import { lengthOf } from '../../../view/pose.ts';
import type { Session } from '../../session/session.ts';
import { clipOf } from '../../stage/clip.ts';
import { creatureColour } from '../../stage/creature-colour.ts';
import { createFilmRecorder, type FilmScene } from './film-recorder.ts';
import { mimeOf } from './order.ts';
import { type RenderJob, renderGif, renderVideo } from './render-frames.ts';
import { words } from './words.ts';

/** What a film of learning is to be. */
export interface FilmOrder {
  format: 'mp4' | 'webm' | 'gif';
  shape: FilmShape;
  isDark: boolean;
  renderer: 'webgl' | 'canvas' | undefined;
}

/** The film's scenes: the champions of the run that `chooseScenes` picks, simulated again. */
async function filmScenes(session: Session, { format, shape, isDark }: FilmOrder): Promise<FilmScene[]> {
  const { pace, fps, sizes } = filmDefaults(format === 'gif');
  const withDistance = session.experiment.value.task.name !== 'jump';
  const scenes: FilmScene[] = [];
  const { entries } = session.championHistory;
  for (const { champion, role } of chooseScenes(entries, pace.middleCount, withDistance)) {
    const simulated = await session.resimulate(champion.generation);
    const clip = simulated && clipOf(session.experiment.value, simulated, []);
    if (clip === undefined) throw new Error(words.runLeft);
    const times = shotTimes(shotOf(role, lengthOf(clip.recording), clip.fell, pace), { fps, speed: 1 });
    const text = { generation: champion.generation, role, withDistance };
    scenes.push({ clip, times, caption: filmCaption(text, parseSize(sizes[shape]), stagePalette(isDark)) });
  }
  return scenes;
}

/** Makes the film of the current run. Rejects when it is cancelled, or with an Error that says what is wrong. */
export async function makeFilm(session: Session, order: FilmOrder, job: RenderJob): Promise<Blob> {
  const { format, shape, isDark, renderer } = order;
  const { fps, sizes } = filmDefaults(format === 'gif');
  const film = { scenes: await filmScenes(session, order), fps };
  job.signal.throwIfAborted();
  const colour = colourNumber(creatureColour.peek());
  const extras = { overlays: [], withGhosts: false, pinned: [], colour };
  const recorder = await createFilmRecorder({
    size: parseSize(sizes[shape]),
    palette: stagePalette(isDark),
    extras,
    renderer,
  });
  try {
    const bytes = await (format === 'gif' ? renderGif(recorder, film, job) : renderVideo(format, recorder, film, job));
    return new Blob([bytes], { type: mimeOf(format) });
  } finally {
    recorder.destroy();
  }
}
