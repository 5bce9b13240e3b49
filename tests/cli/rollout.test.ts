import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { gaitlab } from './gaitlab.ts';

const given = (key: number) => fileURLToPath(new URL(`../fixtures/bipedal-walker/${key}.json`, import.meta.url));
const apart = (a: readonly number[], b: readonly number[]) =>
  a.length === b.length ? Math.max(...a.map((x, i) => Math.abs(x - (b[i] as number)))) : Number.POSITIVE_INFINITY;

/** 6 and 15 part from Box2D late in the episode; the others stay with it to the end. */
describe.each([
  { key: 1, task: 'bipedal-walker', bodies: 1e-6 },
  { key: 12, task: 'bipedal-walker-hardcore', bodies: 1e-6 },
  { key: 15, task: undefined, bodies: 1e-2 },
])('rollout --given episode $key --task $task', ({ key, task, bodies }) => {
  const words = ['rollout', '--given', given(key), ...(task === undefined ? [] : ['--task', task])];

  test('prints one document that agrees with the reference', async () => {
    const { double } = JSON.parse(readFileSync(given(key), 'utf8'));
    const { code, out, err } = await gaitlab([...words, '--json']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.trimEnd().split('\n').length).toBe(1);
    const episode = JSON.parse(out);
    expect(Object.keys(episode)).toEqual(['obs0', 'bodies0', 'obs', 'reward', 'done', 'bodies']);
    expect(apart(episode.obs0, double.obs0)).toBeLessThan(1e-9);
    expect(apart(episode.bodies0, double.bodies0)).toBeLessThan(1e-9);
    expect(episode.done).toEqual(double.done);
    expect(apart(episode.reward, double.reward)).toBeLessThan(bodies);
    for (const [i, row] of double.bodies.entries()) {
      expect(apart(episode.bodies[i], row)).toBeLessThan(bodies);
      expect(episode.obs[i].length).toBe(24);
    }
  });

  test('prints the result as sentences', async () => {
    const { code, out } = await gaitlab(words);
    expect(code).toBe(0);
    const told =
      /^(\d+) of (\d+) steps: (?:fell|the actions ran out)\.\nReturn (-?[\d.]+), hull (-?[\d.]+) m from .*\.\n$/.exec(
        out,
      );
    const { actions, double } = JSON.parse(readFileSync(given(key), 'utf8'));
    const total = double.reward.reduce((sum: number, each: number) => sum + each, 0);
    const numbers = (told ?? []).slice(1).map(Number);
    expect(numbers.slice(0, 2)).toEqual([double.reward.length, actions.length]);
    expect(numbers[2]).toBeCloseTo(total, 1);
    expect(numbers[3]).toBeCloseTo(double.bodies.at(-1)[0] - double.bodies0[0], 1);
  });
});
