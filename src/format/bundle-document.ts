import * as v from 'valibot';
import type { Replay } from '../run/replay.ts';
import { described } from '../schema/described.ts';
import { parse } from '../schema/fault.ts';
import { replayFromDocument, replayToDocument } from './replay-document.ts';

/** Maximum number of scenes in a film or a race. */
export const MAX_SCENES = 24;

const FORMATS = { film: 'gaitlab-film', race: 'gaitlab-race' } as const;

/**
 * One or more replays that are saved together: a single replay, a film (episodes in sequence) or a race (episodes side by
 * side). The first tests of a race's replays have the same seed, so all run on the same ground.
 */
export interface ReplayBundle {
  kind: 'replay' | keyof typeof FORMATS;
  /** Title of a film or a race; empty for a replay. */
  title: string;
  /** A replay has exactly one. */
  scenes: Replay[];
}

/** Schema of a film or a race document; each scene is a replay document. */
export const scenesSchema = (kind: keyof typeof FORMATS) =>
  v.strictObject({
    format: v.literal(FORMATS[kind]),
    version: v.literal(1),
    title: described(v.pipe(v.string(), v.maxLength(100)), 'Shown to people, at most 100 characters; may be empty.'),
    scenes: described(
      v.pipe(v.array(v.unknown()), v.minLength(kind === 'race' ? 2 : 1), v.maxLength(MAX_SCENES)),
      kind === 'race' ? 'Replays side by side: the first tests of all have the same seed.' : 'Replays in sequence.',
    ),
  });

export const bundleOf = (replay: Replay): ReplayBundle => ({ kind: 'replay', title: '', scenes: [replay] });

/** A bundle as a JSON document. */
export function bundleToDocument({ kind, title, scenes }: ReplayBundle): Record<string, unknown> {
  const documents = scenes.map(replayToDocument);
  if (kind === 'replay') return documents[0]!;
  return { format: FORMATS[kind], version: 1, title, scenes: documents };
}

function kindOf(document: unknown): ReplayBundle['kind'] {
  const { format } = (document ?? {}) as { format?: unknown };
  return format === FORMATS.film ? 'film' : format === FORMATS.race ? 'race' : 'replay';
}

/** Reads a bundle from a document. Throws an Error that starts with `source` and names the first fault. */
export function bundleFromDocument(document: unknown, source: string): ReplayBundle {
  const kind = kindOf(document);
  if (kind === 'replay') return bundleOf(replayFromDocument(document, source));
  const { title, scenes: documents } = parse(scenesSchema(kind), document, source);
  const scenes = documents.map((each, i) => replayFromDocument(each, `${source}, scene ${i + 1}`));
  if (kind === 'race') {
    const other = scenes.findIndex(({ tests }) => tests[0]?.seed !== scenes[0]?.tests[0]?.seed);
    if (other > 0)
      throw new Error(`${source}, scene ${other + 1}: its ground differs from that of scene 1; a race needs the same`);
  }
  return { kind, title, scenes };
}
