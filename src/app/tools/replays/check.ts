import type { Evaluator } from '../../../run/evaluator.ts';
import { type Replay, type Verdict, verify } from '../../../run/replay.ts';
import type { Act } from '../../../view/playback.ts';
import { measureOf } from '../../session/measure.ts';
import type { Session } from '../../session/session.ts';
import { describeEpisode } from '../../stage/episode-sentence.ts';
import { noteOrigin } from '../../stage/origin.ts';
import { raysOf } from '../../stage/rays.ts';
import { type VerdictWords, verdictWords } from './verdict-words.ts';
import { words } from './words.ts';

/** A replay lived again, and what is to be seen of it. */
export interface Checked extends VerdictWords {
  replay: Replay;
  /** As it was lived now when that is the same, else as it was recorded; undefined where nothing can be seen. */
  act: Act | undefined;
  /** What is shown is measured by, metres. */
  measure: number;
}

/** In the worker that learns, one life after the other: it has other things to do. */
const evaluatorOf = (live: Session['live']): Evaluator => ({
  async evaluate({ experiment, requests }) {
    const lives = [];
    for (const request of requests) lives.push(...(await live({ experiment, requests: [request] })));
    return lives;
  },
  close: async () => {},
});

function actFrom(replay: Replay, verdict: Verdict, who: string): Pick<Checked, 'act' | 'measure'> {
  const { experiment, generation, genome, statistics, tests } = replay;
  const evaluation = verdict.evaluations[0];
  const lived = verdict.episodes[0]?.recording;
  const recording = verdict.verified ? lived : (replay.recording ?? lived);
  if (recording === undefined || evaluation === undefined) return { act: undefined, measure: 0 };
  const isLived = recording === lived;
  const test = { evaluation };
  const measure = isLived ? measureOf(experiment, test, recording) : (tests[0]?.distance ?? 0);
  // Another file's recording is no life of this genome: nobody should keep it as one.
  if (isLived) {
    const seeds = tests.map(({ seed }) => seed);
    noteOrigin(recording, { experiment, generation, genome, statistics, seeds, who: words.generation(generation) });
  }
  const act: Act = {
    generation,
    words: isLived ? describeEpisode(experiment, who, test, measure) : words.asRecorded(who, measure),
    distance: isLived ? evaluation.metrics.distance : measure,
    fell: isLived && evaluation.ending === 'terminated',
    recording,
    ghosts: [],
    rays: raysOf(experiment, recording),
  };
  return { act, measure };
}

/** Lives a replay's tests again and compares. Rejects with a sentence when it cannot be lived at all. */
export async function checked(replay: Replay, live: Session['live'], who: string): Promise<Checked> {
  const verdict = await verify(replay, evaluatorOf(live), true);
  return { ...verdictWords(replay, verdict), ...actFrom(replay, verdict, who), replay };
}
