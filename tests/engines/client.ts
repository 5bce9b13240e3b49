import '../../src/sim/reference-at-hand.ts';
import { runsAs } from '../../src/sim/flat/wasm-at-hand.ts';
import hashes from '../golden/hashes.json';
import { allOutcomes, hashesOf } from '../scenarios.ts';
import { differenceHere, makeReplay, type Text } from './making.ts';
import { subjects } from './subjects.ts';

/** Replays by the name of their subject. */
export type Replays = Record<string, Text>;

/** A job of an engine: to make its replays, or to verify those of other engines, by name. */
export type Job = { kind: 'make' } | { kind: 'verify'; made: Record<string, Replays> };

const PHYSICS = ['wasm', 'javascript', 'planck'] as const;

/** What it made, and how it did by the golden hashes. */
export interface Made {
  replays: Replays;
  /** What the flat physics runs as where nothing is chosen. */
  runsAs: string;
  /** Of all scenarios, by what simulates them. */
  golden: Record<(typeof PHYSICS)[number], { count: number; differences: string[] }>;
}

/** Sentences on differences, by the engine that made the replay. */
export type Verified = Record<string, string[]>;

async function make(): Promise<Made> {
  const replays: Replays = {};
  for (const name of Object.keys(subjects)) replays[name] = makeReplay(name);
  const expected: Record<string, string> = hashes;
  const golden: Partial<Made['golden']> = {};
  for (const engine of PHYSICS) {
    const found = hashesOf(await allOutcomes(engine));
    const names = Object.keys({ ...expected, ...found });
    golden[engine] = { count: names.length, differences: names.filter((name) => found[name] !== expected[name]) };
  }
  return { replays, runsAs: runsAs(), golden: golden as Made['golden'] };
}

async function verify(made: Record<string, Replays>): Promise<Verified> {
  const verified: Verified = {};
  for (const [maker, replays] of Object.entries(made)) {
    const found: string[] = [];
    for (const [name, text] of Object.entries(replays)) found.push(await differenceHere(name, text));
    verified[maker] = found.filter((difference) => difference !== '');
  }
  return verified;
}

/** Gets a job from the server at `url`, does it in this engine, and sends the result back. */
export async function work(url: string): Promise<void> {
  const answer = (body: object) => fetch(`${url}answer`, { method: 'POST', body: JSON.stringify(body) });
  try {
    const job = (await (await fetch(`${url}job`)).json()) as Job;
    await answer({ result: job.kind === 'make' ? await make() : await verify(job.made) });
  } catch (error) {
    await answer({ error: String(error) });
  }
}
