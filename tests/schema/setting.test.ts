import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { brains } from '../../src/creature/brains.ts';
import { optimizers } from '../../src/evo/optimizers.ts';
import { runFields } from '../../src/run/experiment-schema.ts';
import { choice, flag, integer, integers, number } from '../../src/schema/field.ts';
import { settingsIn } from '../../src/schema/setting.ts';
import { tasks } from '../../src/sim/tasks.ts';

const about = { title: 'T', effect: 'E.' };

it('reads the settings that the helpers describe', () => {
  const settings = settingsIn({
    a: number({ default: 0.5, min: 0, max: 2, unit: 'm', level: 'basic', ...about }),
    b: integer({ default: 3, min: 1, max: 9, fixed: true, ...about }),
    c: choice({ default: 'x', options: ['x', 'y'], ...about }),
    d: flag({ default: true, ...about }),
    e: integers({ default: [4], min: 1, max: 8, maxLength: 2, ...about }),
  });
  const common = { ...about, unit: '', level: 'advanced', fixed: false };
  expect(settings).toEqual([
    {
      ...common,
      key: 'a',
      unit: 'm',
      level: 'basic',
      defaultValue: 0.5,
      of: { kind: 'number', min: 0, max: 2, isWhole: false },
    },
    { ...common, key: 'b', fixed: true, defaultValue: 3, of: { kind: 'number', min: 1, max: 9, isWhole: true } },
    { ...common, key: 'c', defaultValue: 'x', of: { kind: 'choice', options: ['x', 'y'] } },
    { ...common, key: 'd', defaultValue: true, of: { kind: 'flag' } },
    { ...common, key: 'e', defaultValue: [4], of: { kind: 'list', min: 1, max: 8, maxLength: 2 } },
  ]);
});

type Entries = [string, { settings: { entries: v.ObjectEntries } }][];
const groups = [
  ...Object.entries({ ...tasks, ...brains, ...optimizers }),
  ['run', { settings: { entries: runFields } }],
];

describe.each(groups as Entries)('the settings of %s', (_, { settings: { entries } }) => {
  it('have a title and a help text, and defaults in their ranges', () => {
    for (const { key, title, effect, of, defaultValue: usual } of settingsIn(entries)) {
      expect(title, key).not.toBe('');
      expect(effect, key).toMatch(/\.$/);
      expect(v.safeParse(entries[key] as v.GenericSchema, usual).success, key).toBe(true);
      if (of.kind === 'number' || of.kind === 'list') expect(of.max, key).toBeGreaterThan(of.min);
    }
  });
});
