import type { Genome } from '../creature/genome.ts';
import type { Optimizer } from '../evo/optimizer.ts';
import { optimizers } from '../evo/optimizers.ts';
import { createHash, type HashState } from '../math/hash.ts';
import { seedOf } from '../math/rng.ts';
import { deviation, emptyMoments, type Moments, mean, merge } from '../math/stats.ts';
import { lookup } from '../schema/catalogue.ts';
import type { Evaluation } from '../sim/evaluation.ts';
import type { Episode, EpisodeRequest } from '../sim/rollout.ts';
import { amended, effectiveAt } from './amend.ts';
import { behaviourOf } from './behaviour.ts';
import { type Champion, championOf } from './champion.ts';
import type { Evaluator } from './evaluator.ts';
import type { Experiment, SettingValue } from './experiment-schema.ts';
import { type Failure, failuresAmong } from './failure.ts';
import { setupOf } from './setup.ts';
import { startOf } from './start.ts';

/** A run's whole state between two generations: plain data, all that it takes to go on to the same bits. */
export interface RunState {
  /** With every amendment made so far. */
  experiment: Experiment;
  /** The generation to come, from 0. */
  generation: number;
  optimizer: unknown;
  /** Of all observations made in training so far; null while there are none or when they are not normalised. */
  statistics: Moments | null;
  /** Lives and control steps spent so far, the champions' tests included. */
  evaluations: number;
  steps: number;
  /** Covers every fitness of every generation in order. */
  history: HashState;
  /** Best mean test fitness of any champion so far. */
  record: number;
}

/** What one turn of the run came to. */
export interface Generation {
  generation: number;
  /** Of each genome in the order asked, mean over its trials; NaN for a failed one. */
  fitness: Float64Array;
  /** Over those that did not fail. */
  best: number;
  mean: number;
  deviation: number;
  /** Spent since the run began. */
  evaluations: number;
  steps: number;
  /** How widely the optimizer searches around its centre. */
  stepSize: number;
  champion: Champion | undefined;
  /** Whether this champion's tests went better than any before. */
  isRecord: boolean;
  /** The first life of each genome, in the order asked: all on the same ground. */
  tried: EpisodeRequest[];
  /** What every life of each genome came to, in the order asked: the trials of a genome side by side. */
  lived: Evaluation[];
  /** Lives whose simulation broke, and those that nobody came back from: to look at. */
  failures: Failure[];
  /** Why the optimizer would stop here; empty to go on. */
  stop: Record<string, number>;
  historyHash: string;
  /** From here the run goes on. */
  state: RunState;
}

export interface RunOptions {
  /** Record each champion's first test, so that it can be drawn. Changes no result. */
  record?: boolean;
  /** Asked before each generation for settings to change from it on, by path. What it gives goes on record. */
  amend?: (generation: number) => Record<string, SettingValue> | undefined;
}

/** The search of an experiment and its settings. */
export const optimizerOf = ({ optimizer: { name, ...settings } }: Experiment) => ({
  optimizer: lookup<Optimizer>(optimizers, name, 'optimizer'),
  settings,
});

