import type { BrainKind } from '../creature/brain.ts';
import { brains } from '../creature/brains.ts';
import { genomeFault } from '../creature/genome.ts';
import { lookup } from '../schema/catalogue.ts';
import { sensorsIn } from '../sim/task.ts';
import { effectiveAt, withSetting } from './amend.ts';
import type { ChampionEntry } from './champion-history.ts';
import { bodyOf } from './experiment.ts';
import type { Experiment, SettingValue } from './experiment-schema.ts';
import { setupOf } from './setup.ts';
import { startToDocument } from './start.ts';

/** Settings by their path that a fork has otherwise, in the order they are made. */
export type ForkChanges = Readonly<Record<string, SettingValue>>;

/** Settings of a task that decide what is felt. */
const SENSES = ['sight', 'clock'] as const;

/**
 * The experiment that a fork is, but for the brain it begins with: as the run stood then, with its changes, later ones dropped.
 * A brain that is kept goes on feeling what it felt, on another task too, unless its senses are among the changes.
 */
function branch(experiment: Experiment, generation: number, changes: ForkChanges, keepsSenses: boolean): Experiment {
  const { start: _start, ...standing } = effectiveAt(experiment, generation);
  const plain: Experiment = { ...standing, title: '', amendments: [] };
  const fork = Object.entries(changes).reduce((of, [path, value]) => withSetting(of, path, value), plain);
  if (!keepsSenses || fork.task.name === plain.task.name) return fork;
  const kept = SENSES.filter((key) => key in plain.task && key in fork.task && !(`task.${key}` in changes));
  return kept.reduce((of, key) => withSetting(of, `task.${key}`, plain.task[key] as SettingValue), fork);
}

/** What a body feels and what it moves, in numbers. */
function sizesOf(experiment: Experiment) {
  const { plan, task, settings } = setupOf(experiment);
  return { inputs: sensorsIn(task, plan, settings).length, outputs: plan.joints.length };
}

const difference = (by: number, what: string) =>
  `${Math.abs(by)} ${what}${Math.abs(by) === 1 ? '' : 's'} ${by > 0 ? 'more' : 'fewer'}`;

/** Why brains of one experiment are of no use in another, in one sentence; empty when they are. */
function misfit(from: Experiment, to: Experiment, { genome }: Pick<ChampionEntry, 'genome'>): string {
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
 * Why a fork with these changes cannot keep the brain of a champion, in one sentence; empty when it can.
 * Throws an Error as withSetting does when the changes themselves are none.
 */
export function forkFault(experiment: Experiment, entry: ChampionEntry, changes: ForkChanges = {}): string {
  const from = effectiveAt(experiment, entry.generation);
  return misfit(from, branch(experiment, entry.generation, changes, true), entry);
}

/**
 * An experiment that begins as another stood in a champion's generation, with that champion's brain and what it knows of its
 * observations, or with newborn ones. Throws an Error that says why not when the brain is to be kept and does not fit.
 */
export function forkOf(
  experiment: Experiment,
  entry: ChampionEntry,
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
