import { colourNumber } from '../../../run/creature-colour.ts';
import type { Evaluator } from '../../../run/evaluator.ts';
import { type Replay, type Verdict, verify } from '../../../run/replay.ts';
import type { Clip } from '../../../view/playback.ts';
import { measureOf } from '../../session/measure.ts';
import type { Session } from '../../session/session.ts';
import { episodeClip } from '../../stage/clip.ts';
import { noteOrigin } from '../../stage/origin.ts';
import { type VerdictWords, verdictWords } from './verdict-words.ts';
import { words } from './words.ts';

/** A resimulated replay, and the clip that shows it. */
export interface CheckedReplay extends VerdictWords {
  replay: Replay;
  /** The resimulation if it equals the replay or nothing was recorded, else the recording; undefined if there is neither. */
  clip: Clip | undefined;
  /** Measured distance of what is shown, metres. */
  measure: number;
}

/** Evaluates in the learning worker, one episode at a time, so that learning continues in between. */
const evaluatorOf = (simulate: Session['simulate']): Evaluator => ({
  async evaluate({ experiment, requests }) {
    const episodes = [];
    for (const request of requests) episodes.push(...(await simulate({ experiment, requests: [request] })));
    return episodes;
  },
  close: async () => {},
});

function clipFrom(replay: Replay, verdict: Verdict, subject: string): Pick<CheckedReplay, 'clip' | 'measure'> {
  const { experiment, generation, genome, statistics, tests, colour } = replay;
  const evaluation = verdict.evaluations[0];
  const resimulated = verdict.episodes[0]?.recording;
  const recording = verdict.verified ? resimulated : (replay.recording ?? resimulated);
  if (recording === undefined || evaluation === undefined) return { clip: undefined, measure: 0 };
  const isResimulated = recording === resimulated;
  const test = { evaluation };
  const measure = isResimulated ? measureOf(experiment, test, recording) : (tests[0]?.distance ?? 0);
  // A recording that differs from the resimulation is not of this genome, so it must not be saved as such.
  if (isResimulated) {
    const seeds = tests.map(({ seed }) => seed);
    noteOrigin(recording, {
      experiment,
      generation,
      genome,
      statistics,
      seeds,
      subject: words.generation(generation),
      name: subject,
      colour,
    });
  }
  const simulated = {
    ...episodeClip({ experiment, generation, subject }, test, recording),
    colour: colourNumber(colour),
  };
  if (isResimulated) return { clip: simulated, measure };
  const { gait: _gait, ...recorded } = simulated;
  return { clip: { ...recorded, words: words.asRecorded(subject, measure), distance: measure, fell: false }, measure };
}

/** Resimulates a replay's tests and compares. Rejects with a sentence when it cannot be simulated at all. */
export async function checkReplay(
  replay: Replay,
  simulate: Session['simulate'],
  subject: string,
): Promise<CheckedReplay> {
  const verdict = await verify(replay, evaluatorOf(simulate), true);
  return { ...verdictWords(replay, verdict), ...clipFrom(replay, verdict, subject), replay };
}
