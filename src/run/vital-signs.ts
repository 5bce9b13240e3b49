import type { Genome } from '../creature/genome.ts';
import { deviation, mean } from '../math/stats.ts';
import type { Evaluation } from '../sim/evaluation.ts';
import type { Recording } from '../sim/recording.ts';
import type { Champion } from './champion.ts';
import type { Experiment } from './experiment-schema.ts';
import type { Generation } from './run.ts';
import { setupOf } from './setup.ts';

/** How a generation is doing, in a few numbers: what charts draw and findings are made of. NaN where there is none. */
export interface VitalSigns {
  generation: number;
  /** Fitness of the genomes: the best, on average, and how far apart. */
  best: number;
  mean: number;
  deviation: number;
  /** Of the champion's tests on average: fitness, and metres. */
  fitness: number;
  distance: number;
  /** How widely the optimizer searches from here on. */
  stepSize: number;
  /** How far apart the genomes are: deviation of a weight among them, root mean square over all weights. */
  diversity: number;
  /** Share of the generation's lives that ended by a fall, and by a simulation that broke. */
  falls: number;
  failures: number;
  /** How long its lives were on average, seconds. */
  lifetime: number;
  /** Share of the champion's outputs that are as large as they can be. */
  saturation: number;
  /** How much of a genome's fitness is luck: its standard error, in fitness. */
  noise: number;
  /** What the champion paid for effort in its first test, in fitness. */
  effort: number;
}

/** An output so large is at its end: tanh goes no further but by rounding up. */
const SATURATED = 0.98;

/** Reads the signs of a generation that lived under `experiment`, its amendments made. */
export function vitalSigns(
  { generation, best, mean: average, deviation: spread, stepSize, champion, tried, lived }: Generation,
  experiment: Experiment,
): VitalSigns {
  const shareOf = (ending: Evaluation['ending']) => mean(lived.map((life) => (life.ending === ending ? 1 : 0)));
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
  };
}

/** NaN of genomes that grow: there is no weight to compare. */
function diversityOf(genomes: readonly Genome[]): number {
  const size = genomes[0]?.length ?? 0;
  if (genomes.some(({ length }) => length !== size)) return Number.NaN;
  let squares = 0;
  for (let i = 0; i < size; i++) {
    const apart = deviation(genomes.map((genome) => genome[i] as number));
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
 * By how far lives of the same genome lie apart: where each lives but once, those of the champion on its tests' grounds
 * stand for all.
 */
function noiseOf(lived: readonly Evaluation[], trials: number, champion: Champion | undefined): number {
  const apart = (lives: readonly Evaluation[]) => deviation(lives.map(({ fitness }) => fitness));
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
