import { inProcess } from '../run/evaluator.ts';
import { summariseGait } from '../run/gait-summary.ts';
import { testBatch, verify } from '../run/replay.ts';
import { type Named, readReplays } from './files.ts';
import { gaitLine } from './gait-line.ts';

/** Prefix of a line about one of several replays. */
const before = (name: string) => (name === '' ? '' : `${name}: `);
const called = (name: string) => (name === '' ? {} : { name });

/** Simulates a replay's tests again and prints whether the results are the same. */
async function check({ name, replay }: Named, json: boolean): Promise<boolean> {
  const { verified, fitness, hash, difference, differsAt: partsAt } = await verify(replay, inProcess);
  const parts = partsAt && { life: partsAt.test + 1, second: partsAt.second };
  const where = parts ? ` It parts in second ${parts.second} of life ${parts.life}.` : '';
  if (json) console.log(JSON.stringify({ ...called(name), verified, fitness, championHash: hash, difference, parts }));
  else if (verified)
    console.log(`${before(name)}Verified: the same to the last bit. Fitness ${fitness}, hash ${hash}.`);
  else console.log(`${before(name)}Not the same: ${difference}.${where}`);
  return verified;
}

/** Simulates a replay's tests again and prints each result. */
async function tell({ name, replay }: Named, json: boolean): Promise<void> {
  const seeds = replay.tests.map(({ seed }) => seed);
  const lives = await inProcess.evaluate(testBatch(replay, seeds));
  for (const [i, { evaluation }] of lives.entries()) {
    const { fitness, ending, metrics, hash } = evaluation;
    if (json) console.log(JSON.stringify({ ...called(name), life: i + 1, ...evaluation }));
    else {
      const how = { terminated: 'fell', truncated: 'did not fall', failed: 'broke the simulation' }[ending];
      const walked = `${metrics.distance.toFixed(2)} m in ${metrics.duration.toFixed(1)} s`;
      console.log(`${before(name)}Life ${i + 1}: ${walked}, ${how}. Fitness ${fitness}, hash ${hash}.`);
      console.log(`${before(name)}${gaitLine(summariseGait([metrics.gait]))}`);
    }
  }
}

/**
 * Simulates the tests of all replays in a file again: a single replay, a film, a race or a library. With `verify`,
 * exits with 1 unless all results are the same to the last bit.
 */
export async function replay(file: string, { verify = false, json = false }: { verify?: boolean; json?: boolean }) {
  const all = readReplays(file);
  let isSame = true;
  for (const each of all) {
    if (verify) isSame = (await check(each, json)) && isSame;
    else await tell(each, json);
  }
  if (!isSame) process.exitCode = 1;
}
