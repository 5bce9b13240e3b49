import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { actuatorCount } from '../../src/creature/muscle.ts';
import { parseExperiment } from '../../src/run/experiment.ts';
import { setupOf } from '../../src/run/setup.ts';
import { sensorsIn } from '../../src/sim/task.ts';
import { gaitlab } from './gaitlab.ts';

const folder = mkdtempSync(join(tmpdir(), 'gaitlab-policy-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, content: unknown) => {
  const path = join(folder, `${name}.json`);
  writeFileSync(path, JSON.stringify(content));
  return path;
};
const count = (layers: number[]) => layers.slice(1).reduce((sum, outputs, i) => sum + (layers[i]! + 1) * outputs, 0);
const net = (layers: number[], more: object = {}) => ({
  layers,
  activation: 'tanh',
  weights: Array.from({ length: count(layers) }, (_, i) => ((i * 7919) % 101) / 101 - 0.5),
  ...more,
});
const WALKER = [24, 8, 4];

async function evaluate(policy: string, ...words: string[]) {
  const { code, out, err } = await gaitlab(['evaluate', '--policy', policy, '--json', ...words]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out);
}

describe('evaluate --policy', () => {
  // Its authors counted 345.8 over their lives in the original.
  const published = fileURLToPath(new URL('../fixtures/policies/estool-biped-9.json', import.meta.url));

  test('a published policy of BipedalWalker has its published return', async () => {
    const result = await evaluate(published, '--task', 'bipedal-walker', '--episodes', '6', '--seed', '3');
    expect(Object.keys(result)).toEqual(['episodes', 'mean', 'deviation', 'median', 'falls', 'failed', 'steps']);
    expect(result).toMatchObject({ episodes: 6, falls: 0, failed: 0 });
    expect(result.mean).toBeGreaterThan(344);
    expect(result.mean).toBeLessThan(347);
    expect(result.deviation).toBeLessThan(2);
    expect(result.steps).toBeGreaterThan(800);
    expect(result.steps).toBeLessThan(1000);
  });

  test('gives the same return with any number of workers, and another on other terrain', async () => {
    const policy = file('some', net(WALKER));
    const words = ['--task', 'bipedal-walker', '--episodes', '4'];
    const one = await evaluate(policy, ...words, '--workers', '1');
    expect(await evaluate(policy, ...words, '--workers', '2')).toEqual(one);
    expect((await evaluate(policy, ...words, '--seed', '2')).mean).not.toBe(one.mean);
  });

  test('accepts any task and body whose sizes fit, and simulates without early stop', async () => {
    const { plan, task, settings } = setupOf(parseExperiment({ body: 'caterpillar' }));
    const layers = [sensorsIn(task, plan, settings).length, actuatorCount(plan)];
    const still = file('still', { ...net(layers), weights: new Array(count(layers)).fill(0) });
    const result = await evaluate(still, '--task', 'walk', '--body', 'caterpillar', '--episodes', '2');
    expect(result).toMatchObject({ steps: 300, falls: 0 });
  });

  test('linear and rectified nets differ, with clipped or tanh outputs', async () => {
    const words = ['--task', 'bipedal-walker', '--episodes', '2'];
    const means = [];
    for (const more of [
      ...[{ activation: 'linear' }, { activation: 'identity' }, { activation: 'linear', outputActivation: 'tanh' }],
      ...[{ activation: 'relu', outputActivation: 'linear' }, { activation: 'relu', outputActivation: 'tanh' }, {}],
    ]) {
      means.push((await evaluate(file('kind', net(WALKER, more)), ...words)).mean);
    }
    expect(means[1]).toBe(means[0]);
    expect(new Set(means).size).toBe(5);
  });

  test('prints the return as a sentence', async () => {
    const words = ['evaluate', '--policy', file('told', net(WALKER)), '--task', 'bipedal-walker', '--episodes', '2'];
    const { code, out } = await gaitlab(words);
    expect(code).toBe(0);
    expect(out).toMatch(
      /^2 episodes on new terrain: return .* ± .*, median .*; \d falls?; [\d.]+ steps on average\.\n$/,
    );
  });
});

describe('a fault of a policy is printed in one line, with exit code 2:', () => {
  const good = file('good', net(WALKER));
  const on = (policy: string, task = 'bipedal-walker') => ['--policy', policy, '--task', task];
  const wrong = (name: string, change: object) => on(file(name, { ...net(WALKER), ...change }));
  const holed = (name: string, at: number, value: unknown) =>
    wrong(name, { weights: net(WALKER).weights.map((w, i) => (i === at ? value : w)) });

  test.concurrent.each<[string[], RegExp]>([
    [[], /evaluate needs a champion\.replay\.json, or --policy and --task/],
    [['--policy', good], /--policy needs a --task/],
    [['x.json', ...on(good)], /not both x\.json and .*good\.json/],
    [['x.json', '--task', 'walk'], /--task and --body are for --policy only/],
    [on(join(folder, 'none.json')), /none\.json cannot be read: there is no such file \(ENOENT\)/],
    [on(good, 'fly'), /task\.name is "fly", must be "walk" or/],
    [[...on(good), '--body', 'dog'], /task "bipedal-walker" needs body "bipedal-walker"/],
    [
      on(good, 'walk'),
      /good\.json: layers begin with 24 and end with 4, task "walk" with body "biped" needs \d+ and \d+/,
    ],
    [wrong('few', { weights: [1, 2] }), /few\.json: weights has 2 numbers, layers \[24,8,4\] need 236/],
    [holed('null', 3, null), /null\.json: weights\[3\] is null, must be a number/],
    [holed('huge', 7, 1e39), /huge\.json: weights\[7\] is 1e\+39, must be 1000000 or less/],
    [wrong('one', { layers: [24] }), /one\.json: layers is \[24\], must have 2 entries or more/],
    [wrong('half', { layers: [24, 2.5, 4] }), /half\.json: layers\[1\] is 2\.5, must be a whole number/],
    [wrong('wide', { layers: [24, 9999, 4] }), /wide\.json: layers\[1\] is 9999, must be 256 or less/],
    [wrong('soft', { activation: 'softmax' }), /soft\.json: activation is "softmax", must be "tanh" or/],
    [wrong('relu', { activation: 'relu' }), /relu\.json: outputActivation is missing, must be "tanh" or "linear"/],
    [on(file('list', [])), /list\.json: it is \[\], must be an object/],
    [on(file('empty', {})), /empty\.json: layers is missing/],
  ])('gaitlab evaluate %j', async (words, sentence) => {
    const { code, out, err } = await gaitlab(['evaluate', ...words]);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(/^gaitlab: [^\n]+\n$/);
    expect(err).toMatch(sentence);
  });
});

test('evaluate prints the return of a BipedalWalker champion beside its fitness, without early stop', async () => {
  const words = ['--task', 'bipedal-walker', '--brain', 'linear', '--set', 'optimizer.populationSize=6'];
  await gaitlab(['evolve', ...words, '--generations', '1', '--out', folder]);
  const champion = join(folder, 'champion.replay.json');
  const { out } = await gaitlab(['evaluate', champion, '--episodes', '3', '--json']);
  const result = JSON.parse(out);
  expect(Object.keys(result.return)).toEqual(['mean', 'deviation', 'median', 'falls', 'failed', 'steps']);
  expect(result.return.steps).toBeGreaterThanOrEqual(result.steps);
  expect(result.return.mean).not.toBe(result.mean);
  const told = await gaitlab(['evaluate', champion, '--episodes', '2']);
  expect(told.out).toMatch(
    /^2 episodes on new terrain: fitness .*\n.* falls?\.\nGait: .*\nBy the task's published rules.*: return /,
  );
});
