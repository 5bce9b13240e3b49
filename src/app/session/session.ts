import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { withAmendment, withSetting } from '../../run/amend.ts';
import { type Champion, championOf } from '../../run/champion.ts';
import { type ChampionHistory, episodeBatch, type Place } from '../../run/champion-history.ts';
import type { Amendment, Experiment, SettingValue } from '../../run/experiment-schema.ts';
import type { GenerationSummary } from '../../run/run-host.ts';
import type { History } from './history.ts';
import { nextSettings } from './next-settings.ts';
import { createRateMeter } from './rate-meter.ts';
import { createRecentRuns, type RecentRuns } from './recent-runs.ts';
import { createRunRecord, type Parent, type RunRecord } from './run-record.ts';
import { type CrowdLife, createRunWorker, type RunWorker } from './run-worker.ts';

/** The run that the page shows: what has it learnt so far, and the handles to stop it and start it. */
export interface Session {
  readonly experiment: ReadonlySignal<Experiment>;
  /** As the next generation will have it: as if it had begun so. */
  readonly now: ReadonlySignal<Experiment>;
  /** Changes a setting from the next generation on. Throws an Error that says why not. */
  amend(path: string, value: SettingValue): void;
  /** Set it to pause and to go on. */
  readonly isLearning: Signal<boolean>;
  readonly latest: ReadonlySignal<GenerationSummary | undefined>;
  /** The farthest any champion came, metres. */
  readonly best: ReadonlySignal<number | undefined>;
  /** Control steps lived in a second. */
  readonly pace: ReadonlySignal<number>;
  readonly history: History;
  readonly championHistory: ChampionHistory;
  /** The champion of a generation, or of the last before it that is kept, living its first test again, or elsewhere; recorded. */
  relive(generation: number, place?: Place): Promise<Champion | undefined>;
  /** The newest whole generation once more; undefined when another run has begun meanwhile. */
  crowd(): Promise<{ generation: number; lives: CrowdLife[] } | undefined>;
  /** Lives of anybody, beside the run. */
  live: RunWorker['live'];
  /** The run there is as a file, and the run in such a file. */
  seal: RunWorker['seal'];
  open: RunWorker['open'];
  /** The number of a run that comes from elsewhere. */
  nextId(): number;
  /** Runs a sweep beside the run. */
  sweep: RunWorker['sweep'];
  /** The run there is, as it is kept when another begins; what is above is of it. */
  readonly current: ReadonlySignal<RunRecord>;
  /** Runs that were left for others. */
  readonly shelf: RecentRuns;
  /** Begins another run; the one there was is kept. */
  begin(experiment: Experiment, parent?: Parent): void;
  /** Goes on with a kept run where it was left; the one there was is kept in its place. */
  goOn(run: RunRecord): void;
  close(): void;
}

export interface SessionOptions {
  onBegin(experiment: Experiment): void;
  /** A change was asked for on the way, or is now part of the experiment: with all that waits for the next generation. */
  onAmend(experiment: Experiment): void;
  onChampion(champion: Champion): void;
  /** A worker was lost; `isGivenUp` when one creature has cost three, and counts as failed. */
  onLoss(isGivenUp: boolean): void;
  /** Learning has stopped. */
  onStop(reason: string): void;
}

export function createSession(
  first: Experiment,
  { onBegin, onAmend, onChampion, onLoss, onStop }: SessionOptions,
): Session {
  let count = 1;
  let isBegun = false;
  const current = signal(createRunRecord(count, first));
  const shelf = createRecentRuns();
  const isLearning = signal(true);
  const pace = signal(0);
  const experiment = computed(() => current.value.experiment.value);
  const latest = computed(() => current.value.latest.value);
  const best = computed(() => current.value.best.value);
  const { next, now } = nextSettings(current);
  const meter = createRateMeter();
  const learner = createRunWorker({ onLoss, onStop });
  isLearning.subscribe((yes) => {
    // A pause says nothing about how fast learning is.
    meter.clear();
    learner.setLearning(yes);
  });

  function tellAmended(): void {
    const changes = current.value.pending.value;
    const isPending = Object.keys(changes).length > 0;
    onAmend(isPending ? withAmendment(experiment.value, { generation: next.value, changes }) : experiment.value);
  }

  /** What is told of a run goes into its record, also when it is late and another run has begun. */
  const listenerFor = (run: RunRecord) => ({
    onGeneration(generation: GenerationSummary) {
      const isCurrent = run === current.value;
      if (isCurrent) pace.value = meter.mark(generation.steps, performance.now());
      run.take(generation, isCurrent ? pace.value : Number.NaN);
      if (!isCurrent) return;
      if (generation.champion) onChampion(generation.champion);
    },
    onAmendment(amendment: Amendment) {
      run.amend(amendment);
      if (run === current.value) tellAmended();
    },
    onStop(reason: string) {
      if (run === current.value) onStop(reason);
    },
  });

  function enter(run: RunRecord): void {
    const left = current.value;
    if (isBegun) {
      // Without it a run can be looked at and compared, but has to begin anew.
      learner.leave().then(left.stand, () => {});
      if (left !== run) shelf.keep(left);
    }
    isBegun = true;
    batch(() => {
      shelf.take(run);
      current.value = run;
      pace.value = 0;
    });
    meter.clear();
    onBegin(run.experiment.value);
  }

  function begin(from: Experiment, parent?: Parent): void {
    const { experiment: before, parent: known } = current.value;
    // Started over, a fork is still that fork.
    const isAgain = from.start !== undefined && from.start.genome === before.value.start?.genome;
    const run = isBegun ? createRunRecord(++count, from, parent ?? (isAgain ? known : undefined)) : current.value;
    enter(run);
    learner.begin(from, listenerFor(run));
  }

  function goOn(run: RunRecord): void {
    const checkpoint = run.checkpoint.value;
    if (checkpoint === undefined || run === current.value) return;
    enter(run);
    run.checkpoint.value = undefined;
    const waiting = run.pending.value;
    learner.begin(checkpoint, listenerFor(run), Object.keys(waiting).length > 0 ? waiting : undefined);
    const champion = run.latest.value?.champion;
    if (champion) onChampion(champion);
  }

  async function crowd() {
    const mine = current.value;
    const lived = await learner.crowd();
    return mine === current.value ? lived : undefined;
  }

  function amend(path: string, value: SettingValue): void {
    withSetting(now.value, path, value);
    const { pending } = current.value;
    pending.value = { ...pending.value, [path]: value };
    learner.amend({ [path]: value });
    tellAmended();
  }

  async function relive(generation: number, place?: Place): Promise<Champion | undefined> {
    const mine = current.value;
    const entry = mine.championHistory.at(generation);
    if (entry === undefined) return undefined;
    const asked = episodeBatch(mine.experiment.value, entry, place);
    const lives = await learner.live(asked);
    return mine === current.value ? championOf(entry.generation, asked.requests, lives) : undefined;
  }

  return {
    experiment,
    now,
    amend,
    isLearning,
    latest,
    best,
    pace,
    get history() {
      return current.value.history;
    },
    get championHistory() {
      return current.value.championHistory;
    },
    relive,
    crowd,
    live: learner.live,
    seal: learner.seal,
    open: learner.open,
    nextId: () => ++count,
    sweep: learner.sweep,
    current,
    shelf,
    begin,
    goOn,
    close: learner.close,
  };
}
