import type { Replay, Verdict } from '../../../run/replay.ts';
import { engine } from '../../../sim/engine.ts';
import { words } from './words.ts';

export interface VerdictWords {
  isVerified: boolean;
  /** What is to be known of it, in plain words. */
  sentence: string;
}

/** What living a replay again has shown: that it is the same to the last bit, or why it is not, where it parts, what is seen instead. */
export function verdictWords(replay: Replay, { verified, differsAt: partsAt, evaluations }: Verdict): VerdictWords {
  if (verified) return { isVerified: true, sentence: words.verified };
  const { simulation, planck } = replay.engine;
  const isOther = simulation !== engine.simulation || planck !== engine.planck;
  const why = isOther ? words.otherEngine(simulation, planck) : words.edited;
  const [then, now] = [replay.tests[0]?.distance ?? 0, evaluations[0]?.metrics.distance ?? 0];
  const where = partsAt
    ? words.parts(partsAt.second, partsAt.test, replay.tests.length)
    : then === now
      ? words.otherSums
      : words.comesTo(now, then);
  return { isVerified: false, sentence: `${why} ${where} ${replay.recording ? words.recorded : words.relived}` };
}
