import { setupOf } from '../../run/setup.ts';
import type { Recording } from '../../sim/recording.ts';
import type { Session } from '../session/session.ts';
import { type VerifiedWalker, verifiedWalker } from '../walkers/verified-walker.ts';
import type { Walker } from '../walkers/walkers.ts';
import type { Exhibit } from './exhibits.ts';

/** What the picture of an exhibit shows. */
export interface Living {
  recording: Recording;
  fell: boolean;
  /** Undefined for a picture of an untrained creature. */
  trained: VerifiedWalker | undefined;
}

type Simulate = Session['simulate'];

/** Walkers that were asked for, by preset: each is verified once. */
const verified = new Map<string, Promise<VerifiedWalker | undefined>>();

function verifiedOnce(walker: Walker, simulate: Simulate): Promise<VerifiedWalker | undefined> {
  const known = verified.get(walker.preset) ?? verifiedWalker(walker, simulate, 'A trained creature');
  verified.set(walker.preset, known);
  // A walker that could not be loaded is asked for again.
  known.catch(() => verified.delete(walker.preset));
  return known;
}

/** An exhibit's first episode by a brain whose weights are all zero. */
async function untrained({ experiment }: Exhibit, simulate: Simulate): Promise<Living | undefined> {
  const { start: _start, ...plain } = experiment();
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
  const trained = exhibit.walker && (await verifiedOnce(exhibit.walker, simulate));
  if (trained === undefined) return untrained(exhibit, simulate);
  return { recording: trained.clip.recording, fell: trained.clip.fell, trained };
}
