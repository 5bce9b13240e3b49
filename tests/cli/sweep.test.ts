import { describe, expect, test } from 'vitest';
import { inProcess } from '../../src/run/evaluator.ts';
import { small, take } from '../run/small.ts';
import { gaitlab, jsonLines, QUICK } from './gaitlab.ts';

const sweep = (...more: string[]) => gaitlab(['sweep', ...QUICK, '--generations', '2', ...more]);
const TWO = ['--vary', 'optimizer.sigma=0.1,0.5', '--vary', 'run.normalise=on,off', '--seeds', '7,8'];

describe('sweep', () => {
  test('prints a line of JSON for each run, with the same hash as the run alone', async () => {
    const { code, out } = await sweep(...TWO, '--json');
    expect(code).toBe(0);
    const lines = jsonLines(out);
    expect(lines.map(({ seed }) => seed)).toEqual([7, 7, 7, 7, 8, 8, 8, 8]);
    expect(lines[3]?.settings).toEqual({ 'optimizer.sigma': 0.5, 'run.normalise': false });
    const alone = small({ seed: 8, optimizer: { name: 'snes', sigma: 0.5 }, run: { normalise: false } });
    expect(lines[7]?.historyHash).toBe((await take(2, alone, inProcess)).at(-1)?.historyHash);
  });

  test('prints a table of all runs as CSV, or of all cells as text', async () => {
    const csv = (await sweep(...TWO, '--csv', '--goal', '2')).out.trimEnd().split('\n');
    expect(csv).toHaveLength(9);
    expect(csv[0]).toMatch(/^optimizer\.sigma,run\.normalise,seed,.*stepsTo2m/);
    const { out } = await sweep('--vary', 'optimizer.sigma=0.1,0.5');
    expect(out).toMatch(/^6 of 6 {2}optimizer\.sigma 0\.5 {2}seed 9 /m);
    expect(out).toMatch(/^optimizer\.sigma +median m +from +to +steps to 5 m +falls$/m);
  });

  test.each([
    [[], 'a sweep needs --vary, as in --vary optimizer.sigma=0.05,0.1,0.2'],
    [['--vary', 'optimizer.speed=1,2'], '--vary optimizer.speed: there is no such setting'],
    [['--vary', 'optimizer.sigma=1,fast'], '--vary optimizer.sigma: "fast" is not a value of this setting'],
    [['--vary', 'optimizer.sigma=1,99'], 'With optimizer.sigma 99: optimizer.sigma is 99, must be 10 or less'],
    [
      ['--vary', 'optimizer.sigma=1,2', '--seeds', '1,x'],
      '--seeds 1,x: "x" is not a whole number from 0 to 4294967295',
    ],
  ])('names the fault of %j', async (words, fault) => {
    const { code, err } = await sweep(...words);
    expect({ code, err: err.trim() }).toEqual({ code: 2, err: `gaitlab: ${fault}` });
  });
});
