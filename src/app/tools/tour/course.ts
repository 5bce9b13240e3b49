import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Genome } from '../../../creature/genome.ts';
import type { Moments } from '../../../math/stats.ts';
import type { Experiment } from '../../../run/experiment-schema.ts';
import type { Episode } from '../../../sim/rollout.ts';
import { actOf } from '../../stage/act.ts';
import type { StageController } from '../../stage/stage-controller.ts';
import { initialStatistics, lessonBatch, lessonExperiment, type Simulate, untrained } from './lesson.ts';
import type { KnobScan } from './scan.ts';
import { createSearch, type TourGeneration, type TourSearch } from './search.ts';
import { distanceIn } from './tour-acts.ts';

/** What the steps of the tour share: an untrained brain (the "newborn" of the texts), and a run that starts from it. */
export interface Course {
  readonly experiment: Experiment;
  readonly stageController: StageController;
  readonly simulate: Simulate;
  /** Number of the untrained brain, from 1. */
  readonly number: ReadonlySignal<number>;
  /** Takes another untrained brain, and drops the run of the former. */
  another(): void;
  readonly genome: ReadonlySignal<Genome>;
  /** Moments by which observations are normalised. */
  statistics(): Promise<Moments>;
  /** Recorded episodes of these genomes, all on the same ground. */
  episodes(genomes: readonly Genome[]): Promise<Episode[]>;
  distances(genomes: readonly Genome[]): Promise<number[]>;
  /** The effect of each weight of the untrained brain, once that was measured. */
  readonly scan: Signal<KnobScan | undefined>;
  /** Episodes per second, measured with the last batch of ten or more. */
  readonly pace: ReadonlySignal<number>;
  search(): Promise<TourSearch>;
  /** The first generation, evaluated if it was not yet. */
  firstGeneration(): Promise<TourGeneration>;
  /** Number of generations of the tour's run so far. */
  readonly learnt: ReadonlySignal<number>;
  readonly isLearning: ReadonlySignal<boolean>;
  /** Continues the run to `until` generations, or until `stop`, and shows its champions. */
  learn(until: number): Promise<void>;
  stop(): void;
}

export function createCourse(stageController: StageController, simulate: Simulate): Course {
  const experiment = lessonExperiment();
  const number = signal(1);
  const genome = signal(untrained(experiment, 1));
  const scan = signal<KnobScan | undefined>(undefined);
  const pace = signal(0);
  const learnt = signal(0);
  const isLearning = signal(false);
  let moments: Promise<Moments> | undefined;
  let current: Promise<TourSearch> | undefined;

  function statistics(): Promise<Moments> {
    moments ??= initialStatistics(experiment, simulate);
    // After a failure, the next call tries again.
    moments.catch(() => {
      moments = undefined;
    });
    return moments;
  }

  async function evaluate(genomes: readonly Genome[], record: boolean): Promise<Episode[]> {
    const batch = lessonBatch(experiment, genomes, await statistics(), record);
    const then = performance.now();
    const episodes = await simulate(batch);
    if (genomes.length >= 10) pace.value = (1000 * genomes.length) / Math.max(1, performance.now() - then);
    return episodes;
  }

  function search(): Promise<TourSearch> {
    if (current) return current;
    const mine = statistics().then((moments) =>
      createSearch(experiment, genome.value, moments, simulate, (count) => {
        if (current === mine) learnt.value = count;
      }),
    );
    current = mine;
    mine.catch(() => {
      if (current === mine) current = undefined;
    });
    return mine;
  }

  return {
    experiment,
    stageController,
    simulate,
    number,
    another() {
      isLearning.value = false;
      current = undefined;
      scan.value = undefined;
      learnt.value = 0;
      number.value++;
      genome.value = untrained(experiment, number.value);
    },
    genome,
    statistics,
    episodes: (genomes) => evaluate(genomes, true),
    distances: async (genomes) => (await evaluate(genomes, false)).map(distanceIn),
    scan,
    pace,
    search,
    async firstGeneration() {
      const own = await search();
      return own.generations[0] ?? (await own.next());
    },
    learnt,
    isLearning,
    async learn(until) {
      const own = await search();
      if (isLearning.value || own.generations.length >= until) return;
      isLearning.value = true;
      try {
        for (let isFirst = true; isLearning.value && own.generations.length < until; isFirst = false) {
          const { champion } = await own.next();
          if ((await search()) !== own) return;
          const act = champion && isLearning.value ? actOf(experiment, champion, []) : undefined;
          if (isFirst) stageController.play(act);
          else void stageController.queue(act);
        }
      } finally {
        isLearning.value = false;
      }
    },
    stop() {
      isLearning.value = false;
    },
  };
}
