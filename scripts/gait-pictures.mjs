import { runnerImport } from 'vite';

/**
 * `npm run gaits`: simulates the replays of `docs/gaits` again and draws each as a film strip and a footfall diagram beside it.
 * Prints the measures as a table for `docs/gaits.md`. Exits with 1 if a replay gives another result than it says, or another gait
 * than its file is called by.
 */
/** @type {{ module: typeof import('./draw-gaits.ts') }} */
const { module } = await runnerImport('./scripts/draw-gaits.ts', { configFile: false, logLevel: 'warn' });
const { table, faults } = await module.drawGaits('docs/gaits');
console.log(table);
for (const fault of faults) console.error(fault);
process.exitCode = faults.length === 0 ? 0 : 1;
