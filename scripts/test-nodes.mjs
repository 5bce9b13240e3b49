import { spawnSync } from 'node:child_process';
import { NODE_MAJORS, nodeProgram } from './engines/programs.mjs';

/**
 * `npm run test:nodes [-- WORD...]`: the pure and command-line tests on the other versions of Node, as npm's package `node`
 * brings them. Words are passed on to vitest: folders, files or options. Ends with code 1 when a test fails, or a version cannot
 * be had.
 */
const own = Number(process.versions.node.split('.')[0]);
const failed = [];
for (const major of NODE_MAJORS.filter((each) => each !== own)) {
  try {
    const { path, version } = nodeProgram(major);
    console.log(`\nNode ${version}`);
    const words = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'node', ...process.argv.slice(2)];
    const { status } = spawnSync(path, words, { stdio: 'inherit' });
    if (status !== 0) failed.push(`Node ${version}: tests failed`);
  } catch (error) {
    failed.push(`Node ${major} could not be had: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
  }
}
for (const sentence of failed) console.error(sentence);
process.exitCode = failed.length > 0 ? 1 : 0;
