import { createHash } from 'node:crypto';

/**
 * What the engines came to.
 * @typedef {object} Found
 * @property {string} system Operating system and processor.
 * @property {Pick<import('./job.mjs').Engine, 'name' | 'version' | 'script'>[]} engines Those that were had.
 * @property {Record<string, string>} missing Why the others were not, by name.
 * @property {Record<string, import('../../tests/engines/client.ts').Made>} made By who made it.
 * @property {Record<string, import('../../tests/engines/client.ts').Verified>} verified By who verified.
 */

/** @param {string[]} cells */
const row = (cells) => `| ${cells.join(' | ')} |`;

/** @param {string[]} head @param {string[][]} rows */
const table = (head, rows) => [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

/** The first digits of a fingerprint of all that an engine made, to the byte. @param {object} replays */
const fingerprint = (replays) => createHash('sha256').update(JSON.stringify(replays)).digest('hex').slice(0, 12);

/** Sentences on all that went otherwise somewhere; none when every engine came to the same bits. @param {Found} found */
export function differencesOf({ engines, made, verified }) {
  const names = engines.map(({ name }) => name);
  const replays = names.flatMap((by) =>
    names.flatMap((maker) =>
      (verified[by]?.[maker] ?? [`nothing was verified`]).map((text) => `made in ${maker}, verified in ${by}: ${text}`),
    ),
  );
  const golden = names.flatMap((name) =>
    (made[name]?.golden.differences ?? []).map((at) => `${name}: golden hash "${at}" is another`),
  );
  const first = fingerprint(made[names[0] ?? '']?.replays ?? {});
  const bytes = names
    .filter((name) => fingerprint(made[name]?.replays ?? {}) !== first)
    .map((name) => `${name} made other files than ${names[0]}`);
  return [...replays, ...golden, ...bytes];
}

/** The page of the docs. @param {Found} found */
export function pageOf(found) {
  const { system, engines, missing, made, verified } = found;
  const names = engines.map(({ name }) => name);
  const programs = engines.map(({ name, version, script }) => {
    const { replays, golden } = /** @type {import('../../tests/engines/client.ts').Made} */ (made[name]);
    const right = golden.count - golden.differences.length;
    return [name, version, script, `${right} of ${golden.count}`, `\`${fingerprint(replays)}\``];
  });
  const count = Object.keys(made[names[0] ?? '']?.replays ?? {}).length;
  const matrix = names.map((maker) => {
    return [maker, ...names.map((by) => `${count - (verified[by]?.[maker]?.length ?? count)} of ${count}`)];
  });
  const lacking = Object.entries(missing).map(([name, why]) => `- ${name}: ${why}`);
  const differences = differencesOf(found).map((text) => `- ${text}`);
  return [
    '# The same bits in every engine',
    `Written by \`npm run test:engines\` on ${system}. Each engine makes the same ${count} replays (\`tests/engines/subjects.ts\`): every body on every task it may be on, with three of the brains in turn or all of them, lives of 1 to 3 s with and without statistics, two tests each, the first recorded. Every engine then reads all of them, lives them again and compares fitness, distance and the hash of all states to the last bit. All run the very same built file: Node and Bun as a program, browsers in a worker of a page.`,
    table(['engine', 'version', 'JavaScript by', 'golden hashes', 'files made'], programs),
    'Golden hashes (`tests/golden/hashes.json`) cover lives and short runs of every optimizer. The last column is a fingerprint of all replay files that the engine made: the same where they are the same to the byte.',
    'Replays made in the engine of the row that the engine of the column lived again to the last bit:',
    table(['made in \\ verified in', ...names], matrix),
    differences.length === 0 ? 'Nothing differs.' : `What differs:\n\n${differences.join('\n')}`,
    ...(lacking.length === 0 ? [] : [`Not tried, as they could not be had:\n\n${lacking.join('\n')}`]),
    'Not covered: Safari itself, of which Bun has the engine, and other processors than the one named above. `npm test` does the same between Node and Chromium at every change, and `npm run test:nodes` compares the golden hashes on every version of Node.',
  ]
    .join('\n\n')
    .concat('\n');
}
