import { expect, test } from 'vitest';
import { championHash, championOf } from '../../src/run/champion.ts';
import { inProcess } from '../../src/run/evaluator.ts';
import { type Replay, replayOf, testBatch, verify } from '../../src/run/replay.ts';
import { lifeOf, small, take } from './small.ts';

const generations = await take(4, small(), inProcess, {
  amend: (g) => (g === 1 ? { 'task.gravity': 9 } : undefined),
});
const { state, champion } = generations[3]!;
const replay = replayOf(state.experiment, champion!);

test('a champion’s replay resimulates its tests to the same bits, amendments included', async () => {
  const verdict = await verify(replay, inProcess);
  expect(verdict).toMatchObject({ verified: true, difference: '', fitness: champion!.fitness });
  expect(verdict.hash).toBe(championHash(champion!.tests));
  expect(verdict.evaluations).toEqual(champion!.tests.map(({ evaluation }) => evaluation));
  for (const each of generations) {
    expect(await verify(replayOf(each.state.experiment, each.champion!), inProcess)).toMatchObject({ verified: true });
  }
});

test.each<[string, (replay: Replay) => void, RegExp]>([
  ['a weight', ({ genome }) => void genome.fill(0.1, 3, 4), /^test 1 has .* instead of .*: the file was changed/],
  [
    'a test’s fitness',
    ({ tests }) => Object.assign(tests[1]!, { fitness: tests[1]!.fitness + 1e-12 }),
    /^test 2 has fitness \S+ instead of \S+: the file/,
  ],
  ['a test’s distance', ({ tests }) => Object.assign(tests[0]!, { distance: tests[0]!.distance + 1 }), /^test 1 has/],
  ['the ground', ({ tests }) => Object.assign(tests[1]!, { seed: tests[1]!.seed ^ 1 }), /^test 2 has/],
  ['the statistics', ({ statistics }) => void statistics!.mean.fill(0.5, 0, 1), /^test 1 has/],
  ['a setting', ({ experiment }) => Object.assign(experiment.task, { energyCost: 0.5 }), /^test 1 has/],
  ['the generation', (it) => Object.assign(it, { generation: 0 }), /^test 1 has/],
  [
    'the fitness',
    (it) => Object.assign(it, { fitness: it.fitness + 1e-9 }),
    /^every test is the same but the summary differs/,
  ],
  [
    'a state on the way',
    ({ tests }) => Object.assign(tests[0]!, { trace: `00000000${tests[0]!.trace.slice(8)}` }),
    /^every test has the same result, but by other states on the way: the file was changed/,
  ],
  ['the hash', (it) => Object.assign(it, { hash: '0'.repeat(16) }), /^every test is the same but the summary differs/],
])('a change of %s is detected', async (_what, change, sentence) => {
  const tampered = structuredClone(replay);
  change(tampered);
  const { verified, difference } = await verify(tampered, inProcess);
  expect(verified).toBe(false);
  expect(difference).toMatch(sentence);
});

test('a difference is attributed to the engine if it is another one', async () => {
  const foreign: Replay = { ...replay, hash: '0'.repeat(16), engine: { simulation: 0, planck: '1.4.2' } };
  expect((await verify(foreign, inProcess)).difference).toMatch(
    /made by simulation 0 on planck 1\.4\.2, this is \d+ on 1\.5\.0$/,
  );
});

test('episodes of a replay on other ground: one per seed, the first one recorded on request', () => {
  const { requests, experiment } = testBatch(replay, [7, 8, 9], true);
  expect(requests.map(({ seed, record }) => [seed, record])).toEqual([
    [7, true],
    [8, false],
    [9, false],
  ]);
  expect(experiment.task.gravity).toBe(9);
  expect(testBatch({ ...replay, generation: 0 }, [7]).experiment.task.gravity).toBe(10);
});

test('a champion is the mean of its tests; a genome that fails a test is not a champion', () => {
  const request = (seed: number) => ({ genome: new Float32Array(2), seed, statistics: null, record: false });
  const requests = [request(1), request(2)];
  const lives = (...fitness: number[]) => fitness.map((each, i) => lifeOf(each, requests[i]!));
  expect(championOf(9, requests, lives(3, 4))).toMatchObject({ generation: 9, fitness: 3.5, distance: 3.5, falls: 0 });
  expect(championOf(9, requests, lives(3, Number.NaN))).toBeUndefined();
  expect(championOf(9, [], [])).toBeUndefined();
});

test('a champion’s hash covers each test’s fitness and state, in order', () => {
  const life = (fitness: number, hash = '0123456789abcdef') => {
    const { evaluation } = lifeOf(fitness, { genome: new Float32Array(2), seed: 1, statistics: null, record: false });
    return { seed: 1, evaluation: { ...evaluation, hash } };
  };
  const all = [
    [life(1), life(2)],
    [life(2), life(1)],
    [life(1)],
    [life(1), life(2, '0123456789abcdee')],
    [life(1), life(2, '1123456789abcdef')],
    [life(1), life(2.0000000000000004)],
  ].map(championHash);
  expect(new Set(all).size).toBe(all.length);
});
