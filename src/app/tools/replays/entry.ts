import { bundleToDocument, type ReplayBundle } from '../../../format/bundle-document.ts';
import { checksum } from '../../../format/checksum.ts';
import { encodeFile } from '../../../format/container.ts';
import { type ImportedBundle, MAX_LABEL_LENGTH } from '../../../format/library-document.ts';
import { bodyOf } from '../../../run/experiment.ts';
import type { Replay } from '../../../run/replay.ts';
import { lookup } from '../../../schema/catalogue.ts';
import { tasks } from '../../../sim/tasks.ts';
import type { LibraryEntry } from '../../storage/replay-entry.ts';
import { thumbnailOf } from './thumbnail.ts';
import { words } from './words.ts';

const distanceOf = ({ tests }: Replay) => tests[0]?.distance ?? 0;
const last = ({ scenes }: ReplayBundle) => scenes.at(-1) as Replay;

/** The scene that got farthest. */
export const bestOf = ({ scenes }: ReplayBundle): Replay =>
  scenes.reduce((best, each) => (distanceOf(each) > distanceOf(best) ? each : best));

export const taskTitle = ({ experiment }: Replay) => lookup(tasks, experiment.task.name, 'task').title;

/** What a piece is called until somebody calls it otherwise. */
export function usualName(piece: ReplayBundle): string {
  const { kind, scenes, title } = piece;
  const { experiment, generation } = last(piece);
  const body = bodyOf(experiment).title;
  if (title !== '') return title.slice(0, MAX_LABEL_LENGTH);
  if (kind === 'film') return words.filmName(body, generation);
  if (kind === 'race') return words.raceName(scenes.length);
  return words.replayName(body, generation);
}

/** @param now ms since 1970, for who was not kept before */
export function entryOf({ piece, labels }: ImportedBundle, now: number): LibraryEntry {
  const bytes = encodeFile(piece.kind, bundleToDocument(piece)) as Uint8Array<ArrayBuffer>;
  const best = bestOf(piece);
  return {
    id: `${bytes.length.toString(36)}-${checksum(bytes).toString(36)}`,
    kind: piece.kind,
    name: labels?.name || usualName(piece),
    tags: labels?.tags ?? [],
    made: labels?.made ?? now,
    distance: distanceOf(best),
    fitness: best.fitness,
    body: bodyOf(best.experiment).title,
    task: taskTitle(best),
    generation: last(piece).generation,
    bytes,
    thumbnail: thumbnailOf(best.recording),
  };
}
