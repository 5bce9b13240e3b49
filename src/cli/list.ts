import { bodies } from '../creature/bodies.ts';
import { brains } from '../creature/brains.ts';
import { optimizerDescriptions } from '../evo/optimizer-descriptions.ts';
import { presets } from '../run/presets.ts';
import { lookup } from '../schema/catalogue.ts';
import { tasks } from '../sim/tasks.ts';
import { Fault, orFail } from './fault.ts';

const catalogues: Record<string, Record<string, { title: string; about: string }>> = {
  bodies,
  tasks,
  brains,
  optimizers: optimizerDescriptions,
  presets,
};

/** The catalogues that can be listed. */
export const KINDS = Object.keys(catalogues);

/** Prints a catalogue, one line per entry or one JSON array; with `plan`, prints one of the bodies as a document. */
export function list(kind: string, { json, plan }: { json?: boolean; plan?: string }): void {
  if (plan !== undefined) {
    if (kind !== 'bodies') throw new Fault('--plan goes with bodies: gaitlab list bodies --plan biped');
    console.log(
      JSON.stringify(
        orFail(() => lookup<object>(bodies, plan, 'body')),
        null,
        2,
      ),
    );
    return;
  }
  const entries = Object.entries(catalogues[kind] ?? {}).map(([name, { title, about }]) => ({ name, title, about }));
  if (json) {
    console.log(JSON.stringify(entries));
    return;
  }
  const width = Math.max(...entries.map(({ name }) => name.length));
  for (const { name, about } of entries) console.log(`${name.padEnd(width)}  ${about}`);
}
