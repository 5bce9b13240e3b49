import { expect, test } from 'vitest';
import { batchToDocument, parseBatch, requestsOf } from '../../src/cluster/batch-document.ts';
import { episodesFromText, episodesToText } from '../../src/cluster/episodes-document.ts';
import { parseQueueAddress } from '../../src/cluster/queue-address.ts';
import { emptyMoments } from '../../src/math/stats.ts';
import { evaluateBatch } from '../../src/run/evaluator.ts';
import { failedEpisode } from '../../src/run/failed-episode.ts';
import { initialState, optimizerOf } from '../../src/run/run.ts';
import { setupOf } from '../../src/run/setup.ts';
import { small } from '../run/small.ts';

const experiment = small();
const setup = setupOf(experiment);
const { genomes } = optimizerOf(experiment).optimizer.ask(initialState(experiment).optimizer);
const size = evaluateBatch({ experiment, requests: [] }).length;
const [genome] = genomes;
const episode = evaluateBatch({
  experiment,
  requests: [{ genome: genome!, seed: 1, statistics: null, record: false, trace: true }],
})[0]!;
const sensorCount = episode.observed.mean.length;
const header = { run: '0123456789abcdef', batch: 3, experiment: 'a'.repeat(64) };

test('a batch is read as it was written, with equal genomes written once', () => {
  const statistics = { ...emptyMoments(sensorCount), count: 5 };
  statistics.mean[0] = -0;
  const requests = [
    { genome: genome!, seed: 4294967295, statistics, generation: 0, record: false, trace: false },
    { genome: genome!, seed: 0, statistics: null, record: false, trace: true },
  ];
  const document = JSON.parse(JSON.stringify(batchToDocument(requests, header)));
  expect(document.genomes).toHaveLength(1);
  expect(requestsOf(parseBatch(document), setup)).toEqual(requests);
  expect(size).toBe(0);
});

test.each<[string, object, RegExp]>([
  ['an unknown key', { more: 1 }, /more is not a known setting/],
  ['a short genome', { genomes: ['AAAA'] }, /genomes\[0\] must be numbers of 4 bytes each in base64/],
  ['a genome of another brain', { genomes: ['AAAAAA=='] }, /genomes\[0\]: genome has 1 numbers/],
  ['no base64', { genomes: ['????'] }, /genomes\[0\] must be numbers of 4 bytes/],
  ['a missing genome', { requests: [[7, -1, 1, -1, 0]] }, /requests\[0\] names a genome/],
  ['a seed that is none', { requests: [[0, -1, -1, -1, 0]] }, /requests\[0\]\[2\] is -1, must be 0 or more/],
  ['statistics of another body', { statistics: [{ count: 1, mean: '', squares: '' }] }, /statistics\[0\] must have/],
])('a batch with %s is refused', (_, change, message) => {
  const request = { genome: genome!, seed: 1, statistics: null, record: false, trace: false };
  const document = { ...batchToDocument([request], header), ...change };
  expect(() => requestsOf(parseBatch(document), setup)).toThrow(message);
});

test('episodes are read to the last bit, also NaN, -0, infinity and a fault', () => {
  const failed = failedEpisode(experiment, 'lost');
  const odd = structuredClone(episode);
  Object.assign(odd.evaluation.metrics, { energy: -0, speed: Number.NEGATIVE_INFINITY });
  for (const episodes of [[episode], [odd, odd], [episode, failed, odd]]) {
    expect(episodesFromText(episodesToText(episodes), episodes.length, sensorCount)).toEqual(episodes);
  }
  expect(episodesToText([odd])).not.toBe(episodesToText([episode]));
});

test('episodes that do not fit are refused', () => {
  const text = episodesToText([episode]);
  const read = (of: string) => () => episodesFromText(of, 1, sensorCount);
  expect(() => episodesFromText(text, 2, sensorCount)).toThrow('it has 1 episodes, not 2');
  expect(() => episodesFromText(text, 1, 3)).toThrow('[0].observed must have 3 numbers each');
  expect(read(text.replace('"truncated"', '"done"').replace('"terminated"', '"done"'))).toThrow(/ending is "done"/);
  expect(read('{"$":"rows"}')).toThrow('episodes is of an unknown kind');
  expect(read('[[[')).toThrow('the text is not JSON');
  expect(read('[{"__proto__":{"evaluation":1}}]')).toThrow('has a key __proto__');
  expect(read('['.repeat(50))).toThrow('the text is nested more than 40 deep');
  expect(read('[]')).toThrow('it has 0 episodes, not 1');
});

test('the address of a queue is read from its URL, and its name holds no password', () => {
  expect(parseQueueAddress('rediss://me:p%40ss@[::1]:7000/3')).toEqual({
    host: '::1',
    port: 7000,
    database: 3,
    username: 'me',
    password: 'p@ss',
    isEncrypted: true,
    name: '[::1]:7000/3',
  });
  expect(parseQueueAddress('redis://queue', 'secret')).toMatchObject({ port: 6379, database: 0, password: 'secret' });
  for (const wrong of [
    '',
    'queue',
    'http://queue',
    'redis://',
    'redis://:secret@queue/x',
    'redis://:secret@queue/1?a=b',
  ]) {
    expect(() => parseQueueAddress(wrong)).toThrow(/must /);
    expect(() => parseQueueAddress(wrong)).not.toThrow(/secret/);
  }
});
