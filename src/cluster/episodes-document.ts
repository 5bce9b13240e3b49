import * as v from 'valibot';
import { limitError } from '../format/json-guard.ts';
import { plainFromJson, plainToJson } from '../format/plain-data.ts';
import { parse } from '../schema/fault.ts';
import type { Episode } from '../sim/rollout.ts';
import { MAX_EPISODES } from './batch-head.ts';
import { episodeSchema } from './episode-schema.ts';

/** Maximum length of a text of episodes, characters. */
const MAX_LETTERS = 64_000_000;

const episodesSchema = v.pipe(v.array(episodeSchema), v.maxLength(MAX_EPISODES));

/** The episodes of a batch as text, without loss; equal episodes give equal texts. Recordings are left out. */
export function episodesToText(episodes: readonly Episode[]): string {
  const plain = episodes.map(({ evaluation, observed, trace, fault }) => {
    return { evaluation, observed, trace, ...(fault !== undefined && { fault: fault.slice(0, 10_000) }) };
  });
  return JSON.stringify(plainToJson(plain));
}

/** Parses a text within the limits of a document. `plainFromJson` rejects the keys that could change a prototype. */
function parsed(text: string): unknown {
  const excess = limitError(text);
  if (excess !== '') throw new Error(`the text ${excess}`);
  try {
    return JSON.parse(text);
  } catch {
    throw new Error('the text is not JSON');
  }
}

/**
 * Reads episodes from a worker. Throws an Error with the first fault unless they are `episodeCount` valid episodes with
 * observations of `sensorCount` sensors.
 */
export function episodesFromText(text: string, episodeCount: number, sensorCount: number): Episode[] {
  if (text.length > MAX_LETTERS) throw new Error(`the episodes have more than ${MAX_LETTERS} letters`);
  const plain = plainFromJson(parsed(text), 'episodes');
  // What is checked is used, in its own order of keys: a champion's replay lists its metrics as the simulation does.
  parse(episodesSchema, plain);
  const episodes = plain as unknown as Omit<Episode, 'recording'>[];
  if (episodes.length !== episodeCount) throw new Error(`it has ${episodes.length} episodes, not ${episodeCount}`);
  const odd = episodes.findIndex(
    ({ observed: { mean, squares } }) => mean.length !== sensorCount || squares.length !== sensorCount,
  );
  if (odd >= 0) throw new Error(`[${odd}].observed must have ${sensorCount} numbers each`);
  return episodes.map((episode) => ({ ...episode, recording: undefined }));
}
