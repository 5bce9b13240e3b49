import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { amended, settled, withSetting } from '../run/amend.ts';
import { type Champion, championOf } from '../run/champion.ts';
import { type Chronicle, createChronicle, lifeOf, type Place } from '../run/chronicle.ts';
import type { Told } from '../run/conductor.ts';
import type { Experiment, SettingValue } from '../run/experiment.ts';
import { createHistory, type History } from '../run/history.ts';
import type { Life } from '../sim/rollout.ts';
import { measureOf } from './deed.ts';
import { createLearner, type Learner } from './learner.ts';
import { createPace } from './pace.ts';

/** The run that the page shows: what has it learnt so far, and the handles to stop it and start it. */
export interface Session {
  readonly experiment: ReadonlySignal<Experiment>;
  /** As the next generation will have it: as if it had begun so. */
  readonly now: ReadonlySignal<Experiment>;
  /** Changes a setting from the next generation on. Throws an Error that says why not. */
  amend(path: string, value: SettingValue): void;
  /** Set it to pause and to go on. */
  readonly isLearning: Signal<boolean>;
  readonly latest: ReadonlySignal<Told | undefined>;
  /** The farthest any champion came, metres. */
  readonly best: ReadonlySignal<number | undefined>;
  /** Control steps lived in a second. */
  readonly pace: ReadonlySignal<number>;
  readonly history: History;
  readonly chronicle: Chronicle;
  /** The champion of a generation, or of the last before it that is kept, living its first test again, or elsewhere; recorded. */
  relive(generation: number, place?: Place): Promise<Champion | undefined>;
  /** The newest whole generation once more; undefined when another run has begun meanwhile. */
  crowd(): Promise<{ generation: number; lives: Life[] } | undefined>;
  /** Lives of anybody, beside the run. */
  live: Learner['live'];
  begin(experiment: Experiment): void;
  close(): void;
}

export interface SessionOptions {
  onBegin(experiment: Experiment): void;
  /** A change made on the way is now part of the experiment. */
  onAmend(experiment: Experiment): void;
  onChampion(champion: Champion): void;
  /** Something went wrong; `fatal` when learning has stopped over it. */
  onTrouble(reason: string, fatal: boolean): void;
}

export function createSession(first: Experiment, { onBegin, onAmend, onChampion, onTrouble }: SessionOptions): Session {
  const experiment = signal(first);
  const isLearning = signal(true);
  const latest = signal<Told | undefined>(undefined);
  const best = signal<number | undefined>(undefined);
  const pace = signal(0);
  /** Changes that no generation was begun with yet. */
  const pending = signal<Record<string, SettingValue>>({});
  const next = computed(() => (latest.value?.generation ?? -1) + 1);
  const dueCount = computed(() => experiment.value.amendments.filter((each) => each.generation <= next.value).length);
  const now = computed(() => {
    void dueCount.value;
    const standing = settled(experiment.value, next.peek());
    return Object.entries(pending.value).reduce((of, [path, value]) => withSetting(of, path, value), standing);
  });
  const history = createHistory();
  const chronicle = createChronicle();
  const meter = createPace();
  let begun = 0;
  const learner = createLearner({
    onGeneration: take,
    onAmendment(amendment) {
      const { changes } = amendment;
      batch(() => {
        experiment.value = amended(experiment.value, amendment);
        const left = Object.entries(pending.value).filter(([path, value]) => changes[path] !== value);
        pending.value = Object.fromEntries(left);
      });
      onAmend(experiment.value);
    },
    onLoss: (reason) => onTrouble(reason, false),
    onStop: (reason) => onTrouble(reason, true),
  });
  isLearning.subscribe((yes) => {
    // A pause says nothing about how fast learning is.
    meter.clear();
    learner.setLearning(yes);
  });

  function take(generation: Told): void {
    const { champion } = generation;
    const test = champion?.tests[0];
    if (champion && test) {
      const measure = measureOf(experiment.value, test, champion.recording);
      if (measure > (best.value ?? 0)) best.value = measure;
    }
    if (champion) chronicle.add(champion, generation.isRecord);
    history.add(generation.generation, generation.best, generation.mean);
    pace.value = meter.mark(generation.steps, performance.now());
    latest.value = generation;
    if (champion) onChampion(champion);
  }

  function begin(from: Experiment): void {
    begun++;
    batch(() => {
      pending.value = {};
      latest.value = undefined;
      experiment.value = from;
    });
    best.value = undefined;
    pace.value = 0;
    history.clear();
    chronicle.clear();
    meter.clear();
    onBegin(from);
    learner.begin(from);
  }

  async function crowd() {
    const mine = begun;
    const lived = await learner.crowd();
    return mine === begun ? lived : undefined;
  }

  function amend(path: string, value: SettingValue): void {
    withSetting(now.value, path, value);
    pending.value = { ...pending.value, [path]: value };
    learner.amend({ [path]: value });
  }

  async function relive(generation: number, place?: Place): Promise<Champion | undefined> {
    const entry = chronicle.at(generation);
    if (entry === undefined) return undefined;
    const mine = begun;
    const asked = lifeOf(experiment.value, entry, place);
    const lives = await learner.live(asked);
    return mine === begun ? championOf(entry.generation, asked.requests, lives) : undefined;
  }

  return {
    experiment,
    now,
    amend,
    isLearning,
    latest,
    best,
    pace,
    history,
    chronicle,
    relive,
    crowd,
    live: learner.live,
    begin,
    close: learner.close,
  };
}
