import { writeFileSync } from 'node:fs';
import { arch, platform } from 'node:os';
import { resolve } from 'node:path';
import { build } from 'vite';
import { runJob } from './job.mjs';
import { PROGRAMS } from './programs.mjs';
import { differencesOf, pageOf } from './report.mjs';

/**
 * `npm run test:engines [-- NAME...]`: makes replays in every engine and verifies them in every other. Without names, writes
 * docs/engines.md. Exits with 1 if anything differs, or if an engine that was named is not available.
 */
const requested = process.argv.slice(2);
const chosen = Object.entries(PROGRAMS).filter(([name]) => requested.length === 0 || requested.includes(name));
if (chosen.length < Math.max(1, new Set(requested).size)) {
  console.error(
    `The engines are ${Object.keys(PROGRAMS).join(', ')}; not all of "${requested.join('", "')}" are among them.`,
  );
  process.exit(2);
}

const outDir = resolve('dist/bench/engines');
await build({ configFile: 'scripts/engines/client.config.ts', logLevel: 'warn', build: { outDir } });
const client = resolve(outDir, 'client.js');

/** @type {import('./report.mjs').Found} */
const found = { system: `${platform()} ${arch()}`, engines: [], missing: {}, made: {}, verified: {} };

/** @type {import('./job.mjs').Engine[]} */
const engines = [];
for (const [name, program] of chosen) {
  try {
    engines.push(await program());
  } catch (error) {
    found.missing[name] = String(error instanceof Error ? error.message : error).split('\n')[0] ?? '';
    console.log(`${name} could not be had: ${found.missing[name]}`);
  }
}
found.engines = engines;
if (engines.length < (requested.length || 1)) process.exit(1);

for (const engine of engines) {
  console.log(`${engine.name} ${engine.version} makes its replays`);
  found.made[engine.name] = await runJob(engine, client, { kind: 'make' });
}
const made = Object.fromEntries(Object.entries(found.made).map(([name, { replays }]) => [name, replays]));
for (const engine of engines) {
  console.log(`${engine.name} verifies`);
  found.verified[engine.name] = await runJob(engine, client, { kind: 'verify', made });
}

const page = pageOf(found);
if (requested.length === 0) writeFileSync('docs/engines.md', page);
console.log(`\n${page}`);
process.exitCode = differencesOf(found).length > 0 ? 1 : 0;
