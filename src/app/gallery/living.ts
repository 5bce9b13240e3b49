import type { Experiment } from '../../run/experiment-schema.ts';
import { setupOf } from '../../run/setup.ts';
import type { Recording } from '../../sim/recording.ts';
import type { Session } from '../session/session.ts';
import { type VerifiedWalker, verifiedWalker } from '../walkers/verified-walker.ts';
import type { Exhibit } from './exhibits.ts';

/** What the picture of an exhibit shows. */
export interface Living {
  recording: Recording;
  fell: boolean;
  /** Undefined for a picture of an untrained creature. */
  trained: VerifiedWalker | undefined;
}

type Simulate = Session['simulate'];

/** Pictures of untrained creatures by body, task and brain, which tabs and presets share. */
const known = new Map<string, Promise<Living | undefined>>();

function untrained(exhibit: Exhibit, simulate: Simulate): Promise<Living | undefined> {
  const { start: _start, ...plain } = exhibit.experiment();
  const key = JSON.stringify([plain.body, plain.task, plain.brain]);
  const found = known.get(key) ?? firstEpisode(plain, simulate);
  known.set(key, found);
  // One that failed is simulated again.
  found.catch(() => known.delete(key));
  return found;
}

/** The first episode by a brain whose weights are all zero. */
async function firstEpisode(plain: Experiment, simulate: Simulate): Promise<Living | undefined> {
  const { brain } = setupOf(plain);
  const genome = brain.initialGenome ?? new Float32Array(brain.parameterCount);
  const requests = [{ genome, seed: 1, statistics: null, record: true }];
  const [episode] = await simulate({ experiment: { ...plain, amendments: [] }, requests });
  if (episode?.recording === undefined) return undefined;
  const { recording, evaluation } = episode;
  return { recording, fell: evaluation.ending === 'terminated', trained: undefined };
}

/** Simulates what an exhibit's picture shows: its trained creature, or an untrained one if it has none. */
export async function livingOf(exhibit: Exhibit, simulate: Simulate): Promise<Living | undefined> {
  const trained = exhibit.walker && (await verifiedWalker(exhibit.walker, simulate));
  if (trained === undefined) return untrained(exhibit, simulate);
  return { recording: trained.clip.recording, fell: trained.clip.fell, trained };
}
