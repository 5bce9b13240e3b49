import { brains } from '../creature/brains.ts';
import { optimizers } from '../evo/optimizers.ts';
import { pathsIn } from '../run/amendments.ts';
import { experimentFields, runFields } from '../run/experiment-schema.ts';
import { startSchema } from '../run/start-schema.ts';
import { didYouMeanPath } from '../schema/nearest.ts';
import { tasks } from '../sim/tasks.ts';

import { COLOUR_KEY } from './link-colour.ts';

/** Every path that a link may have, whatever its task, brain and optimizer. */
function everyPath(): string[] {
  const catalogues = { task: tasks, brain: brains, optimizer: optimizers };
  const named = Object.entries(catalogues).flatMap(([section, catalogue]) =>
    Object.values(catalogue).flatMap(({ settings }) => pathsIn({ [section]: settings.entries })),
  );
  return [...new Set([...named, ...pathsIn({ run: runFields, start: startSchema.entries })])];
}

/** One sentence on a key that no link has, with what was likely meant; empty for a key of an experiment. */
export function keyFault(key: string): string {
  const keys = Object.keys(experimentFields.entries);
  if (keys.includes(key)) return '';
  const name = key.slice(0, 60);
  if (name === 'preset')
    return 'preset is not a setting of a link, which has the settings themselves: choose the preset on the page and share it';
  return `${name} is not a known setting${didYouMeanPath(name, [...keys, 'check', COLOUR_KEY, ...everyPath()])}`;
}
