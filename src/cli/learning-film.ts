import { type CaptionAt, caption } from '../export/caption.ts';
import { stagePalette } from '../export/colours.ts';
import { filmCaption, type SceneText } from '../export/film-caption.ts';
import { wholeEpisode } from '../export/frame-times.ts';
import { chooseScenes, type FilmPace, shotOf } from '../export/learning-film.ts';
import type { PictureSize } from '../export/size.ts';
import { openRunFile } from '../format/run-file.ts';
import { episodeBatch } from '../run/champion-history.ts';
import type { Checkpoint } from '../run/checkpoint.ts';
import { inProcess } from '../run/evaluator.ts';
import { findCheckpoint } from './checkpoint-files.ts';
import { readAnyDocument } from './files.ts';
import type { Scene } from './film.ts';
import { withChosenPhysics } from './physics.ts';
import { kindAt } from './plain-file.ts';
import { asUserError, UserError } from './user-error.ts';

/** How the scenes of a film are drawn. */
export interface FilmLook {
  size: PictureSize;
  isDark: boolean;
  /** A text for every picture; true for what each scene shows, false for no text. */
  caption: string | boolean;
  /** Of the creature, 0xrrggbb; undefined for its own, or the palette's. */
  colour: number | undefined;
  pace: FilmPace;
}

/** The run in a folder or a file; undefined if the path is of something else. Throws a UserError if it cannot be read. */
export function runAt(path: string): Checkpoint | undefined {
  const kind = kindAt(path);
  if (kind === 'folder') return findCheckpoint(path)?.checkpoint;
  if (kind !== 'file') return undefined;
  const { bytes, kind: found } = readAnyDocument(path);
  return found === 'run' ? asUserError(() => openRunFile(bytes, path).checkpoint) : undefined;
}

function captionOf(text: SceneText, { size, isDark, caption: wanted }: FilmLook): CaptionAt {
  const palette = stagePalette(isDark);
  if (wanted === true) return filmCaption(text, size, palette);
  const marks = caption(wanted || '', size, palette);
  return () => marks;
}

/** The scenes of the film of a run. Rejects with a UserError if it has no champion yet, or if one cannot be simulated again. */
export async function learningScenes({ state, champions }: Checkpoint, look: FilmLook): Promise<Scene[]> {
  const { experiment } = state;
  const withDistance = experiment.task.name !== 'jump';
  const chosen = chooseScenes(champions.entries, look.pace.middleCount, withDistance);
  if (chosen.length === 0) throw new UserError('the run has no champion yet: there is nothing to film');
  const scenes: Scene[] = [];
  for (const { champion, role } of chosen) {
    const { generation } = champion;
    const [episode] = await withChosenPhysics(inProcess).evaluate(episodeBatch(experiment, champion));
    if (episode?.recording === undefined)
      throw new UserError(`the champion of generation ${generation} cannot be simulated again`);
    const { recording, evaluation } = episode;
    const fell = evaluation.ending === 'terminated';
    scenes.push({
      recording,
      fell,
      colour: look.colour,
      shot: shotOf(role, wholeEpisode(recording).to, fell, look.pace),
      caption: captionOf({ generation, role, withDistance }, look),
    });
  }
  return scenes;
}
