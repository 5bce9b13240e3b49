import { InvalidArgumentError } from 'commander';
import type { Experiment } from '../run/experiment-schema.ts';
import { checkMemory, MEMORY_LIMITS } from '../run/memory.ts';
import { presets } from '../run/presets.ts';
import { cellsOf, parseSweep, type Sweep, type SweepPlan } from '../run/sweep/sweep.ts';
import { sweepables, valueIn } from '../run/sweep/sweepable.ts';
import { didYouMeanPath } from '../schema/nearest.ts';
import { type ExperimentFlags, experimentFrom } from './experiment-flags.ts';
import type { EvaluatorFlags } from './run-evaluator.ts';
import { asUserError, UserError } from './user-error.ts';

/** A setting to vary, and its values as texts. */
type Variation = [path: string, words: string[]];

export interface SweepFlags extends ExperimentFlags, EvaluatorFlags {
  vary?: Variation[];
  seeds?: string;
  steps?: number;
  generations?: number;
  goal?: number;
  /** The folder of a new sweep, or of one to resume. */
  out?: string;
  resume?: string;
  json?: boolean;
  csv?: boolean;
}

const MAX_VALUES = 8;
const MAX_SEEDS = 8;
const DEFAULT_STEPS = 60_000;

/** Parses `optimizer.sigma=0.05,0.1` into a setting and the texts of its values. */
export function parseVary(text: string, before: Variation[] = []): Variation[] {
  const at = text.indexOf('=');
  if (at < 1) throw new InvalidArgumentError('Must be key=value,value, as in optimizer.sigma=0.05,0.1.');
  return [...before, [text.slice(0, at), text.slice(at + 1).split(',')]];
}

function axisOf(experiment: Experiment, [path, words]: Variation): SweepPlan['axes'][number] {
  const options = sweepables(experiment);
  const setting = options.find((each) => each.path === path)?.setting;
  if (setting === undefined) {
    const paths = options.map((each) => each.path);
    throw new UserError(`--vary ${path}: there is no such setting${didYouMeanPath(path, paths)}`);
  }
  if (words.length < 2 || words.length > MAX_VALUES)
    throw new UserError(`--vary ${path}: give 2 to ${MAX_VALUES} values, as in ${path}=A,B, not ${words.length}`);
  const values = words.map((word) => {
    const value = valueIn(word, setting);
    if (value === undefined) throw new UserError(`--vary ${path}: "${word}" is not a value of this setting`);
    return value;
  });
  return { path, values };
}

/** Parses a list of seeds. Throws a UserError that names the first invalid one. */
function seedsIn(list: string): number[] {
  const words = list.split(',');
  const odd = words.find((word) => !/^\s*\d{1,10}\s*$/.test(word) || Number(word) > 4294967295);
  if (odd !== undefined) throw new UserError(`--seeds ${list}: "${odd}" is not a whole number from 0 to 4294967295`);
  if (words.length > MAX_SEEDS) throw new UserError(`--seeds: give at most ${MAX_SEEDS} seeds, not ${words.length}`);
  return words.map(Number);
}

/** The sweep defined by a preset or file and by flags. Throws a UserError that says what is wrong with them. */
export function sweepFrom(source: string, flags: SweepFlags): Sweep {
  const base = experimentFrom(source, flags);
  const preset = Object.hasOwn(presets, source) ? presets[source]?.sweep : undefined;
  const axes = flags.vary?.map((each) => axisOf(base, each)) ?? preset?.axes;
  if (axes === undefined) throw new UserError('a sweep needs --vary, as in --vary optimizer.sigma=0.05,0.1,0.2');
  if (axes.length > 2) throw new UserError(`--vary can be given once or twice, not ${axes.length} times`);
  const hasEnd = flags.steps !== undefined || flags.generations !== undefined;
  const { steps, generations } = hasEnd ? flags : (preset ?? { steps: DEFAULT_STEPS });
  const seeds =
    (flags.seeds === undefined ? undefined : seedsIn(flags.seeds)) ??
    preset?.seeds ??
    [0, 1, 2].map((each) => base.seed + each);
  const end = { ...(steps === undefined ? {} : { steps }), ...(generations === undefined ? {} : { generations }) };
  const sweep = asUserError(() => parseSweep(base, { axes, seeds, ...end }));
  for (const { experiment } of cellsOf(sweep)) asUserError(() => checkMemory(experiment, MEMORY_LIMITS.node));
  return sweep;
}
