import { inProcess } from '../run/evaluator.ts';
import { summariseGait } from '../run/gait-summary.ts';
import { testBatch, verify } from '../run/replay.ts';
import { type NamedReplay, readReplays } from './files.ts';
import { gaitLine } from './gait-line.ts';
import { withChosenPhysics } from './physics.ts';
import { printJson, printLine } from './print.ts';

const evaluator = withChosenPhysics(inProcess);

/** Prefix of a line about one of several replays. */
const prefix = (name: string) => (name === '' ? '' : `${name}: `);
const nameField = (name: string) => (name === '' ? {} : { name });

/** Simulates a replay's tests again and prints whether the results are the same. */
async function verifyReplay({ name, replay }: NamedReplay, json: boolean): Promise<boolean> {
  const { verified, fitness, hash, difference, differsAt } = await verify(replay, evaluator);
  const parts = differsAt && { life: differsAt.test + 1, second: differsAt.second };
  const where = parts ? ` It first differs in second ${parts.second} of episode ${parts.life}.` : '';
  if (json) printJson({ ...nameField(name), verified, fitness, championHash: hash, difference, parts });
  else if (verified) printLine(`${prefix(name)}Verified: replayed exactly. Fitness ${fitness}, hash ${hash}.`);
  else printLine(`${prefix(name)}Not the same: ${difference}.${where}`);
  return verified;
}

/** Simulates a replay's tests again and prints each result. */
async function printTests({ name, replay }: NamedReplay, json: boolean): Promise<void> {
  const seeds = replay.tests.map(({ seed }) => seed);
  const episodes = await evaluator.evaluate(testBatch(replay, seeds));
  for (const [i, { evaluation }] of episodes.entries()) {
    const { fitness, ending, metrics, hash } = evaluation;
    if (json) printJson({ ...nameField(name), life: i + 1, ...evaluation });
    else {
      const result = { terminated: 'fell', truncated: 'did not fall', failed: 'broke the simulation' }[ending];
      const walked = `${metrics.distance.toFixed(2)} m in ${metrics.duration.toFixed(1)} s`;
      printLine(`${prefix(name)}Episode ${i + 1}: ${walked}, ${result}. Fitness ${fitness}, hash ${hash}.`);
      printLine(`${prefix(name)}${gaitLine(summariseGait([metrics.gait]))}`);
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
    if (verify) isSame = (await verifyReplay(each, json)) && isSame;
    else await printTests(each, json);
  }
  if (!isSame) process.exitCode = 1;
}
