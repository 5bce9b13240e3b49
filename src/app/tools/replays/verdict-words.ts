import type { Replay, Verdict } from '../../../run/replay.ts';
import { engine } from '../../../sim/engine.ts';
import { words } from './words.ts';

export interface VerdictWords {
  isVerified: boolean;
  /** The verdict in plain words. */
  sentence: string;
}

/** The verdict on a replay: equal bit for bit; or why not, from which second on, and what is shown instead. */
export function verdictWords(replay: Replay, { verified, differsAt, evaluations }: Verdict): VerdictWords {
  if (verified) return { isVerified: true, sentence: words.verified };
  const { simulation, planck } = replay.engine;
  const isOther = simulation !== engine.simulation || planck !== engine.planck;
  const why = isOther ? words.otherEngine(simulation, planck) : words.edited;
  const [then, now] = [replay.tests[0]?.distance ?? 0, evaluations[0]?.metrics.distance ?? 0];
  const where = differsAt
    ? words.parts(differsAt.second, differsAt.test, replay.tests.length)
    : then === now
      ? words.otherSums
      : words.comesTo(now, then);
  return { isVerified: false, sentence: `${why} ${where} ${replay.recording ? words.recorded : words.relived}` };
}
