import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { type Champion, championOf } from '../../run/champion.ts';
import { type ChampionHistory, episodeBatch, type Place } from '../../run/champion-history.ts';
import type { Amendment, Experiment, SettingValue } from '../../run/experiment-schema.ts';
import type { GenerationSummary } from '../../run/run-host.ts';
import type { History } from './history.ts';
import { checkChange, checkPageMemory, nextSettings, withPending } from './next-settings.ts';
import { createRateMeter } from './rate-meter.ts';
import { createRecentRuns, type RecentRuns } from './recent-runs.ts';
import { createRunRecord, type Parent, type RunRecord } from './run-record.ts';
import { type CrowdEpisode, createRunWorker, type RunWorker } from './run-worker.ts';

/** The run on the page: its state as signals, and functions that control it. */
export interface Session {
  readonly experiment: ReadonlySignal<Experiment>;
  /** The experiment with all changes that take effect in the next generation. */
  readonly nextExperiment: ReadonlySignal<Experiment>;
  /** Changes a setting from the next generation on. Throws an Error that says why not. */
  amend(path: string, value: SettingValue): void;
  /** Set it to pause or resume the run. */
  readonly isLearning: Signal<boolean>;
  readonly latest: ReadonlySignal<GenerationSummary | undefined>;
  /** The farthest distance of any champion, metres, and its generation where that is known. */
  readonly best: ReadonlySignal<number | undefined>;
  readonly bestGeneration: ReadonlySignal<number | undefined>;
  /** Control steps simulated per second. */
  readonly pace: ReadonlySignal<number>;
  readonly progress: RunWorker['progress'];
  readonly physics: RunWorker['physics'];
  readonly history: History;
  readonly championHistory: ChampionHistory;
  /** Simulates and records the champion of a generation, or of the last stored one before it, in its first test or at `place`. */
  resimulate(generation: number, place?: Place): Promise<Champion | undefined>;
  /** All episodes of the newest generation; undefined if another run has begun meanwhile. */
  crowd(): Promise<{ generation: number; episodes: CrowdEpisode[] } | undefined>;
  /** Simulates any episodes beside the run. */
  simulate: RunWorker['simulate'];
  /** Encodes the current run as a file, and decodes such a file. */
  encodeRun: RunWorker['encodeRun'];
  decodeRun: RunWorker['decodeRun'];
  /** A new id for a run from a file or from storage. */
  nextId(): number;
  /** Runs a sweep beside the run. */
  sweep: RunWorker['sweep'];
  /** The record of the current run; the members above read from it. */
  readonly current: ReadonlySignal<RunRecord>;
  /** Earlier runs of this visit. */
  readonly recentRuns: RecentRuns;
  /** Begins another run; the current one moves to `recentRuns`. Throws an Error when it needs too much memory for a page. */
  begin(experiment: Experiment, parent?: Parent): void;
  /** Continues a run from its checkpoint; the current one moves to `recentRuns`. Throws as `begin` does. */
  resume(run: RunRecord): void;
  close(): void;
}

export interface SessionOptions {
  onBegin(experiment: Experiment): void;
  /** A change was requested, or has become part of the experiment; `experiment` includes all pending changes. */
  onAmend(experiment: Experiment): void;
  onChampion(champion: Champion): void;
  /** An evaluating worker was lost; `isGivenUp` if one creature crashed three workers and counts as failed. */
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
  const recentRuns = createRecentRuns();
  const isLearning = signal(true);
  const pace = signal(0);
  const experiment = computed(() => current.value.experiment.value);
  const latest = computed(() => current.value.latest.value);
  const nextExperiment = nextSettings(current);
  const meter = createRateMeter();
  const worker = createRunWorker({ onLoss, onStop });
  isLearning.subscribe((yes) => {
    // A pause must not count as slow learning.
    meter.clear();
    worker.setLearning(yes);
  });

  const reportAmended = () => onAmend(withPending(current.value));

  /** Messages of a run go into its record, even when they arrive after another run has begun. */
  const listenerFor = (run: RunRecord) => ({
    onGeneration(generation: GenerationSummary) {
      const isCurrent = run === current.value;
      if (isCurrent) pace.value = meter.mark(generation.steps, performance.now());
      run.addGeneration(generation, isCurrent ? pace.value : Number.NaN);
      if (isCurrent && generation.champion) onChampion(generation.champion);
    },
    onAmendment(amendment: Amendment) {
      run.addAmendment(amendment);
      if (run === current.value) reportAmended();
    },
    onStop(reason: string) {
      if (run === current.value) onStop(reason);
    },
  });

  /** Makes a run the current one. */
  function enter(run: RunRecord): void {
    const left = current.value;
    if (isBegun) {
      // Without a checkpoint a run can be watched and compared, but not continued.
      worker.leave().then(left.setCheckpoint, () => {});
      if (left !== run) recentRuns.add(left);
    }
    isBegun = true;
    batch(() => {
      recentRuns.remove(run);
      current.value = run;
      pace.value = 0;
    });
    meter.clear();
    onBegin(run.experiment.value);
  }

  function begin(from: Experiment, parent?: Parent): void {
    checkPageMemory(from);
    const { experiment: previous, parent: known } = current.value;
    // A fork that is started over is still a fork of the same parent.
    const isAgain = from.start !== undefined && from.start.genome === previous.value.start?.genome;
    const run = isBegun ? createRunRecord(++count, from, parent ?? (isAgain ? known : undefined)) : current.value;
    enter(run);
    worker.begin(from, listenerFor(run));
  }

  function resume(run: RunRecord): void {
    const checkpoint = run.checkpoint.value;
    if (checkpoint === undefined || run === current.value) return;
    checkPageMemory(withPending(run));
    enter(run);
    run.checkpoint.value = undefined;
    const waiting = run.pending.value;
    worker.begin(checkpoint, listenerFor(run), Object.keys(waiting).length > 0 ? waiting : undefined);
    const champion = run.latest.value?.champion;
    if (champion) onChampion(champion);
  }

  async function crowd() {
    const run = current.value;
    const episodes = await worker.crowd();
    return run === current.value ? episodes : undefined;
  }

  function amend(path: string, value: SettingValue): void {
    checkChange(nextExperiment.value, path, value);
    const { pending } = current.value;
    pending.value = { ...pending.value, [path]: value };
    worker.amend({ [path]: value });
    reportAmended();
  }

  async function resimulate(generation: number, place?: Place): Promise<Champion | undefined> {
    const run = current.value;
    const entry = run.championHistory.at(generation);
    if (entry === undefined) return undefined;
    const episodes = episodeBatch(run.experiment.value, entry, place);
    const results = await worker.simulate(episodes);
    return run === current.value ? championOf(entry.generation, episodes.requests, results) : undefined;
  }

  return {
    experiment,
    nextExperiment,
    amend,
    isLearning,
    latest,
    best: computed(() => current.value.best.value),
    bestGeneration: computed(() => current.value.bestGeneration.value),
    pace,
    progress: worker.progress,
    physics: worker.physics,
    get history() {
      return current.value.history;
    },
    get championHistory() {
      return current.value.championHistory;
    },
    resimulate,
    crowd,
    simulate: worker.simulate,
    encodeRun: worker.encodeRun,
    decodeRun: worker.decodeRun,
    nextId: () => ++count,
    sweep: worker.sweep,
    current,
    recentRuns,
    begin,
    resume,
    close: worker.close,
  };
}
