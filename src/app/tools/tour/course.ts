import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Genome } from '../../../creature/genome.ts';
import type { Moments } from '../../../math/stats.ts';
import type { Experiment } from '../../../run/experiment-schema.ts';
import type { Episode } from '../../../sim/rollout.ts';
import { actOf } from '../../stage/act.ts';
import type { StageController } from '../../stage/stage-controller.ts';
import { distanceOf } from './acts.ts';
import { firstFeelings, type Live, lesson, livesOf, untrained } from './creature.ts';
import type { Scan } from './scan.ts';
import { createSearch, type Search, type Turn } from './search.ts';

/** Everything the steps of the tour have in common: one newborn, and a run of its own that begins with it. */
export interface Course {
  readonly experiment: Experiment;
  readonly stageController: StageController;
  readonly live: Live;
  /** Which newborn, from 1. */
  readonly number: ReadonlySignal<number>;
  /** Another newborn: whatever was learnt by the former is gone. */
  another(): void;
  readonly genome: ReadonlySignal<Genome>;
  /** What observations are scaled by. */
  feelings(): Promise<Moments>;
  /** Lives of these on the same ground, recorded. */
  lives(genomes: readonly Genome[]): Promise<Episode[]>;
  distances(genomes: readonly Genome[]): Promise<number[]>;
  /** What each knob of the newborn does, once that was tried. */
  readonly scan: Signal<Scan | undefined>;
  /** Lives a second, as measured by the last many. */
  readonly pace: ReadonlySignal<number>;
  search(): Promise<Search>;
  /** The first generation, lived when it was not yet. */
  firstTurn(): Promise<Turn>;
  /** Generations of the tour's run so far. */
  readonly learnt: ReadonlySignal<number>;
  readonly isLearning: ReadonlySignal<boolean>;
  /** Goes on, with the newest champions on the stage, to so many generations or until told to stop. */
  learn(until: number): Promise<void>;
  stop(): void;
}

export function createCourse(stageController: StageController, live: Live): Course {
  const experiment = lesson();
  const number = signal(1);
  const genome = signal(untrained(experiment, 1));
  const scan = signal<Scan | undefined>(undefined);
  const pace = signal(0);
  const learnt = signal(0);
  const isLearning = signal(false);
  let felt: Promise<Moments> | undefined;
  let begun: Promise<Search> | undefined;

  function feelings(): Promise<Moments> {
    felt ??= firstFeelings(experiment, live);
    // Whoever asks next tries again.
    felt.catch(() => {
      felt = undefined;
    });
    return felt;
  }

  async function lived(genomes: readonly Genome[], record: boolean): Promise<Episode[]> {
    const batch = livesOf(experiment, genomes, await feelings(), record);
    const then = performance.now();
    const lives = await live(batch);
    if (genomes.length >= 10) pace.value = (1000 * genomes.length) / Math.max(1, performance.now() - then);
    return lives;
  }

  function search(): Promise<Search> {
    if (begun) return begun;
    const mine = feelings().then((statistics) =>
      createSearch(experiment, genome.value, statistics, live, (count) => {
        if (begun === mine) learnt.value = count;
      }),
    );
    begun = mine;
    mine.catch(() => {
      if (begun === mine) begun = undefined;
    });
    return mine;
  }

  return {
    experiment,
    stageController,
    live,
    number,
    another() {
      isLearning.value = false;
      begun = undefined;
      scan.value = undefined;
      learnt.value = 0;
      number.value++;
      genome.value = untrained(experiment, number.value);
    },
    genome,
    feelings,
    lives: (genomes) => lived(genomes, true),
    distances: async (genomes) => (await lived(genomes, false)).map(distanceOf),
    scan,
    pace,
    search,
    async firstTurn() {
      const own = await search();
      return own.turns[0] ?? (await own.next());
    },
    learnt,
    isLearning,
    async learn(until) {
      const own = await search();
      if (isLearning.value || own.turns.length >= until) return;
      isLearning.value = true;
      try {
        for (let isFirst = true; isLearning.value && own.turns.length < until; isFirst = false) {
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
