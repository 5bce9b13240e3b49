import type { Genome } from '../creature/genome.ts';
import type { Optimizer } from '../evo/optimizer.ts';
import { optimizers } from '../evo/optimizers.ts';
import { createHash, type HashState } from '../math/hash.ts';
import { seedOf } from '../math/rng.ts';
import { deviation, emptyMoments, type Moments, mean, merge } from '../math/stats.ts';
import { lookup } from '../schema/catalogue.ts';
import type { Evaluation } from '../sim/evaluation.ts';
import type { Episode, EpisodeRequest } from '../sim/rollout.ts';
import { effectiveAt, withAmendment } from './amend.ts';
import { behaviourOf } from './behaviour.ts';
import { type Champion, championOf } from './champion.ts';
import { completeTests } from './champion-tests.ts';
import type { Evaluator } from './evaluator.ts';
import type { Experiment, SettingValue } from './experiment-schema.ts';
import { type Failure, failuresAmong } from './failure.ts';
import { requestsIn } from './generation-requests.ts';
import { within } from './migrants.ts';
import { setupOf } from './setup.ts';
import { startOf } from './start.ts';
import { trialMeans } from './trial-means.ts';

/** The whole state of a run between two generations: plain data from which it resumes to the same bits. */
export interface RunState {
  /** With every amendment made so far. */
  experiment: Experiment;
  /** The next generation, from 0. */
  generation: number;
  optimizer: unknown;
  /** Moments of all observations in training so far; null while there are none or if they are not normalised. */
  statistics: Moments | null;
  /** Episodes and control steps so far, including the champions' tests. */
  evaluations: number;
  steps: number;
  /** Hash of every fitness of every generation, in order. */
  history: HashState;
  /** Best mean test fitness of any champion so far. */
  record: number;
}

/** The result of one generation. */
export interface Generation {
  generation: number;
  /** Mean over the trials of each genome, in the order of `ask`; NaN if one failed. */
  fitness: Float64Array;
  /** Over the genomes that did not fail. */
  best: number;
  mean: number;
  deviation: number;
  /** Since the run began. */
  evaluations: number;
  steps: number;
  /** The optimizer's step size after this generation. */
  stepSize: number;
  champion: Champion | undefined;
  /** Whether the champion's mean test fitness is the highest so far. */
  isRecord: boolean;
  /** The first request of each genome, in the order of `ask`; all on the same ground. */
  requests: EpisodeRequest[];
  /** Evaluation of every training episode, in the order of `ask`; the trials of a genome are adjacent. */
  trainingEvaluations: Evaluation[];
  /** Failed episodes. */
  failures: Failure[];
  /** Reasons why the optimizer would stop here; empty for none. */
  stop: Record<string, number>;
  historyHash: string;
  /** The state from which the run continues. */
  state: RunState;
}

export interface RunOptions {
  /** Record each champion's first test, so that it can be drawn. Changes no result. */
  record?: boolean;
  /** Called before each generation; returns settings, by path, to change from that generation on. They are recorded as an amendment. */
  amend?: (generation: number) => Record<string, SettingValue> | undefined;
}

/** The optimizer of an experiment, and its settings. */
export const optimizerOf = ({ optimizer: { name, ...settings } }: Experiment) => ({
  optimizer: lookup<Optimizer>(optimizers, name, 'optimizer'),
  settings,
});

/** The state before generation 0. */
export function initialState(experiment: Experiment): RunState {
  const { optimizer, settings } = optimizerOf(effectiveAt(experiment, 0));
  const { brain } = setupOf(experiment);
  const { genome, statistics } = startOf(experiment) ?? { genome: brain.initialGenome, statistics: null };
  return {
    experiment,
    generation: 0,
    optimizer: optimizer.init(brain.parameterCount, settings, seedOf(experiment.seed, 'optimizer'), genome),
    statistics,
    evaluations: 0,
    steps: 0,
    history: createHash().save(),
    record: Number.NEGATIVE_INFINITY,
  };
}

const stepsOf = (episodes: readonly Episode[]) => episodes.reduce((sum, { evaluation }) => sum + evaluation.steps, 0);

