import { replayFromDocument } from '../../format/replay-document.ts';
import { type Replay, verify } from '../../run/replay.ts';
import type { Clip } from '../../view/playback.ts';
import { measureOf } from '../session/measure.ts';
import type { Session } from '../session/session.ts';
import { clipOfReplay } from '../stage/clip.ts';
import type { Walker } from './walkers.ts';

/** A walker that gives the same bits on this machine as where it was trained. */
export interface VerifiedWalker {
  replay: Replay;
  clip: Clip;
  /** Its distance, or height in the jump task, metres. */
  measure: number;
}

/**
 * Simulates a walker beside the run, which this does not affect. @param subject of the clip's sentence
 * Undefined if the result differs from the replay: then it must not be shown as trained.
 */
export async function verifiedWalker(
  { preset, load }: Pick<Walker, 'preset' | 'load'>,
  simulate: Session['simulate'],
  subject: string,
): Promise<VerifiedWalker | undefined> {
  const replay = replayFromDocument(await load(), preset);
  const { verified, episodes, evaluations } = await verify(replay, { evaluate: simulate, close: async () => {} }, true);
  const [recording, evaluation] = [episodes[0]?.recording, evaluations[0]];
  if (!verified || recording === undefined || evaluation === undefined) return undefined;
  return {
    replay,
    clip: clipOfReplay(replay, evaluation, recording, subject),
    measure: measureOf(replay.experiment, { evaluation }, recording),
  };
}
