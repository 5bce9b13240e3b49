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
const last = ({ scenes }: ReplayBundle) => scenes.at(-1)!;

/** The scene with the greatest distance. */
export const farthestScene = ({ scenes }: ReplayBundle): Replay =>
  scenes.reduce((best, each) => (distanceOf(each) > distanceOf(best) ? each : best));

export const taskTitle = ({ experiment }: Replay) => lookup(tasks, experiment.task.name, 'task').title;

/** The name of a bundle before it is renamed. */
export function defaultName(bundle: ReplayBundle): string {
  const { kind, scenes, title } = bundle;
  const { experiment, generation } = last(bundle);
  const body = bodyOf(experiment).title;
  if (title !== '') return title.slice(0, MAX_LABEL_LENGTH);
  if (kind === 'film') return words.filmName(body, generation);
  if (kind === 'race') return words.raceName(scenes.length);
  return words.replayName(body, generation);
}

/** The library entry of an imported bundle. @param now ms since 1970: its date, unless the file gives one */
export function entryOf({ bundle, labels }: ImportedBundle, now: number): LibraryEntry {
  const bytes = encodeFile(bundle.kind, bundleToDocument(bundle)) as Uint8Array<ArrayBuffer>;
  const best = farthestScene(bundle);
  return {
    id: `${bytes.length.toString(36)}-${checksum(bytes).toString(36)}`,
    kind: bundle.kind,
    name: labels?.name || defaultName(bundle),
    tags: labels?.tags ?? [],
    made: labels?.made ?? now,
    distance: distanceOf(best),
    fitness: best.fitness,
    body: bodyOf(best.experiment).title,
    task: taskTitle(best),
    generation: last(bundle).generation,
    bytes,
    thumbnail: thumbnailOf(best.recording),
  };
}
