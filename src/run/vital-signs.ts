import type { Genome } from '../creature/genome.ts';
import { deviation, mean } from '../math/stats.ts';
import type { Evaluation } from '../sim/evaluation.ts';
import { gaitNames } from '../sim/gait/names.ts';
import type { Recording } from '../sim/recording.ts';
import type { Champion } from './champion.ts';
import type { Experiment } from './experiment-schema.ts';
import { summariseGait } from './gait-summary.ts';
import type { Generation } from './run.ts';
import { setupOf } from './setup.ts';

/** A generation in a few numbers, for charts and findings; NaN where a number is unknown. */
export interface VitalSigns {
  generation: number;
  /** Fitness of the genomes: highest, mean, standard deviation. */
  best: number;
  mean: number;
  deviation: number;
  /** Mean over the champion's tests: fitness, and distance in metres. */
  fitness: number;
  distance: number;
  /** The optimizer's step size. */
  stepSize: number;
  /** Spread of the genomes: root mean square over all weights of each weight's standard deviation. */
  diversity: number;
  /** Share of the episodes that terminated (fell), and that failed. */
  falls: number;
  failures: number;
  /** Mean duration of the episodes, seconds. */
  lifetime: number;
  /** Share of the champion's outputs at their limit. */
  saturation: number;
  /** Standard error of a genome's fitness. */
  noise: number;
  /** Effort cost in the champion's first test, in fitness. */
  effort: number;
  /** Most frequent gait of the champion's tests, as an index of `gaitNames`; the next ones are means over its tests. */
  gait: number;
  passing: number;
  alternation: number;
  /** Mean duty factor of all feet. */
  duty: number;
  flight: number;
  froude: number;
  costOfTransport: number;
}

/** What of the vital signs is about gait. */
export type GaitSigns = Pick<
  VitalSigns,
  'gait' | 'passing' | 'alternation' | 'duty' | 'flight' | 'froude' | 'costOfTransport'
>;

/** Magnitude from which an output counts as saturated. */
const SATURATED = 0.98;

/** The vital signs of a generation; `experiment` has its amendments applied. */
export function vitalSigns(
  {
    generation,
    best,
    mean: average,
    deviation: spread,
    stepSize,
    champion,
    requests: tried,
    trainingEvaluations: lived,
  }: Generation,
  experiment: Experiment,
): VitalSigns {
  const shareOf = (ending: Evaluation['ending']) => mean(lived.map((episode) => (episode.ending === ending ? 1 : 0)));
  return {
    generation,
    best,
    mean: average,
    deviation: spread,
    fitness: champion?.fitness ?? Number.NaN,
    distance: champion?.distance ?? Number.NaN,
    stepSize,
    diversity: diversityOf(tried.map(({ genome }) => genome)),
    falls: shareOf('terminated'),
    failures: shareOf('failed'),
    lifetime: mean(lived.map(({ metrics }) => metrics.duration)),
    saturation: saturationOf(champion?.recording),
    noise: noiseOf(lived, lived.length / tried.length, champion),
    effort: effortOf(champion?.recording, experiment),
    ...gaitOf(champion),
  };
}

/** NaN without a champion, and the duty factor of a body without feet. */
function gaitOf(champion: Champion | undefined): GaitSigns {
  const unknown = Number.NaN;
  if (champion === undefined)
    return {
      ...{ gait: unknown, passing: unknown, alternation: unknown, duty: unknown, flight: unknown },
      ...{ froude: unknown, costOfTransport: unknown },
    };
  const summary = summariseGait(champion.tests.map(({ evaluation }) => evaluation.metrics.gait));
  const { name, passing, alternation, dutyFactors, flight, froude, costOfTransport } = summary;
  const duty = mean(dutyFactors);
  return { gait: gaitNames.indexOf(name), passing, alternation, duty, flight, froude, costOfTransport };
}

/** NaN for genomes of different lengths: their weights cannot be compared. */
function diversityOf(genomes: readonly Genome[]): number {
  const size = genomes[0]?.length ?? 0;
  if (genomes.some(({ length }) => length !== size)) return Number.NaN;
  let squares = 0;
  for (let i = 0; i < size; i++) {
    const apart = deviation(genomes.map((genome) => genome[i]!));
    squares += apart * apart;
  }
  return Math.sqrt(squares / size);
}

function saturationOf(recording: Recording | undefined): number {
  if (recording === undefined || recording.actions.length === 0) return Number.NaN;
  let count = 0;
  for (const action of recording.actions) if (Math.abs(action) > SATURATED) count++;
  return count / recording.actions.length;
}

/**
 * Standard error of the fitness of one genome, from repeated trials; with a single trial, from the champion's tests.
 */
function noiseOf(lived: readonly Evaluation[], trials: number, champion: Champion | undefined): number {
  const apart = (episodes: readonly Evaluation[]) => deviation(episodes.map(({ fitness }) => fitness));
  if (trials < 2) {
    const tests = champion?.tests ?? [];
    return tests.length < 2 ? Number.NaN : apart(tests.map(({ evaluation }) => evaluation));
  }
  let squares = 0;
  let count = 0;
  for (let i = 0; i < lived.length; i += trials) {
    const own = apart(lived.slice(i, i + trials));
    if (Number.isNaN(own)) continue;
    squares += own * own;
    count++;
  }
  return Math.sqrt(squares / count / trials);
}

function effortOf(recording: Recording | undefined, experiment: Experiment): number {
  if (recording === undefined) return Number.NaN;
  const { energyCost, controlEvery } = setupOf(experiment).settings;
  const uses = recording.actions.reduce((sum, action) => sum + Math.min(Math.abs(action), 1), 0);
  return (energyCost * uses) / controlEvery;
}
