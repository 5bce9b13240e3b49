import type * as v from 'valibot';
import { expect, test } from 'vitest';
import { brains } from '../../src/creature/brains.ts';
import { optimizers } from '../../src/evo/optimizers.ts';
import { runFields } from '../../src/run/experiment-schema.ts';
import { type Setting, settingsIn } from '../../src/schema/setting.ts';
import { tasks } from '../../src/sim/tasks.ts';

type Catalogue = Record<string, { settings: { entries: v.ObjectEntries } }>;

function rangeOf(of: Setting['of']): string {
  if (of.kind === 'flag') return 'true or false';
  if (of.kind === 'choice') return of.options.join(', ');
  if (of.kind === 'list') return `up to ${of.maxLength} of ${of.min} to ${of.max}`;
  return `${of.min} to ${of.max}${of.isWhole ? ', whole' : ''}`;
}

const linesOf = (title: string, entries: v.ObjectEntries) => [
  title,
  ...settingsIn(entries).map(({ key, defaultValue: usual, of, fixed }) => {
    return `  ${key}: ${JSON.stringify(usual)}; ${rangeOf(of)}${fixed ? '; fixed' : ''}`;
  }),
];

const ofAll = (room: string, catalogue: Catalogue) =>
  Object.entries(catalogue).flatMap(([name, { settings }]) => linesOf(`${room} ${name}`, settings.entries));

/**
 * Links name only the settings that differ from their defaults, and files are checked against the ranges: with another
 * default an old link is another experiment, and with a narrower range an old file is refused.
 */
test('every setting has its default and its range', async () => {
  const lines = [
    ...ofAll('task', tasks as unknown as Catalogue),
    ...ofAll('brain', brains as unknown as Catalogue),
    ...ofAll('optimizer', optimizers as unknown as Catalogue),
    ...linesOf('run', runFields),
  ];
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('settings.golden.txt');
});
