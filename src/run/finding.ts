import type { BodyPlan } from '../creature/body-plan.ts';
import { lookup } from '../schema/catalogue.ts';
import { type Setting, settingsIn } from '../schema/setting.ts';
import type { Task } from '../sim/task.ts';
import { tasks } from '../sim/tasks.ts';
import { fieldsOf, isAmendable } from './amend.ts';
import type { Experiment, SettingValue } from './experiment-schema.ts';
import type { VitalSigns } from './vital-signs.ts';

/** What can be done about it: settings by path, changed from the next generation on or in a run that begins anew. */
export interface Remedy {
  kind: 'amend' | 'restart';
  /** On its button. */
  words: string;
  changes: Record<string, SettingValue>;
  /** Of a run that begins with a body mended. */
  body?: BodyPlan;
}

/** Something seen of a run, in plain words. */
export interface Finding {
  id: string;
  /** `serious`: it will not get far like this. `hint`: it would get on better otherwise. `well`: nothing to be done. */
  severity: 'serious' | 'hint' | 'well';
  /** One sentence: what is seen. */
  words: string;
  /** What it is seen by, and why it matters. */
  why: string;
  /** The best first. */
  remedies: Remedy[];
}

/** What is looked at. */
export interface RunCourse {
  /** As it stands for the generation to come. */
  experiment: Experiment;
  /** Since it has stood so, oldest first: not all of a long run. */
  signs: readonly VitalSigns[];
  /** How it is going, of at least two spans of ten; see `gainOf`. */
  gain: Gain | undefined;
}

/** How much better its champions became. */
export interface Gain {
  /** Mean fitness of the champions of the last ten generations, and of ten some time ago. */
  now: number;
  before: number;
  /** How many generations lie between the two. */
  apart: number;
  /** By how much the difference may be luck: its standard error. */
  luck: number;
}

/** One look at a run: what it finds, if it does. */
export type Check = (course: RunCourse) => Omit<Finding, 'id'> | undefined;

/** A fitness in words, the finer the smaller. */
export function toldSettings(value: number, { task }: Experiment): string {
  const figure = Math.abs(value) < 1 ? value.toFixed(2).replace('-0.00', '0.00') : tenths(value);
  return `${figure} ${lookup<Task>(tasks, task.name, 'task').unit ?? 'm'}`;
}

/** With one digit behind the point, and no zero below zero. */
export function tenths(value: number): string {
  const rounded = Math.round(10 * value) / 10;
  return (rounded === 0 ? 0 : rounded).toFixed(1);
}

export const percent = (share: number): string => `${Math.round(100 * share)} %`;

/** What is known of a setting; undefined where this task, brain or optimizer has none by that path. */
export function settingAt(experiment: Experiment, path: string): Setting | undefined {
  const [room, key] = path.split('.') as [keyof ReturnType<typeof fieldsOf>, string];
  return settingsIn(fieldsOf(experiment)[room]).find((setting) => setting.key === key);
}

/** Its value now; NaN of none. */
export function valueAt(experiment: Experiment, path: string): number {
  const [room, key] = path.split('.') as ['task', string];
  return Number((experiment[room] as Record<string, unknown>)[key] ?? Number.NaN);
}

/** Its usual value; NaN of none. */
export const usualAt = (experiment: Experiment, path: string): number =>
  Number(settingAt(experiment, path)?.usual ?? Number.NaN);

/** A number as a person would set it: two digits, within the range of its setting. */
export function settable({ of }: Setting, value: number): number {
  if (of.kind !== 'number') return value;
  const short = Number(value.toPrecision(2));
  return Math.max(of.min, Math.min(of.max, of.isWhole ? Math.round(short) : short));
}

/** One setting to `value`: at once where it may change while a run goes on, else in a run that begins anew. */
export function setting(experiment: Experiment, path: string, value: number | boolean): Remedy[] {
  const known = settingAt(experiment, path);
  if (known === undefined) return [];
  const changes = { [path]: typeof value === 'number' ? settable(known, value) : value };
  return [isAmendable(experiment, path) ? amending(experiment, changes) : beginning(experiment, changes)];
}

const inWords = (value: unknown) => (typeof value === 'boolean' ? (value ? 'on' : 'off') : String(value));

function amending(experiment: Experiment, changes: Remedy['changes']): Remedy {
  const told = Object.entries(changes).map(([path, value]) => {
    const { title = path, unit = '' } = settingAt(experiment, path) ?? {};
    return `${title} from ${valueAt(experiment, path)} to ${inWords(value)} ${unit}`.trim();
  });
  return { kind: 'amend', words: told.join(', '), changes };
}

/** A run that begins anew with these. */
export function beginning(experiment: Experiment, changes: Remedy['changes']): Remedy {
  const told = Object.entries(changes).map(([path, value]) => {
    const { title = path, unit = '' } = settingAt(experiment, path) ?? {};
    return `${title} ${inWords(value)} ${unit}`.trim();
  });
  return { kind: 'restart', words: `Start again with ${told.join(', ')}`, changes };
}

/** Another beginning, nothing else: luck decides much in the first generations. */
export const anotherSeed = ({ seed }: Experiment): Remedy => ({
  kind: 'restart',
  words: `Start again with seed ${seed + 1}`,
  changes: { seed: seed === 4294967295 ? 0 : seed + 1 },
});
