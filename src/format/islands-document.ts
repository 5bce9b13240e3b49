import * as v from 'valibot';
import type { Checkpoint } from '../run/checkpoint.ts';
import { islandsOf, MAX_ISLANDS } from '../run/islands.ts';
import { parse } from '../schema/fault.ts';
import { checkpointFromDocument, checkpointToDocument } from './run-document.ts';

/** The state of all islands between two generations. */
export interface IslandsCheckpoint {
  migrateEvery: number;
  /** One for each island, all in the same generation. */
  islands: Checkpoint[];
}

const schema = v.looseObject({
  format: v.literal('gaitlab-islands'),
  version: v.literal(1),
  migrateEvery: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1e9)),
  /** Run documents. */
  islands: v.pipe(v.array(v.unknown()), v.minLength(2), v.maxLength(MAX_ISLANDS)),
});

/** Encodes islands as a JSON document, version 1. */
export const islandsToDocument = ({ migrateEvery, islands }: IslandsCheckpoint): Record<string, unknown> => ({
  format: 'gaitlab-islands',
  version: 1,
  migrateEvery,
  islands: islands.map(checkpointToDocument),
});

/** Reads islands from a document. Throws an Error that starts with `source` and names the first fault. */
export function islandsFromDocument(document: unknown, source: string): IslandsCheckpoint {
  const { migrateEvery, islands: documents } = parse(schema, document, source);
  const islands = documents.map((each, i) => checkpointFromDocument(each, `${source}: islands[${i}]`));
  const [first] = islands.map(({ state }) => state);
  const expected = islandsOf(first!.experiment, islands.length);
  for (const [i, { state }] of islands.entries()) {
    if (state.generation !== first!.generation)
      throw new Error(
        `${source}: islands[${i}] is in generation ${state.generation}, islands[0] in ${first!.generation}`,
      );
    if (JSON.stringify(state.experiment) !== JSON.stringify(expected[i]))
      throw new Error(`${source}: islands[${i}] is not an island of the experiment of islands[0]`);
  }
  return { migrateEvery, islands };
}
