import { describe, expect, it } from 'vitest';
import { describeEpisode } from '../../../src/app/stage/episode-sentence.ts';
import type { Test } from '../../../src/run/champion.ts';
import { parseExperiment } from '../../../src/run/experiment.ts';
import type { Ending } from '../../../src/sim/evaluation.ts';
import type { Gait } from '../../../src/sim/gait/gait.ts';
import type { GaitName } from '../../../src/sim/gait/names.ts';
import { puppet } from '../../creature/puppet.ts';

const life = (ending: Ending, distance: number, duration: number) =>
  ({ seed: 1, evaluation: { ending, metrics: { distance, duration } } }) as unknown as Test;

const said = (ending: Ending, distance: number, duration = 3, task = 'walk') =>
  describeEpisode(
    parseExperiment({ task: { name: task } }),
    'Generation 12',
    life(ending, distance, duration),
    distance,
  );

describe('the sentence about an episode', () => {
  it.each([
    [said('terminated', 6.44), 'Generation 12 walks 6.4 m before it falls.'],
    [said('terminated', 0.2), 'Generation 12 falls over on the spot.'],
    [said('terminated', -0.9), 'Generation 12 falls over backwards.'],
    [said('truncated', -0.9), 'Generation 12 goes the wrong way.'],
    [said('truncated', 0.1), 'Generation 12 won’t take a step.'],
    [said('truncated', 2.5), 'Generation 12 walks 2.5 m and gets stuck.'],
    [said('truncated', 14.2, 10), 'Generation 12 walks 14.2 m and stays upright.'],
    [said('truncated', 0.42, 5, 'jump'), 'Generation 12 gets 0.4 m off the ground.'],
  ])('%s', (sentence, expected) => expect(sentence).toBe(expected));

  it.each([
    ['hopper', 'hops'],
    ['dog', 'trots'],
    [puppet, 'walks'],
    [{ ...puppet, verb: 'rolls' }, 'rolls'],
  ])('the sentence has the body’s own verb', (body, verb) => {
    const sentence = describeEpisode(parseExperiment({ body }), 'It', life('truncated', 6.4, 10), 6.4);
    expect(sentence).toBe(`It ${verb} 6.4 m and stays upright.`);
  });

  it.each<[string | object, GaitName, string]>([
    ['biped', 'skip', 'skips'],
    ['dog', 'gallop', 'gallops'],
    ['dog', 'stand', 'trots'],
    ['biped', 'drag', 'drags a foot for'],
    ['biped', 'slide', 'walks'],
    ['caterpillar', 'crawl', 'crawls'],
    [{ ...puppet, verb: 'rolls' }, 'slide', 'rolls'],
  ])('the %s that does a %s %s', (body, gait, verb) => {
    const result = life('truncated', 6.4, 10);
    result.evaluation.metrics.gait = { name: gait } as Gait;
    expect(describeEpisode(parseExperiment({ body }), 'It', result, 6.4)).toBe(`It ${verb} 6.4 m and stays upright.`);
  });

  it('does not call a fall without steps a walk', () => {
    const result = life('terminated', 2.4, 1);
    result.evaluation.metrics.gait = { name: 'fall' } as Gait;
    expect(describeEpisode(parseExperiment({}), 'It', result, 2.4)).toBe('It falls forward 2.4 m.');
    result.evaluation.metrics.gait = { name: 'stumble' } as Gait;
    expect(describeEpisode(parseExperiment({}), 'It', result, 2.4)).toBe('It stumbles 2.4 m before it falls.');
  });
});
