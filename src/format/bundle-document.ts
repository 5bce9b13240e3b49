import * as v from 'valibot';
import type { Replay } from '../run/replay.ts';
import { parse } from '../schema/fault.ts';
import { replayFromDocument, replayToDocument } from './replay-document.ts';

/** Scenes that a film or a race has at most. */
export const MAX_SCENES = 24;

const FORMATS = { film: 'gaitlab-film', race: 'gaitlab-race' } as const;

/**
 * What is kept of what was seen: one replay, a film (one life after the other) or a race (side by side, all on the ground of
 * their first tests, which is the same).
 */
export interface ReplayBundle {
  kind: 'replay' | keyof typeof FORMATS;
  /** Of a film or a race; empty for a replay. */
  title: string;
  /** Of a replay one. */
  scenes: Replay[];
}

/** What a film's or a race's document has to be; each scene is a replay. */
export const scenesSchema = (kind: keyof typeof FORMATS) =>
  v.strictObject({
    format: v.literal(FORMATS[kind]),
    version: v.literal(1),
    title: v.pipe(v.string(), v.maxLength(100)),
    scenes: v.pipe(v.array(v.unknown()), v.minLength(kind === 'race' ? 2 : 1), v.maxLength(MAX_SCENES)),
  });

export const bundleOf = (replay: Replay): ReplayBundle => ({ kind: 'replay', title: '', scenes: [replay] });

/** A piece as a JSON document: a replay's own, or one of several. */
export function bundleToDocument({ kind, title, scenes }: ReplayBundle): Record<string, unknown> {
  const documents = scenes.map(replayToDocument);
  if (kind === 'replay') return documents[0] as Record<string, unknown>;
  return { format: FORMATS[kind], version: 1, title, scenes: documents };
}

function kindOf(document: unknown): ReplayBundle['kind'] {
  const { format } = (document ?? {}) as { format?: unknown };
  return format === FORMATS.film ? 'film' : format === FORMATS.race ? 'race' : 'replay';
}

/** The piece in a document. Throws an Error that starts with `source` and names the first fault. */
export function bundleFromDocument(document: unknown, source: string): ReplayBundle {
  const kind = kindOf(document);
  if (kind === 'replay') return bundleOf(replayFromDocument(document, source));
  const { title, scenes: documents } = parse(scenesSchema(kind), document, source);
  const scenes = documents.map((each, i) => replayFromDocument(each, `${source}, scene ${i + 1}`));
  if (kind === 'race') {
    const stray = scenes.findIndex(({ tests }) => tests[0]?.seed !== scenes[0]?.tests[0]?.seed);
    if (stray > 0) throw new Error(`${source}, scene ${stray + 1}: a race is on one ground, this one is on another`);
  }
  return { kind, title, scenes };
}