/** The state before generation 0. */
export function initialState(experiment: Experiment): RunState {
  const { optimizer, settings } = optimizerOf(effectiveAt(experiment, 0));
  const { brain } = setupOf(experiment);
  const { genome, statistics } = startOf(experiment) ?? { genome: brain.start, statistics: null };
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

/** Mean over each genome's trials, which lie side by side; NaN when one of them failed. */
function fitnessOf(lives: readonly Episode[], genomeCount: number): Float64Array {
  const trials = lives.length / genomeCount;
  return Float64Array.from({ length: genomeCount }, (_, i) =>
    mean(lives.slice(i * trials, (i + 1) * trials).map(({ evaluation }) => evaluation.fitness)),
  );
}

const spent = (lives: readonly Episode[]) => lives.reduce((sum, { evaluation }) => sum + evaluation.steps, 0);

/** One generation: ask, evaluate, tell. */
async function turn(before: RunState, evaluator: Evaluator, record: boolean): Promise<Generation> {
  const { generation } = before;
  // Once begun, nobody asks what from: what each worker is sent stays small.
  const { start: _start, ...document } = before.experiment;
  const experiment = effectiveAt(document, generation);
  const { seed, run } = experiment;
  const { optimizer, settings } = optimizerOf(experiment);
  const statistics = run.normalise ? before.statistics : null;
  const asked = optimizer.ask(optimizer.amend(before.optimizer, settings));

  // Common random numbers: every genome of a generation lives on the same ground, the champion on ground of its own.
  const life = (genome: Genome, purpose: string, trial: number): EpisodeRequest => ({
    genome,
    seed: seedOf(seed, purpose, generation, trial),
    statistics,
    ...(purpose === 'life' ? { generation } : {}),
    record: record && purpose === 'champion' && trial === 0,
    trace: purpose === 'champion',
  });
  const tries = (genome: Genome, purpose: string, count: number) =>
    Array.from({ length: count }, (_, trial) => life(genome, purpose, trial));
  const training = asked.genomes.flatMap((genome) => tries(genome, 'life', run.trials));
  let tests = run.champion === 'mean' ? tries(optimizer.mean(before.optimizer), 'champion', run.championTrials) : [];
  const lives = await evaluator.evaluate({ experiment, requests: [...training, ...tests] });
  let testLives = lives.splice(training.length);

  const fitness = fitnessOf(lives, asked.genomes.length);
  const sound = fitness.filter((value) => !Number.isNaN(value));
  if (run.champion === 'best' && sound.length > 0) {
    const best = asked.genomes[fitness.indexOf(Math.max(...sound))] as Genome;
    tests = tries(best, 'champion', run.championTrials);
    testLives = await evaluator.evaluate({ experiment, requests: tests });
  }
  const champion = championOf(generation, tests, testLives);

  const history = createHash(before.history);
  history.addAll(fitness);
  history.add(champion?.fitness ?? Number.NaN);
  const after = optimizer.tell(asked.state, asked.genomes, fitness, behaviourOf(lives, fitness.length));
  const isRecord = champion !== undefined && champion.fitness > before.record;
  const evaluations = before.evaluations + lives.length + testLives.length;
  const steps = before.steps + spent(lives) + spent(testLives);
  const seen = before.statistics ?? emptyMoments(lives[0]?.observed.mean.length ?? 0);
  return {
    generation,
    fitness,
    best: sound.length > 0 ? Math.max(...sound) : Number.NaN,
    mean: mean(sound),
    deviation: deviation(sound),
    evaluations,
    steps,
    stepSize: optimizer.stats(after).stepSize,
    champion,
    isRecord,
    tried: training.filter((_, i) => i % run.trials === 0),
    lived: lives.map(({ evaluation }) => evaluation),
    failures: failuresAmong(training, lives),
    stop: optimizer.stop(after),
    historyHash: history.digest(),
    state: {
      experiment: before.experiment,
      generation: generation + 1,
      optimizer: after,
      // In the order of indices, so that the sums are the same whoever lived the lives.
      statistics: run.normalise ? lives.reduce((sum, { observed }) => merge(sum, observed), seen) : null,
      evaluations,
      steps,
      history: history.save(),
      record: isRecord ? champion.fitness : before.record,
    },
  };
}

/**
 * A run: pull a generation to go on, stop pulling to pause, return to stop. It has no end of its own.
 * From an experiment it starts anew, from a state it goes on to the very bits an unbroken run would have come to.
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
      state = { ...state, experiment: amended(state.experiment, { generation: state.generation, changes }) };
    }
    const generation = await turn(state, evaluator, record);
    state = generation.state;
    yield generation;
  }
}
