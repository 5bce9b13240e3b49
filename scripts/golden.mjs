import { runnerImport } from 'vite';

/**
 * `npm run golden`: adds golden hashes of new scenarios in tests/scenarios.ts, and leaves the others unchanged.
 * `npm run golden -- --all`: writes all hashes again, after an intended change of bits. Exits with 1 if a known scenario differs
 * from its hash.
 */
const words = process.argv.slice(2);
if (words.some((word) => word !== '--all')) {
  console.error(
    'npm run golden has one option, --all, which writes every golden hash again; without it, new hashes are added.',
  );
  process.exit(2);
}
/** @type {{ module: typeof import('../tests/golden/write.ts') }} */
const { module } = await runnerImport('./tests/golden/write.ts', { configFile: false, logLevel: 'warn' });
const { said, isRight } = await module.writeGolden(words.includes('--all'));
console.log(said);
process.exitCode = isRight ? 0 : 1;
