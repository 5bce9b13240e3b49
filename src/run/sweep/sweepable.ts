import { bodies } from '../../creature/bodies.ts';
import { brains } from '../../creature/brains.ts';
import { optimizerDescriptions } from '../../evo/optimizer-descriptions.ts';
import { type Setting, settingsIn } from '../../schema/setting.ts';
import { tasks } from '../../sim/tasks.ts';
import { fieldsOf } from '../amendments.ts';
import type { Experiment, SettingValue } from '../experiment-schema.ts';

/** A setting that a sweep can vary. */
export interface Sweepable {
  path: string;
  /** Its section; the names of body, task, brain and optimizer form a section of their own. */
  room: 'names' | 'task' | 'optimizer' | 'brain' | 'run';
  setting: Setting;
  /** What an experiment has there. */
  value: SettingValue;
}

const CATALOGUES = {
  body: ['Body', bodies],
  'task.name': ['Task', tasks],
  'brain.name': ['Brain', brains],
  'optimizer.name': ['Optimizer', optimizerDescriptions],
} as const;

const ROOMS = ['task', 'optimizer', 'brain', 'run'] as const;

function namesOf({ body, task, brain, optimizer }: Experiment): Sweepable[] {
  const values: Record<keyof typeof CATALOGUES, string> = {
    body: typeof body === 'string' ? body : '',
    'task.name': task.name,
    'brain.name': brain.name,
    'optimizer.name': optimizer.name,
  };
  return (Object.keys(CATALOGUES) as (keyof typeof CATALOGUES)[]).map((path) => {
    const [title, catalogue] = CATALOGUES[path];
    const of = { kind: 'choice', options: Object.keys(catalogue) } as const;
    const value = values[path];
    const setting: Setting = {
      key: path,
      title,
      effect: '',
      level: 'basic',
      fixed: true,
      unit: '',
      defaultValue: value,
      of,
    };
    return { path, room: 'names', setting, value };
  });
}

/** All settings of an experiment that can be varied, names first. */
export function sweepables(experiment: Experiment): Sweepable[] {
  const fields = fieldsOf(experiment);
  const inRoom = (room: (typeof ROOMS)[number]) =>
    settingsIn(fields[room]).map((setting) => ({
      path: `${room}.${setting.key}`,
      room,
      setting,
      value: (experiment[room] as Record<string, SettingValue>)[setting.key] as SettingValue,
    }));
  return [...namesOf(experiment), ...ROOMS.flatMap(inRoom)];
}

/** A setting's value as one word; layer sizes are joined by a plus, 16+16. */
export function valueText(value: SettingValue): string {
  return Array.isArray(value) ? value.join('+') || 'none' : String(value);
}

/** The value of a word for a setting, undefined if it has none. The range is not checked. */
export function valueIn(text: string, { of }: Setting): SettingValue | undefined {
  const word = text.trim();
  const number = (each: string) => (each.trim() === '' ? Number.NaN : Number(each));
  if (of.kind === 'choice') return of.options.includes(word) ? word : undefined;
  if (of.kind === 'flag')
    return word === 'true' || word === 'on' ? true : word === 'false' || word === 'off' ? false : undefined;
  if (of.kind === 'number') return Number.isFinite(number(word)) ? number(word) : undefined;
  if (word === 'none') return [];
  const sizes = word.split('+').map(number);
  return sizes.every(Number.isFinite) ? sizes : undefined;
}
