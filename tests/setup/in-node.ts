import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { BrowserCommand, BrowserCommandContext } from 'vitest/node';
import type { Replays } from '../engines/client.ts';

declare module 'vitest/browser' {
  interface BrowserCommands {
    /** Makes the replays of these subjects in Node. */
    makeInNode: (names: string[]) => Promise<Replays>;
    /** Verifies replays in Node: sentences on those that go otherwise there. */
    verifyInNode: (replays: Replays) => Promise<string[]>;
  }
}

const making = fileURLToPath(new URL('../engines/making.ts', import.meta.url));
const load = ({ project }: BrowserCommandContext) => project.import<typeof import('../engines/making.ts')>(making);

export const makeInNode: BrowserCommand<[names: string[]]> = async (context, names) => {
  const { makeReplay } = await load(context);
  const replays: Replays = {};
  for (const name of names) {
    replays[name] = makeReplay(name);
    // The test runner is in this process, and must receive messages from its browser meanwhile.
    await setImmediate();
  }
  return replays;
};

export const verifyInNode: BrowserCommand<[replays: Replays]> = async (context, replays) => {
  const { differenceHere } = await load(context);
  const found: string[] = [];
  for (const [name, text] of Object.entries(replays)) {
    found.push(await differenceHere(name, text));
    await setImmediate();
  }
  return found.filter((difference) => difference !== '');
};
