import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Genome } from '../../../creature/genome.ts';
import type { Moments } from '../../../math/stats.ts';
import type { Experiment } from '../../../run/experiment-schema.ts';
import { activationsFor, withActivations } from '../../../run/with-activations.ts';
import type { Episode } from '../../../sim/rollout.ts';
import { type NetActivity, netActivityOf } from '../../net/net-activity.ts';
import { clipOf } from '../../stage/clip.ts';
import type { StageController } from '../../stage/stage-controller.ts';
import { initialStatistics, lessonBatch, lessonExperiment, type Simulate, untrainedBrain } from './lesson.ts';
import type { WeightScan } from './scan.ts';
import { createSearch, type TourGeneration, type TourSearch } from './search.ts';
import { distanceIn } from './tour-clips.ts';

/** State that the steps of the tour share: an untrained brain (the texts say "newborn"), and a run that starts from it. */
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
  /** The recorded episode of a genome, with the activations of its brain. */
  activity(genome: Genome): Promise<{ episode: Episode; activity: NetActivity }>;
  /** The measured effect of each weight of the untrained brain; undefined before the measurement. */
  readonly scan: Signal<WeightScan | undefined>;
  /** Episodes per second, measured with the last batch of ten or more. */
  readonly pace: ReadonlySignal<number>;
  search(): Promise<TourSearch>;
  /** The first generation; evaluates it if necessary. */
  firstGeneration(): Promise<TourGeneration>;
  /** Number of generations of the tour's run so far. */
  readonly generationCount: ReadonlySignal<number>;
  readonly isLearning: ReadonlySignal<boolean>;
  /** Continues the run to `until` generations, or until `stop`, and shows its champions. */
  learn(until: number): Promise<void>;
  stop(): void;
}

export function createCourse(stageController: StageController, simulate: Simulate): Course {
  const experiment = lessonExperiment();
  const number = signal(1);
  const genome = signal(untrainedBrain(experiment, 1));
  const scan = signal<WeightScan | undefined>(undefined);
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
    const own = statistics().then((moments) =>
      createSearch(experiment, genome.value, moments, simulate, (count) => {
        if (current === own) learnt.value = count;
      }),
    );
    current = own;
    own.catch(() => {
      if (current === own) current = undefined;
    });
    return own;
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
      genome.value = untrainedBrain(experiment, number.value);
    },
    genome,
    statistics,
    episodes: (genomes) => evaluate(genomes, true),
    async activity(genome) {
      const batch = withActivations(lessonBatch(experiment, [genome], await statistics(), true));
      const [episode] = await simulate(batch);
      if (episode === undefined) throw new Error('there is no episode');
      return { episode, activity: netActivityOf(0, activationsFor(batch, episode), episode.recording) };
    },
    distances: async (genomes) => (await evaluate(genomes, false)).map(distanceIn),
    scan,
    pace,
    search,
    async firstGeneration() {
      const own = await search();
      return own.generations[0] ?? (await own.next());
    },
    generationCount: learnt,
    isLearning,
    async learn(until) {
      const own = await search();
      if (isLearning.value || own.generations.length >= until) return;
      isLearning.value = true;
      try {
        for (let isFirst = true; isLearning.value && own.generations.length < until; isFirst = false) {
          const { champion } = await own.next();
          if ((await search()) !== own) return;
          const clip = champion && isLearning.value ? clipOf(experiment, champion, []) : undefined;
          if (isFirst) stageController.play(clip);
          else void stageController.queue(clip);
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
