import { readFileSync, writeFileSync } from 'node:fs';
import { allOutcomes, type Hashes } from '../scenarios.ts';
import { compare, messageOf, type Traces, traceOf } from './compare.ts';

const HASHES = 'tests/golden/hashes.json';
const TRACES = 'tests/golden/traces.golden.json';

/** One line for each entry, so that a change of one shows as one. */
const byLine = (entries: object) => {
  const lines = Object.entries(entries).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  return `{\n${lines.join(',\n')}\n}\n`;
};

/**
 * Writes the golden hashes and their traces: of scenarios that are new, or of all of them. Run by `scripts/golden.mjs` in the
 * root folder.
 * @returns what was done, in sentences, and whether every known scenario is as it is written now.
 */
export async function writeGolden(all: boolean): Promise<{ said: string; isRight: boolean }> {
  const hashes = JSON.parse(readFileSync(HASHES, 'utf8')) as Hashes;
  const traces = JSON.parse(readFileSync(TRACES, 'utf8')) as Traces;
  const found = await allOutcomes();
  const comparison = compare(found, hashes, traces);
  const { added } = comparison;
  const names = all ? Object.keys(found) : [...Object.keys(hashes), ...added];
  // A known scenario that is the same gets its trace even where that was lost.
  const isWritten = (at: string) => all || (found[at] && (hashes[at] ?? found[at].hash) === found[at].hash);
  const entries = names.map((at) =>
    isWritten(at) ? ([at, found[at]!.hash, traceOf(found[at]!)] as const) : ([at, hashes[at], traces[at]] as const),
  );
  writeFileSync(HASHES, byLine(Object.fromEntries(entries.map(([at, hash]) => [at, hash]))));
  writeFileSync(TRACES, byLine(Object.fromEntries(entries.map(([at, , trace]) => [at, trace]))));
  const told = added.length === 0 ? 'No scenario is new.' : `New scenarios, added: ${added.join(', ')}.`;
  const message = messageOf(comparison);
  if (message === '') return { said: told, isRight: true };
  const fate = all ? 'Written anew:' : 'Left as they are (`npm run golden -- --all` writes them anew):';
  return { said: `${told}\n${fate}\n${message}`, isRight: all };
}
