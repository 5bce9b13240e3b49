import { runnerImport } from 'vite';

/**
 * `npm run golden`: adds the scenarios of tests/scenarios.ts that have no golden hash yet; those that have one stay as they are.
 * `npm run golden -- --all`: writes all of them anew, when bits were meant to change. Ends with code 1 when a known scenario
 * differs from what is kept.
 */
const words = process.argv.slice(2);
if (words.some((word) => word !== '--all')) {
  console.error('npm run golden takes --all, which writes every golden hash anew, or nothing, which adds new ones.');
  process.exit(2);
}
/** @type {{ module: typeof import('../tests/golden/write.ts') }} */
const { module } = await runnerImport('./tests/golden/write.ts', { configFile: false, logLevel: 'warn' });
const { said, isRight } = await module.writeGolden(words.includes('--all'));
console.log(said);
process.exitCode = isRight ? 0 : 1;
