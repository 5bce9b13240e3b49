import { createHash } from 'node:crypto';

/**
 * The results of all engines.
 * @typedef {object} Found
 * @property {string} system Operating system and processor.
 * @property {Pick<import('./job.mjs').Engine, 'name' | 'version' | 'script'>[]} engines Engines that were tested.
 * @property {Record<string, string>} missing Reasons why the others were not, by name.
 * @property {Record<string, import('../../tests/engines/client.ts').Made>} made Replays, by the engine that made them.
 * @property {Record<string, import('../../tests/engines/client.ts').Verified>} verified By the engine that verified them.
 */

/** @type {('wasm' | 'javascript' | 'planck')[]} What simulates the golden scenarios. */
const PHYSICS = ['wasm', 'javascript', 'planck'];

/** @param {string[]} cells */
const row = (cells) => `| ${cells.join(' | ')} |`;

/** @param {string[]} head @param {string[][]} rows */
const table = (head, rows) => [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

/** The first digits of a hash of all replays that an engine made. @param {object} replays */
const fingerprint = (replays) => createHash('sha256').update(JSON.stringify(replays)).digest('hex').slice(0, 12);

/** One sentence for each difference; none if all engines give the same bits. @param {Found} found */
export function differencesOf({ engines, made, verified }) {
  const names = engines.map(({ name }) => name);
  const replays = names.flatMap((by) =>
    names.flatMap((maker) =>
      (verified[by]?.[maker] ?? [`nothing was verified`]).map((text) => `made in ${maker}, verified in ${by}: ${text}`),
    ),
  );
  const golden = names.flatMap((name) =>
    PHYSICS.flatMap((physics) =>
      (made[name]?.golden[physics].differences ?? []).map(
        (at) => `${name}: golden hash "${at}" differs with physics ${physics}`,
      ),
    ),
  );
  const first = fingerprint(made[names[0] ?? '']?.replays ?? {});
  const bytes = names
    .filter((name) => fingerprint(made[name]?.replays ?? {}) !== first)
    .map((name) => `the files made in ${name} differ from those made in ${names[0]}`);
  return [...replays, ...golden, ...bytes];
}

/** The page of the docs. @param {Found} found */
export function pageOf(found) {
  const { system, engines, missing, made, verified } = found;
  const names = engines.map(({ name }) => name);
  const programs = engines.map(({ name, version, script }) => {
    const { golden, runsAs } = /** @type {import('../../tests/engines/client.ts').Made} */ (made[name]);
    const right = PHYSICS.map((physics) => {
      const { count, differences } = golden[physics];
      return `${count - differences.length} of ${count}`;
    });
    return [name, version, script, runsAs, ...right];
  });
  const count = Object.keys(made[names[0] ?? '']?.replays ?? {}).length;
  const matrix = names.map((maker) => {
    return [maker, ...names.map((by) => `${count - (verified[by]?.[maker]?.length ?? count)} of ${count}`)];
  });
  const lacking = Object.entries(missing).map(([name, why]) => `- ${name}: ${why}`);
  const differences = differencesOf(found).map((text) => `- ${text}`);
  return [
    '# The same bits in every engine',
    `Written by \`npm run test:engines\` on ${system}. Each engine makes the same ${count} replays (\`tests/engines/subjects.ts\`): every valid pair of body and task, with all brains or three of them in turn, episodes of 1 to 3 s with and without statistics, two tests each, the first recorded. Then every engine simulates all of these replays again and compares fitness, distance and the hash of all states to the last bit. All engines run the same built file: Node and Bun as a program, browsers in a worker of a page.`,
    table(['engine', 'version', 'JavaScript engine', 'runs as', ...PHYSICS], programs),
    'The last three columns are golden hashes (`tests/golden/hashes.json`), which cover episodes, and short runs of every optimizer: with the physics as WebAssembly, as JavaScript, and with planck. The column before says which of them the engine uses where nothing is chosen. The replay files of all engines are compared byte by byte.',
    'Replays made in the engine of the row that were verified in the engine of the column:',
    table(['made in \\ verified in', ...names], matrix),
    differences.length === 0 ? 'Nothing differs.' : `What differs:\n\n${differences.join('\n')}`,
    ...(lacking.length === 0 ? [] : [`Not tested, because they could not be installed:\n\n${lacking.join('\n')}`]),
    'Not covered: Safari itself (Bun has the same JavaScript engine) and processors other than the one named above. `npm test` does the same between Node and Chromium for every change, and `npm run test:nodes` compares the golden hashes on every version of Node.',
  ]
    .join('\n\n')
    .concat('\n');
}
