import type { Redis } from 'ioredis';
import { parseJson } from '../format/json-guard.ts';
import { parseExperiment } from '../run/experiment.ts';
import type { Experiment } from '../run/experiment-schema.ts';
import { setupOf } from '../run/setup.ts';
import type { Setup } from '../sim/rollout.ts';
import { experimentKey } from './keys.ts';
import { hashOfText } from './published-experiments.ts';

/** Experiments that a worker keeps. */
const MAX_KEPT = 64;
/** Maximum length of an experiment's text, characters: a body plan of a hundred parts has fewer. */
const MAX_LETTERS = 1_000_000;

/** An experiment and what its batches are checked against. */
export interface KnownExperiment {
  experiment: Experiment;
  setup: Setup;
}

/**
 * Reads experiments from the queue, each once. The returned function throws an Error when the queue does not have the
 * experiment or has another text for it.
 */
export function createKnownExperiments(redis: Redis): (run: string, hash: string) => Promise<KnownExperiment> {
  const known = new Map<string, KnownExperiment>();
  return async (run, hash) => {
    const before = known.get(hash);
    if (before !== undefined) return before;
    const key = experimentKey(run, hash);
    const text = (await redis.strlen(key)) > MAX_LETTERS ? null : await redis.get(key);
    if (text === null || hashOfText(text) !== hash) throw new Error('the experiment of a batch is not in the queue');
    const experiment = parseExperiment(parseJson(text, 'an experiment in the queue'), 'an experiment in the queue');
    const found = { experiment, setup: setupOf(experiment) };
    known.set(hash, found);
    if (known.size > MAX_KEPT) known.delete(known.keys().next().value as string);
    return found;
  };
}
