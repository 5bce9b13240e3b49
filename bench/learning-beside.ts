import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { median } from '../src/math/stats.ts';
import { builtIn } from './beside.ts';

/** A line of bench/learning.ts, of this commit or another. */
interface Line {
  steps: number | null;
  seconds: number;
}

/** Runs a built learning.js for one seed in its own checkout, in a new process, and returns its result. */
function learnBy(script: string, folder: string, body: string, seed: string): Line {
  const options = ['--bodies', body, '--seeds', seed];
  const output = execFileSync(process.execPath, [script, ...options], { cwd: folder, encoding: 'utf8' });
  return JSON.parse(output.split('\n').find((line) => line.startsWith('{')) ?? '{}') as Line;
}

/**
 * Seconds that a body takes to learn, beside those of the checkout at `path`: seed by seed, one after the other, each in a new
 * process with as many workers. Prints each pair, and the medians of the seconds.
 */
export function learnBeside(path: string, body: string, seeds: readonly string[]): void {
  const pairs = seeds.map((seed) => {
    const theirs = learnBy(builtIn(path, 'bench/learning.js'), resolve(path), body, seed);
    const ours = learnBy(builtIn('.', 'bench/learning.js'), '.', body, seed);
    console.log(JSON.stringify({ body, seed, ours, theirs }));
    return { ours: ours.seconds, theirs: theirs.seconds };
  });
  const [ours, theirs] = [median(pairs.map((pair) => pair.ours)), median(pairs.map((pair) => pair.theirs))];
  console.log(`${body}: median ${ours} s beside ${theirs} s, ${(ours / theirs).toFixed(2)} of them`);
}
