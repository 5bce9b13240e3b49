import { type Command, InvalidArgumentError, Option } from 'commander';
import { withSetting } from '../run/amend.ts';
import type { Experiment, SettingValue } from '../run/experiment-schema.ts';
import { pairFault } from '../run/pairing.ts';
import { sizeFault } from '../run/size-fault.ts';
import { startFault } from '../run/start.ts';
import { readBody, readExperiment } from './files.ts';
import { asUserError, UserError } from './user-error.ts';

export interface ExperimentFlags {
  body?: string;
  task?: string;
  brain?: string;
  optimizer?: string;
  seed?: number;
  set: [path: string, value: SettingValue][];
}

/** Parses a number flag within a range. Throws commander's error for bad arguments. */
export const inRange =
  (min: number, max: number, whole = true) =>
  (text: string): number => {
    const value = Number(text);
    if (text.trim() === '' || !(value >= min && value <= max) || (whole && !Number.isInteger(value))) {
      throw new InvalidArgumentError(`Must be a ${whole ? 'whole ' : ''}number from ${min} to ${max}.`);
    }
    return value;
  };

/** Parses `task.difficulty=0.5`: the value is parsed as JSON if possible, else used as text. */
function assignment(text: string, before: ExperimentFlags['set']): ExperimentFlags['set'] {
  const at = text.indexOf('=');
  if (at < 1) throw new InvalidArgumentError('Must be key=value, as in task.difficulty=0.5.');
  const [path, value] = [text.slice(0, at), text.slice(at + 1)];
  try {
    return [...before, [path, JSON.parse(value) as SettingValue]];
  } catch {
    return [...before, [path, value]];
  }
}

/** The experiment used when none is given. */
export const DEFAULT_SOURCE = 'biped-walks';

/** Adds the flags that define the experiment. */
export function withExperimentFlags(command: Command): Command {
  return command
    .argument('[experiment]', 'a preset, an experiment.json, or - for standard input', DEFAULT_SOURCE)
    .option('--body <name|file>', 'a body of the catalogue, or a body plan as JSON')
    .option('--task <name>', 'task to learn')
    .option('--brain <name>', 'kind of neural network that drives the joints')
    .option('--optimizer <name>', 'optimizer that changes the weights')
    .addOption(
      new Option('--set <key=value>', 'set a setting by its path, as in task.difficulty=0.5; repeatable')
        .argParser(assignment)
        .default([], 'none'),
    )
    .option('--seed <number>', 'random seed; the same seed gives the same run to the last bit', inRange(0, 4294967295));
}

/**
 * Keeps the trained brain that the experiment's file starts with. Throws a UserError, worded as for a file, when
 * it does not fit the flags: without it, a different run from the requested one would start.
 */
function keepStart(experiment: Experiment, { start }: Experiment, source: string): Experiment {
  if (start === undefined || experiment.start !== undefined) return experiment;
  const withStart = { ...experiment, start };
  const fault = startFault(withStart);
  if (fault !== '') throw new UserError(`${source}: ${fault}`);
  return withStart;
}

/** The experiment defined by a preset or file and by flags. Throws a UserError that says what is wrong with them. */
export function experimentFrom(source: string, flags: ExperimentFlags): Experiment {
  const before = readExperiment(source);
  let experiment = before;
  const set = (path: string, value: unknown) => {
    experiment = asUserError(() => withSetting(experiment, path, value as SettingValue));
  };
  if (flags.body !== undefined) set('body', readBody(flags.body));
  if (flags.task !== undefined) set('task.name', flags.task);
  if (flags.brain !== undefined) set('brain.name', flags.brain);
  if (flags.optimizer !== undefined) set('optimizer.name', flags.optimizer);
  if (flags.seed !== undefined) set('seed', flags.seed);
  for (const [path, value] of flags.set) set(path, value);
  if (!flags.set.some(([path]) => path === 'start')) experiment = keepStart(experiment, before, source);
  // A brain or optimizer flag also selects a matching partner; two flags that do not match are an error.
  const brain = flags.brain ?? experiment.brain.name;
  const optimizer = flags.optimizer ?? experiment.optimizer.name;
  const fault = pairFault(brain, optimizer);
  if (fault !== '') throw new UserError(fault);
  const size = sizeFault(experiment);
  if (size !== '') throw new UserError(size);
  return experiment;
}
