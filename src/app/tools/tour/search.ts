import type { Genome } from '../../../creature/genome.ts';
import type { Optimizer } from '../../../evo/optimizer.ts';
import { optimizers } from '../../../evo/optimizers.ts';
import { seedOf } from '../../../math/rng.ts';
import type { Moments } from '../../../math/stats.ts';
import type { Batch } from '../../../run/batch.ts';
import type { Champion } from '../../../run/champion.ts';
import type { Experiment } from '../../../run/experiment-schema.ts';
import { initialState, type RunState, run } from '../../../run/run.ts';
import { type VitalSigns, vitalSigns } from '../../../run/vital-signs.ts';
import { lookup } from '../../../schema/catalogue.ts';
import type { Episode } from '../../../sim/rollout.ts';
import type { Simulate } from './lesson.ts';

/** One generation of the tour's run. */
export interface TourGeneration {
  generation: number;
  champion: Champion | undefined;
  /** Distance of the champion, metres; 0 without one. */
  distance: number;
  /** Mean of the search distribution after it. */
  mean: Genome;
  signs: VitalSigns;
}

/** A run of the tour, beside the page's run. */
export interface TourSearch {
  readonly generations: readonly TourGeneration[];
  /** Recorded episodes of the whole first generation. */
  readonly crowd: readonly Episode[];
  readonly champions: readonly Champion[];
  /** The champion with the greatest distance in its test. */
  best(): Champion | undefined;
  /** Evaluates one more generation. */
  next(): Promise<TourGeneration>;
}

/** The state before generation 0 of a run whose search starts at a genome. */
export function initialStateAround(experiment: Experiment, start: Genome, statistics: Moments): RunState {
  const { name, ...settings } = experiment.optimizer;
  const search = lookup<Optimizer>(optimizers, name, 'optimizer');
  const optimizer = search.init(start.length, settings, seedOf(experiment.seed, 'optimizer'), start);
  return { ...initialState(experiment), statistics, optimizer };
}

/** A run by the same `run()` as the page's, started at a genome. */
export function createSearch(
  experiment: Experiment,
  start: Genome,
  statistics: Moments,
  simulate: Simulate,
  onGeneration: (count: number) => void = () => {},
): TourSearch {
  const done: TourGeneration[] = [];
  const champions: Champion[] = [];
  let crowd: Episode[] = [];
  const optimizer = lookup<Optimizer>(optimizers, experiment.optimizer.name, 'optimizer');

  async function evaluate({ experiment, requests }: Batch): Promise<Episode[]> {
    const isFirst = done.length === 0;
    const episodes = await simulate({
      experiment,
      requests: requests.map((each) => ({ ...each, record: each.record || isFirst })),
    });
    if (isFirst) crowd = episodes.slice(0, Number(experiment.optimizer.populationSize));
    return episodes;
  }

  const generations = run(
    initialStateAround(experiment, start, statistics),
    { evaluate, close: async () => {} },
    { record: true },
  );
  return {
    generations: done,
    champions,
    get crowd() {
      return crowd;
    },
    best() {
      return champions.reduce<Champion | undefined>(
        (best, each) => (best && best.distance >= each.distance ? best : each),
        undefined,
      );
    },
    async next() {
      const whole = (await generations.next()).value;
      const { generation, champion, state } = whole;
      const [mean, signs] = [optimizer.mean(state.optimizer), vitalSigns(whole, experiment)];
      const next = { generation, champion, distance: champion?.distance ?? 0, mean, signs };
      done.push(next);
      if (champion) champions.push(champion);
      onGeneration(done.length);
      return next;
    },
  };
}
