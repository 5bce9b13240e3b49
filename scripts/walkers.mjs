import { runnerImport } from 'vite';

/**
 * `npm run walkers`: trains the creatures that come with the page again and writes their replays into `src/app/walkers`;
 * `-- natural-walk dog-runs` for some. The same version gives the same files.
 */
/** @type {{ module: typeof import('./train-walkers.ts') }} */
const { module } = await runnerImport('./scripts/train-walkers.ts', { configFile: false, logLevel: 'warn' });
for (const line of await module.trainWalkers('src/app/walkers', process.argv.slice(2))) console.log(line);
