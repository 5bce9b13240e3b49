import { replayFromDocument } from '../../format/replay-document.ts';
import { type Replay, verify } from '../../run/replay.ts';
import type { Clip } from '../../view/playback.ts';
import { measureOf } from '../session/measure.ts';
import type { Session } from '../session/session.ts';
import { clipOfReplay } from '../stage/clip.ts';
import { strings } from '../strings.ts';
import type { Walker } from './walkers.ts';

/** A walker that gives the same bits on this machine as where it was trained. */
export interface VerifiedWalker {
  replay: Replay;
  clip: Clip;
  /** Its distance, or height in the jump task, metres. */
  measure: number;
}

type Simulate = Session['simulate'];

/** Walkers that were asked for: each is simulated once, for the stage and for the gallery. */
const known = new WeakMap<Walker, Promise<VerifiedWalker | undefined>>();

/**
 * Simulates a walker beside the run, which this does not affect. Undefined if the result differs from the replay: then it must
 * not be shown as trained.
 */
export function verifiedWalker(walker: Walker, simulate: Simulate): Promise<VerifiedWalker | undefined> {
  const found = known.get(walker) ?? simulated(walker, simulate);
  known.set(walker, found);
  // A walker that could not be loaded is asked for again.
  found.catch(() => known.delete(walker));
  return found;
}

async function simulated({ preset, load }: Walker, simulate: Simulate): Promise<VerifiedWalker | undefined> {
  const replay = replayFromDocument(await load(), preset);
  const { verified, episodes, evaluations } = await verify(replay, { evaluate: simulate, close: async () => {} }, true);
  const [recording, evaluation] = [episodes[0]?.recording, evaluations[0]];
  if (!verified || recording === undefined || evaluation === undefined) return undefined;
  return {
    replay,
    clip: clipOfReplay(replay, evaluation, recording, strings.trained),
    measure: measureOf(replay.experiment, { evaluation }, recording),
  };
}
