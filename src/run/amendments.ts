import * as v from 'valibot';
import { brains } from '../creature/brains.ts';
import { optimizers } from '../evo/optimizers.ts';
import { lookup } from '../schema/catalogue.ts';
import { faultSentence } from '../schema/fault.ts';
import { isFixed } from '../schema/field.ts';
import { didYouMeanPath } from '../schema/nearest.ts';
import { tasks } from '../sim/tasks.ts';
import { type Experiment, experimentFields, runFields, type SettingValue } from './experiment-schema.ts';

/** Sections of an experiment whose settings have a path, such as `task.difficulty`. */
export const SECTIONS = ['task', 'brain', 'optimizer', 'run'] as const;
export type Section = (typeof SECTIONS)[number];

type Named = Pick<Experiment, 'task' | 'brain' | 'optimizer'>;
type Fields = { settings: { entries: v.ObjectEntries } };

/** The fields of each section of an experiment, for its task, brain and optimizer. */
export function fieldsOf({ task, brain, optimizer }: Named): Record<Section, v.ObjectEntries> {
  return {
    task: lookup<Fields>(tasks, task.name, 'task').settings.entries,
    brain: lookup<Fields>(brains, brain.name, 'brain').settings.entries,
    optimizer: lookup<Fields>(optimizers, optimizer.name, 'optimizer').settings.entries,
    run: runFields,
  };
}

/** The paths of all settings, such as `task.difficulty`, of an experiment with these fields. */
export const pathsIn = (fields: Record<string, v.ObjectEntries>): string[] =>
  Object.entries(fields).flatMap(([section, entries]) => Object.keys(entries).map((key) => `${section}.${key}`));

/** The field of a setting that may change during a run; otherwise one sentence that says why it may not. */
function amendable(experiment: Named, fields: Record<string, v.ObjectEntries>, path: string): v.GenericSchema | string {
  const [section, key, ...rest] = path.split('.') as [string, string?, ...string[]];
  const cannot = `${path} cannot change during a run`;
  if (key === undefined && Object.hasOwn(experimentFields.entries, section)) return cannot;
  if (key === undefined || rest.length > 0 || !Object.hasOwn(fields, section))
    return `there is no setting ${path}${didYouMeanPath(path, pathsIn(fields))}`;
  const entries = fields[section] as v.ObjectEntries;
  if (key === 'name' && section !== 'run') return cannot;
  if (!Object.hasOwn(entries, key)) {
    const of = section === 'run' ? 'a run' : `${section} "${experiment[section as keyof Named].name}"`;
    return `${path} is not a known setting of ${of}${didYouMeanPath(path, pathsIn(fields))}`;
  }
  return isFixed(entries[key]) ? cannot : (entries[key] as v.GenericSchema);
}

/** Tells why a setting, by its path, cannot be changed to a value during a run, in one sentence; empty if it can. */
export type ChangeCheck = (path: string, value: SettingValue) => string;

/** The check of changes to one experiment. It keeps what it found of each path: a document may hold thousands of changes. */
export function createChangeCheck(experiment: Named): ChangeCheck {
  const fields = fieldsOf(experiment);
  const known = new Map<string, v.GenericSchema | string>();
  return (path, value) => {
    const field = known.get(path) ?? amendable(experiment, fields, path);
    known.set(path, field);
    if (typeof field === 'string') return field;
    if (v.is(field, value)) return '';
    const [section, key] = path.split('.') as [string, string];
    const whole = v.object({ [section]: v.object({ [key]: field }) });
    const { issues } = v.safeParse(whole, { [section]: { [key]: value } });
    return issues ? faultSentence(issues[0]) : '';
  };
}

export const isAmendable = (experiment: Named, path: string): boolean =>
  typeof amendable(experiment, fieldsOf(experiment), path) !== 'string';

/**
 * One sentence that names the first amendment that cannot be made, whichever generation it is for; empty if all can. Each is
 * checked alone, which is enough: no amendment changes which settings there are.
 */
export function amendmentsFault({ amendments, ...experiment }: Named & Pick<Experiment, 'amendments'>): string {
  const check = createChangeCheck(experiment);
  for (const [i, { changes }] of amendments.entries()) {
    for (const [path, value] of Object.entries(changes)) {
      const fault = check(path, value);
      if (fault !== '') return `amendments[${i}].changes: ${fault}`;
    }
  }
  return '';
}
