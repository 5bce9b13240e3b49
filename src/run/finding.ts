import type { BodyPlan } from '../creature/body-plan.ts';
import { lookup } from '../schema/catalogue.ts';
import { type Setting, settingsIn } from '../schema/setting.ts';
import type { Task } from '../sim/task.ts';
import { tasks } from '../sim/tasks.ts';
import { fieldsOf, isAmendable } from './amendments.ts';
import type { Experiment, SettingValue } from './experiment-schema.ts';
import type { VitalSigns } from './vital-signs.ts';

/** A remedy: settings by path, changed in the next generation (`amend`) or in a new run (`restart`). */
export interface Remedy {
  kind: 'amend' | 'restart';
  /** Label of its button. */
  words: string;
  changes: Record<string, SettingValue>;
  /** The changed body, for a remedy that restarts with one. */
  body?: BodyPlan;
}

/** An observation about a run, in plain words. */
export interface Finding {
  id: string;
  /** `serious`: the run will not get far. `hint`: it could learn faster. `well`: nothing to do. */
  severity: 'serious' | 'hint' | 'well';
  /** One sentence: what was observed. */
  words: string;
  /** The evidence, and why it matters. */
  why: string;
  /** Best first. */
  remedies: Remedy[];
}

/** The data that checks use. */
export interface RunCourse {
  /** As in effect for the next generation. */
  experiment: Experiment;
  /** Vital signs since the experiment last changed, oldest first, at most a window. */
  signs: readonly VitalSigns[];
  /** Change of the champions' fitness; see `gainOf`. */
  gain: Gain | undefined;
}

/** Change of the champions' mean fitness. */
export interface Gain {
  /** Mean fitness of the champions of the last ten generations, and of ten some time ago. */
  now: number;
  before: number;
  /** How many generations lie between the two. */
  apart: number;
  /** Standard error of the difference. */
  luck: number;
}

/** One check of a run; undefined if it finds nothing. */
export type Check = (course: RunCourse) => Omit<Finding, 'id'> | undefined;

/** A fitness with its unit; two decimals below 1. */
export function fitnessText(value: number, { task }: Experiment): string {
  const figure = Math.abs(value) < 1 ? value.toFixed(2).replace('-0.00', '0.00') : tenths(value);
  return `${figure} ${lookup<Task>(tasks, task.name, 'task').unit ?? 'm'}`;
}

/** A number with one decimal, without a negative zero. */
export function tenths(value: number): string {
  const rounded = Math.round(10 * value) / 10;
  return (rounded === 0 ? 0 : rounded).toFixed(1);
}

export const percent = (share: number): string => `${Math.round(100 * share)} %`;

/** Description of a setting; undefined if this task, brain or optimizer has none with that path. */
export function settingAt(experiment: Experiment, path: string): Setting | undefined {
  const [section, key] = path.split('.') as [keyof ReturnType<typeof fieldsOf>, string];
  return settingsIn(fieldsOf(experiment)[section]).find((setting) => setting.key === key);
}

/** Value of a numeric setting; NaN if there is none. */
export function valueAt(experiment: Experiment, path: string): number {
  const [section, key] = path.split('.') as ['task', string];
  return Number((experiment[section] as Record<string, unknown>)[key] ?? Number.NaN);
}

/** Default of a numeric setting; NaN if there is none. */
export const defaultAt = (experiment: Experiment, path: string): number =>
  Number(settingAt(experiment, path)?.defaultValue ?? Number.NaN);

/** `value` rounded to two digits and clamped to the range of its setting. */
export function settable({ of }: Setting, value: number): number {
  if (of.kind !== 'number') return value;
  const short = Number(value.toPrecision(2));
  return Math.max(of.min, Math.min(of.max, of.isWhole ? Math.round(short) : short));
}

/** The remedy that sets one setting: during the run if the setting can be amended, else in a new run. */
export function setting(experiment: Experiment, path: string, value: number | boolean): Remedy[] {
  const known = settingAt(experiment, path);
  if (known === undefined) return [];
  const changes = { [path]: typeof value === 'number' ? settable(known, value) : value };
  return [isAmendable(experiment, path) ? amending(experiment, changes) : restarting(experiment, changes)];
}

const inWords = (value: unknown) => (typeof value === 'boolean' ? (value ? 'on' : 'off') : String(value));

function amending(experiment: Experiment, changes: Remedy['changes']): Remedy {
  const words = Object.entries(changes).map(([path, value]) => {
    const { title = path, unit = '' } = settingAt(experiment, path) ?? {};
    return `${title} from ${valueAt(experiment, path)} to ${inWords(value)} ${unit}`.trim();
  });
  return { kind: 'amend', words: words.join(', '), changes };
}

/** The remedy that restarts with these settings. */
export function restarting(experiment: Experiment, changes: Remedy['changes']): Remedy {
  const words = Object.entries(changes).map(([path, value]) => {
    const { title = path, unit = '' } = settingAt(experiment, path) ?? {};
    return `${title} ${inWords(value)} ${unit}`.trim();
  });
  return { kind: 'restart', words: `Restart with ${words.join(', ')}`, changes };
}

/** The remedy that restarts with another seed: chance decides much in the first generations. */
export function anotherSeed({ seed }: Experiment): Remedy {
  const next = seed === 4294967295 ? 0 : seed + 1;
  return { kind: 'restart', words: `Restart with seed ${next}`, changes: { seed: next } };
}
