import { effect, signal } from '@preact/signals';
import { effectiveAt } from '../../../run/amend.ts';
import { type Champion, championOf } from '../../../run/champion.ts';
import type { ChampionEntry } from '../../../run/champion-history.ts';
import { crossTaskRun } from '../../../run/cross-task-run.ts';
import type { Experiment } from '../../../run/experiment-schema.ts';
import type { Replay } from '../../../run/replay.ts';
import type { Act } from '../../../view/playback.ts';
import { colourOf, FRONT } from '../../../view/race-colours.ts';
import { throttle } from '../../browser/throttle.ts';
import { measureOf } from '../../session/measure.ts';
import type { RunRecord } from '../../session/run-record.ts';
import type { Session } from '../../session/session.ts';
import { actOf } from '../../stage/act.ts';
import type { Sequence } from '../../stage/sequence.ts';
import type { ToolProps } from '../../tool.ts';
import type { Checked } from './check.ts';
import { words } from './words.ts';

/** Milliseconds between two looks at how far one has come. */
const EVERY = 600;

/** Somebody to beat on their ground, and how far one has come. */
export interface Challenge {
  name: string;
  /** What the ghost gets to, metres. */
  goal: number;
  /** The run that is to beat it. */
  run: RunRecord;
  /** The champion measured last. */
  newest: { generation: number; measure: number; act: Act } | undefined;
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

/** The experiment of who is to beat a replay: as it was, but with chance of its own, and a newborn brain. */
export function challengeOf({ experiment, generation }: Replay): Experiment {
  const { start: _start, ...standing } = effectiveAt(experiment, generation);
  return { ...standing, title: '', amendments: [], seed: (standing.seed + 1) % 4294967296 };
}

/** A champion as it does on the ghost's ground, under the ghost's task with its own senses. */
async function metBy(live: Session['live'], run: RunRecord, entry: ChampionEntry, replay: Replay) {
  const own = { experiment: run.experiment.peek(), entry };
  const there = crossTaskRun(own, { experiment: replay.experiment, entry: replay }, replay.tests[0]?.seed ?? 0);
  if (typeof there === 'string') return undefined;
  const champion = championOf(entry.generation, there.requests, await live(there));
  return champion && { champion, experiment: { ...there.experiment, amendments: [] } };
}

/** Them both on the stage, time-locked. */
function meeting({ name, goal }: Challenge, ghost: Act, experiment: Experiment, champion: Champion): Act | undefined {
  const act = actOf(experiment, champion, []);
  const [test] = champion.tests;
  if (act === undefined || test === undefined) return undefined;
  const measure = measureOf(experiment, test, act.recording);
  return {
    ...act,
    words: words.meetWords(champion.generation, measure, goal),
    race: {
      front: { colour: FRONT, words: words.generation(champion.generation) },
      others: [{ recording: ghost.recording, colour: colourOf(0), words: name }],
    },
  };
}

/** What a measured champion means for a challenge. */
export function noteDistance(now: Challenge, newest: NonNullable<Challenge['newest']>): Challenge {
  const { generation, measure } = newest;
  const isBetter = measure > (now.best?.measure ?? Number.NEGATIVE_INFINITY);
  return {
    ...now,
    newest,
    best: isBetter ? { generation, measure } : now.best,
    beatenIn: now.beatenIn ?? (measure > now.goal ? generation : undefined),
  };
}

/** Champion after champion beside the ghost, the newest next. */
export const meetChallenge: Sequence = async (_, stageController, show) => {
  let seen: Act | undefined;
  while (show.isOn() && challenge.peek() !== undefined) {
    const act = challenge.peek()?.newest?.act;
    if (act === undefined) await new Promise((resolve) => setTimeout(resolve, EVERY));
    else if (seen === undefined) stageController.watch(act);
    else await stageController.queue(act);
    seen = act;
    if (act && show.isOn()) show.at(act.generation);
  }
};

/** Begins a run against a replay's creature, and shows both on its ground. */
export function beginChallenge(
  { session, stageSelector, choose }: ToolProps,
  { replay, act: ghost, measure }: Checked,
  name: string,
): void {
  endChallenge();
  if (ghost === undefined) return;
  choose(challengeOf(replay));
  const run = session.current.peek();
  challenge.value = { name, goal: measure, run, newest: undefined, best: undefined, beatenIn: undefined };
  let isBusy = false;
  let measured = -1;
  const look = async () => {
    const entry = run.championHistory.entries.at(-1);
    if (isBusy || entry === undefined || entry.generation === measured || session.current.peek() !== run) return;
    isBusy = true;
    measured = entry.generation;
    const met = await metBy(session.live, run, entry, replay).catch(() => undefined);
    isBusy = false;
    const now = challenge.peek();
    if (now?.run !== run || met === undefined) return;
    const both = meeting(now, ghost, met.experiment, met.champion);
    const test = met.champion.tests[0];
    if (both === undefined || test === undefined) return;
    const own = measureOf(met.experiment, test, both.recording);
    challenge.value = noteDistance(now, { generation: entry.generation, measure: own, act: both });
  };
  const watch = throttle(EVERY, () => void look());
  const leave = effect(() => {
    void run.latest.value;
    watch.soon();
  });
  stop = () => {
    leave();
    watch.stop();
  };
  stageSelector.show(meetChallenge);
}
