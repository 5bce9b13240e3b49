import { bodies } from '../creature/bodies.ts';
import { brains } from '../creature/brains.ts';
import { optimizers } from '../evo/optimizers.ts';
import { presets } from '../run/presets.ts';
import { lookup } from '../schema/catalogue.ts';
import { tasks } from '../sim/tasks.ts';
import { printJson, printLine } from './print.ts';
import { asUserError, UserError } from './user-error.ts';

const catalogues: Record<string, Record<string, { title: string; about: string }>> = {
  bodies,
  tasks,
  brains,
  optimizers,
  presets,
};

/** The catalogues that can be listed. */
export const CATALOGUES = Object.keys(catalogues);

/** Prints a catalogue, one line per entry or one JSON array; with `plan`, prints one of the bodies as a document. */
export function list(kind: string, { json, plan }: { json?: boolean; plan?: string }): void {
  if (plan !== undefined) {
    if (kind !== 'bodies') throw new UserError('--plan is for bodies only: gaitlab list bodies --plan biped');
    const body = asUserError(() => lookup<object>(bodies, plan, 'body'));
    printJson(body, 2);
    return;
  }
  const entries = Object.entries(catalogues[kind] ?? {}).map(([name, { title, about }]) => ({ name, title, about }));
  if (json) {
    printJson(entries);
    return;
  }
  const width = Math.max(...entries.map(({ name }) => name.length));
  for (const { name, about } of entries) printLine(`${name.padEnd(width)}  ${about}`);
}
