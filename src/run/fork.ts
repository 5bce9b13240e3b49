import type { BrainKind } from '../creature/brain.ts';
import { brains } from '../creature/brains.ts';
import { genomeFault } from '../creature/genome.ts';
import { actuatorCount } from '../creature/muscle.ts';
import { lookup } from '../schema/catalogue.ts';
import { plural } from '../schema/plural.ts';
import { sensorsIn } from '../sim/task.ts';
import { effectiveAt, restartedWith, withSetting } from './amend.ts';
import type { ChampionEntry } from './champion-history.ts';
import { bodyOf } from './experiment.ts';
import type { Experiment, SettingValue } from './experiment-schema.ts';
import { setupOf } from './setup.ts';
import { startToDocument } from './start.ts';

/** Settings by path that a fork changes, applied in this order. */
export type ForkChanges = Readonly<Record<string, SettingValue>>;

/** What of a champion a fork needs. */
type TrainedChampion = Pick<ChampionEntry, 'generation' | 'genome' | 'statistics'>;

/** Task settings that decide the observations. */
const SENSOR_SETTINGS = ['sight', 'clock'] as const;

/**
 * A fork without its initial brain: the experiment in effect in that generation, changed, without later amendments.
 * A brain keeps its sensors in another task, unless they are among the changes.
 */
function branch(experiment: Experiment, generation: number, changes: ForkChanges, keepsSensors: boolean): Experiment {
  const { start: _start, ...standing } = effectiveAt(experiment, generation);
  const plain: Experiment = { ...standing, title: '' };
  const fork = restartedWith(plain, changes);
  if (!keepsSensors || fork.task.name === plain.task.name) return fork;
  const sensorKeys = SENSOR_SETTINGS.filter(
    (key) => key in plain.task && key in fork.task && !(`task.${key}` in changes),
  );
  return sensorKeys.reduce((of, key) => withSetting(of, `task.${key}`, plain.task[key] as SettingValue), fork);
}

/** The sizes of the observation and of the action. */
function sizesOf(experiment: Experiment) {
  const { plan, task, settings } = setupOf(experiment);
  return { inputs: sensorsIn(task, plan, settings).length, outputs: actuatorCount(plan) };
}

const difference = (by: number, what: string) => `${plural(Math.abs(by), what)} ${by > 0 ? 'more' : 'fewer'}`;

/** One sentence that says why brains of one experiment do not fit another; empty if they do. */
function mismatch(from: Experiment, to: Experiment, { genome }: Pick<ChampionEntry, 'genome'>): string {
  const title = ({ brain }: Experiment) => lookup<BrainKind>(brains, brain.name, 'brain').title.toLowerCase();
  if (from.brain.name !== to.brain.name) return `A ${title(to)} cannot be made of a ${title(from)}.`;
  const [before, after] = [sizesOf(from), sizesOf(to)];
  const differences = (['inputs', 'outputs'] as const).flatMap((side) => {
    const by = after[side] - before[side];
    return by === 0 ? [] : [difference(by, side.slice(0, -1))];
  });
  if (differences.length > 0)
    return `The brain of a ${bodyOf(to).title.toLowerCase()} here has ${differences.join(' and ')}.`;
  if (from.run.normalise !== to.run.normalise) {
    return `It learnt on ${from.run.normalise ? 'normalised observations' : 'observations as they are'}, and knows no others.`;
  }
  return genomeFault(setupOf(to).brain, genome) === '' ? '' : 'A brain of this shape has other weights than it has.';
}

/**
 * One sentence that says why a fork with these changes cannot keep a champion's brain; empty if it can.
 * Throws as withSetting does if a change is invalid.
 */
export function forkFault(experiment: Experiment, entry: TrainedChampion, changes: ForkChanges = {}): string {
  const from = effectiveAt(experiment, entry.generation);
  return mismatch(from, branch(experiment, entry.generation, changes, true), entry);
}

/**
 * The experiment that continues from a champion's generation, with the champion's brain and observation statistics, or with
 * an untrained brain. Throws an Error with the reason if the brain is to be kept and does not fit.
 */
export function forkOf(
  experiment: Experiment,
  entry: TrainedChampion,
  changes: ForkChanges = {},
  keepsBrain = true,
): Experiment {
  const fork = branch(experiment, entry.generation, changes, keepsBrain);
  if (!keepsBrain) return fork;
  const fault = forkFault(experiment, entry, changes);
  if (fault !== '') throw new Error(fault);
  const { title, seed } = experiment;
  return { ...fork, start: startToDocument(entry, { title, seed, generation: entry.generation }) };
}