/**
 * One generation: ask, evaluate, tell.
 * @param migrants genomes from other populations, which are evaluated and told with those of this one
 */
export async function runGeneration(
  before: RunState,
  evaluator: Evaluator,
  record = false,
  migrants: readonly Genome[] = [],
): Promise<Generation> {
  const { generation } = before;
  // `start` matters only for the initial state; without it, messages to workers stay small.
  const { start: _start, ...document } = before.experiment;
  const experiment = effectiveAt(document, generation);
  const { run } = experiment;
  const { optimizer, settings } = optimizerOf(experiment);
  const statistics = run.normalise ? before.statistics : null;
  const sampled = optimizer.ask(optimizer.amend(before.optimizer, settings));

  const requestsFor = requestsIn(experiment, generation, statistics, record);
  const centre = optimizer.mean(before.optimizer);
  const genomes = [...sampled.genomes, ...within(optimizer, sampled.genomes, centre, migrants)];
  const training = genomes.flatMap((genome) => requestsFor(genome, 'life', run.trials));
  const atOnce = run.champion === 'mean' ? requestsFor(centre, 'champion', run.championTrials) : [];
  const episodes = await evaluator.evaluate({ experiment, requests: [...training, ...atOnce], sample: sampled.sample });
  const tested = episodes.splice(training.length);

  const fitness = trialMeans(episodes, genomes.length);
  const valid = fitness.filter((value) => !Number.isNaN(value));
  const best = valid.length > 0 ? genomes[fitness.indexOf(Math.max(...valid))] : undefined;
  const tests = await completeTests(
    { requests: atOnce, episodes: tested },
    { experiment, generation, record: before.record, best },
    requestsFor,
    evaluator,
  );
  const champion = championOf(generation, tests.requests, tests.episodes);

  const history = createHash(before.history);
  history.addAll(fitness);
  history.add(champion?.fitness ?? Number.NaN);
  const after = optimizer.tell(sampled.state, genomes, fitness, behaviourOf(episodes, fitness.length));
  const isRecord = champion !== undefined && champion.fitness > before.record;
  const evaluations = before.evaluations + episodes.length + tests.episodes.length;
  const steps = before.steps + stepsOf(episodes) + stepsOf(tests.episodes);
  const seen = before.statistics ?? emptyMoments(episodes[0]?.observed.mean.length ?? 0);
  return {
    generation,
    fitness,
    best: valid.length > 0 ? Math.max(...valid) : Number.NaN,
    mean: mean(valid),
    deviation: deviation(valid),
    evaluations,
    steps,
    stepSize: optimizer.stats(after).stepSize,
    champion,
    isRecord,
    requests: training.filter((_, i) => i % run.trials === 0),
    trainingEvaluations: episodes.map(({ evaluation }) => evaluation),
    failures: failuresAmong(training, episodes),
    stop: optimizer.stop(after),
    historyHash: history.digest(),
    state: {
      experiment: before.experiment,
      generation: generation + 1,
      optimizer: after,
      // In index order, so that the sums do not depend on which worker ran which episode.
      statistics: run.normalise ? episodes.reduce((sum, { observed }) => merge(sum, observed), seen) : null,
      evaluations,
      steps,
      history: history.save(),
      record: isRecord ? champion.fitness : before.record,
    },
  };
}

/**
 * A run: pull a generation to continue, stop pulling to pause, return to stop. It never ends by itself.
 * From an experiment it starts; from a state it resumes to the same bits as an uninterrupted run.
 */
export async function* run(
  from: Experiment | RunState,
  evaluator: Evaluator,
  { record = false, amend }: RunOptions = {},
): AsyncGenerator<Generation, never, void> {
  let state = 'history' in from ? from : initialState(from);
  for (;;) {
    const changes = amend?.(state.generation);
    if (changes !== undefined && Object.keys(changes).length > 0) {
      state = { ...state, experiment: withAmendment(state.experiment, { generation: state.generation, changes }) };
    }
    const generation = await runGeneration(state, evaluator, record);
    state = generation.state;
    yield generation;
  }
}
