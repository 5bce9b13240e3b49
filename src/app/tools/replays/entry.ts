import { checksum } from '../../../format/checksum.ts';
import { sealed } from '../../../format/container.ts';
import { type Item, MOST_LETTERS } from '../../../format/library-document.ts';
import { type Piece, pieceToDocument } from '../../../format/piece-document.ts';
import { bodyOf } from '../../../run/experiment.ts';
import type { Replay } from '../../../run/replay.ts';
import { pick } from '../../../schema/catalogue.ts';
import { tasks } from '../../../sim/tasks.ts';
import { thumbnailOf } from './thumbnail.ts';
import { words } from './words.ts';

/** A piece as it is kept: sealed, with what the list shows of it. */
export interface Entry {
  /** Of what is in it: the same piece is not kept twice. */
  id: string;
  kind: Piece['kind'];
  name: string;
  tags: string[];
  /** When it was kept, ms since 1970. */
  made: number;
  /** The farthest of its scenes, metres; and that one's fitness. */
  distance: number;
  fitness: number;
  body: string;
  task: string;
  /** Of its last scene. */
  generation: number;
  bytes: Uint8Array<ArrayBuffer>;
  /** A picture as an address; empty where there is none. */
  thumbnail: string;
}

const distanceOf = ({ tests }: Replay) => tests[0]?.distance ?? 0;
const last = ({ scenes }: Piece) => scenes.at(-1) as Replay;

/** The scene that got farthest. */
export const bestOf = ({ scenes }: Piece): Replay =>
  scenes.reduce((best, each) => (distanceOf(each) > distanceOf(best) ? each : best));

export const taskTitle = ({ experiment }: Replay) => pick(tasks, experiment.task.name, 'task').title;

/** What a piece is called until somebody calls it otherwise. */
export function usualName(piece: Piece): string {
  const { kind, scenes, title } = piece;
  const { experiment, generation } = last(piece);
  const body = bodyOf(experiment).title;
  if (title !== '') return title.slice(0, MOST_LETTERS);
  if (kind === 'film') return words.filmName(body, generation);
  if (kind === 'race') return words.raceName(scenes.length);
  return words.replayName(body, generation);
}

/** @param now ms since 1970, for who was not kept before */
export function entryOf({ piece, labels }: Item, now: number): Entry {
  const bytes = sealed(piece.kind, pieceToDocument(piece)) as Uint8Array<ArrayBuffer>;
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

const isText = (value: unknown) => typeof value === 'string';
const isNumber = (value: unknown) => typeof value === 'number';

/** Whether what storage gave back is an entry: browsers do lose bytes. */
export function isEntry(value: unknown): value is Entry {
  const it = (value ?? {}) as Record<keyof Entry, unknown>;
  return (
    [it.id, it.kind, it.name, it.body, it.task, it.thumbnail].every(isText) &&
    [it.made, it.distance, it.fitness, it.generation].every(isNumber) &&
    Array.isArray(it.tags) &&
    it.tags.every(isText) &&
    it.bytes instanceof Uint8Array
  );
}
