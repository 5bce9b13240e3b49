import type { Genome } from '../../../creature/genome.ts';
import type { Optimizer } from '../../../evo/optimizer.ts';
import { optimizers } from '../../../evo/optimizers.ts';
import { seedOf } from '../../../math/rng.ts';
import type { Moments } from '../../../math/stats.ts';
import type { Batch } from '../../../run/batch.ts';
import type { Champion } from '../../../run/champion.ts';
import type { Experiment } from '../../../run/experiment-schema.ts';
import { initialState, type RunState, run } from '../../../run/run.ts';
import { lookup } from '../../../schema/catalogue.ts';
import type { Episode } from '../../../sim/rollout.ts';
import type { Live } from './creature.ts';

/** One generation of the tour's own run, as far as the tour speaks of it. */
export interface Turn {
  generation: number;
  champion: Champion | undefined;
  /** How far it came, metres; 0 for none. */
  distance: number;
  /** Where the search stands after it. */
  centre: Genome;
}

/** A run of the tour's own, lived beside the visitor's. */
export interface Search {
  readonly turns: readonly Turn[];
  /** All tries of the first generation, recorded. */
  readonly crowd: readonly Episode[];
  readonly champions: readonly Champion[];
  /** Whoever came furthest in its test. */
  best(): Champion | undefined;
  /** One generation more. */
  next(): Promise<Turn>;
}

/** The state before generation 0 of a run whose search begins around a newborn. */
export function begunAround(experiment: Experiment, start: Genome, statistics: Moments): RunState {
  const { name, ...settings } = experiment.optimizer;
  const search = lookup<Optimizer>(optimizers, name, 'optimizer');
  const optimizer = search.init(start.length, settings, seedOf(experiment.seed, 'optimizer'), start);
  return { ...initialState(experiment), statistics, optimizer };
}

/** What the page's run does, `run()` itself, from a newborn on. */
export function createSearch(
  experiment: Experiment,
  start: Genome,
  statistics: Moments,
  live: Live,
  onTurn: (count: number) => void = () => {},
): Search {
  const turns: Turn[] = [];
  const champions: Champion[] = [];
  let crowd: Episode[] = [];
  const optimizer = lookup<Optimizer>(optimizers, experiment.optimizer.name, 'optimizer');

  async function evaluate({ experiment, requests }: Batch): Promise<Episode[]> {
    const isFirst = turns.length === 0;
    const lives = await live({
      experiment,
      requests: requests.map((each) => ({ ...each, record: each.record || isFirst })),
    });
    if (isFirst) crowd = lives.slice(0, Number(experiment.optimizer.populationSize));
    return lives;
  }

  const generations = run(
    begunAround(experiment, start, statistics),
    { evaluate, close: async () => {} },
    { record: true },
  );
  return {
    turns,
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
      const { generation, champion, state } = (await generations.next()).value;
      const turn = { generation, champion, distance: champion?.distance ?? 0, centre: optimizer.mean(state.optimizer) };
      turns.push(turn);
      if (champion) champions.push(champion);
      onTurn(turns.length);
      return turn;
    },
  };
}
