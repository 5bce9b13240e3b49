import { effect, signal } from '@preact/signals';
import { visibleText } from '../../../format/visible-text.ts';
import { effectiveAt } from '../../../run/amend.ts';
import { type Champion, championOf } from '../../../run/champion.ts';
import type { ChampionEntry } from '../../../run/champion-history.ts';
import { crossTaskRun } from '../../../run/cross-task-run.ts';
import type { Experiment } from '../../../run/experiment-schema.ts';
import type { Replay } from '../../../run/replay.ts';
import type { Clip } from '../../../view/playback.ts';
import { FRONT_COLOUR, raceColour } from '../../../view/race-colours.ts';
import { throttle } from '../../browser/throttle.ts';
import { measureOf } from '../../session/measure.ts';
import type { RunRecord } from '../../session/run-record.ts';
import type { Session } from '../../session/session.ts';
import { clipOf } from '../../stage/clip.ts';
import type { Sequence } from '../../stage/sequence.ts';
import type { ToolProps } from '../../tool.ts';
import type { CheckedReplay } from './check-replay.ts';
import { words } from './words.ts';

/** Minimum milliseconds between two measurements. */
const EVERY = 600;

/** A run whose champions should get farther than a replay's creature on the replay's ground, and its progress. */
export interface Challenge {
  name: string;
  /** Distance of the replay's creature, metres. */
  goal: number;
  /** The run that takes the challenge. */
  run: RunRecord;
  /** The champion measured last. */
  newest: { generation: number; measure: number; clip: Clip } | undefined;
  best: { generation: number; measure: number } | undefined;
  /** The first generation that got farther. */
  beatenIn: number | undefined;
}

export const challenge = signal<Challenge | undefined>(undefined);
let stop = () => {};

export function endChallenge(): void {
  stop();
  stop = () => {};
  challenge.value = undefined;
}

/** The experiment that challenges a replay: the replay's settings with another seed and an untrained brain. */
export function challengeOf({ experiment, generation }: Replay): Experiment {
  const { start: _start, ...settings } = effectiveAt(experiment, generation);
  return { ...settings, title: '', amendments: [], seed: (settings.seed + 1) % 4294967296 };
}

/** Simulates a champion in the ghost's task, on the ghost's ground, with the champion's own sensors. */
async function runOnGhostGround(simulate: Session['simulate'], run: RunRecord, entry: ChampionEntry, replay: Replay) {
  const own = { experiment: run.experiment.peek(), entry };
  const batch = crossTaskRun(own, { experiment: replay.experiment, entry: replay }, replay.tests[0]?.seed ?? 0);
  if (typeof batch === 'string') return undefined;
  const champion = championOf(entry.generation, batch.requests, await simulate(batch));
  return champion && { champion, experiment: { ...batch.experiment, amendments: [] } };
}

/** A clip with both of them, started at the same time. */
function challengeClip(
  { name, goal }: Challenge,
  ghost: Clip,
  experiment: Experiment,
  champion: Champion,
): Clip | undefined {
  const clip = clipOf(experiment, champion, []);
  const [test] = champion.tests;
  if (clip === undefined || test === undefined) return undefined;
  const measure = measureOf(experiment, test, clip.recording);
  return {
    ...clip,
    words: words.meetWords(champion.generation, measure, goal),
    race: {
      front: { colour: FRONT_COLOUR, words: words.generation(champion.generation) },
      others: [{ recording: ghost.recording, colour: raceColour(0), words: visibleText(name) }],
    },
  };
}

/** The challenge after a champion was measured. */
export function withMeasurement(now: Challenge, newest: NonNullable<Challenge['newest']>): Challenge {
  const { generation, measure } = newest;
  const isBetter = measure > (now.best?.measure ?? Number.NEGATIVE_INFINITY);
  return {
    ...now,
    newest,
    best: isBetter ? { generation, measure } : now.best,
    beatenIn: now.beatenIn ?? (measure > now.goal ? generation : undefined),
  };
}

/** Shows champion after champion beside the ghost, always the newest. */
export const challengeSequence: Sequence = async (_, stageController, show) => {
  let shown: Clip | undefined;
  while (show.isOn() && challenge.peek() !== undefined) {
    const clip = challenge.peek()?.newest?.clip;
    if (clip === undefined) await new Promise((resolve) => setTimeout(resolve, EVERY));
    else if (shown === undefined) stageController.watch(clip);
    else await stageController.queue(clip);
    shown = clip;
    if (clip && show.isOn()) show.at(clip.generation);
  }
};

/** Begins a run that challenges a replay's creature, and shows both on the replay's ground. */
export function beginChallenge(
  { session, stageSelector, choose }: Pick<ToolProps, 'session' | 'stageSelector' | 'choose'>,
  { replay, clip: ghost, measure }: Pick<CheckedReplay, 'replay' | 'clip' | 'measure'>,
  name: string,
): void {
  endChallenge();
  if (ghost === undefined) return;
  if (!choose(challengeOf(replay))) return;
  const run = session.current.peek();
  challenge.value = { name, goal: measure, run, newest: undefined, best: undefined, beatenIn: undefined };
  let isBusy = false;
  let measured = -1;
  const measureNewest = async () => {
    const entry = run.championHistory.entries.at(-1);
    if (isBusy || entry === undefined || entry.generation === measured || session.current.peek() !== run) return;
    isBusy = true;
    measured = entry.generation;
    const result = await runOnGhostGround(session.simulate, run, entry, replay).catch(() => undefined);
    isBusy = false;
    const now = challenge.peek();
    if (now?.run !== run || result === undefined) return;
    const clip = challengeClip(now, ghost, result.experiment, result.champion);
    const test = result.champion.tests[0];
    if (clip === undefined || test === undefined) return;
    const own = measureOf(result.experiment, test, clip.recording);
    challenge.value = withMeasurement(now, { generation: entry.generation, measure: own, clip });
  };
  const watch = throttle(EVERY, () => void measureNewest());
  const unsubscribe = effect(() => {
    void run.latest.value;
    watch.request();
  });
  stop = () => {
    unsubscribe();
    watch.stop();
  };
  stageSelector.playSequence(challengeSequence);
}
