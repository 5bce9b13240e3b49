import { expect, test } from 'vitest';
import { episodesFromText, episodesToText } from '../../src/cluster/episodes-document.ts';
import { parseQueueAddress } from '../../src/cluster/queue-address.ts';
import { evaluateBatch } from '../../src/run/evaluator.ts';
import { failedEpisode } from '../../src/run/failed-episode.ts';
import { initialState, optimizerOf } from '../../src/run/run.ts';
import { small } from '../run/small.ts';

const experiment = small();
const [genome] = optimizerOf(experiment).optimizer.ask(initialState(experiment).optimizer).genomes;
const episode = evaluateBatch({
  experiment,
  requests: [{ genome: genome!, seed: 1, statistics: null, record: false, trace: true }],
})[0]!;
const sensorCount = episode.observed.mean.length;

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
