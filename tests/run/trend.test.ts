import { expect, test } from 'vitest';
import { gainOf, isGain, recentMean, recentRms } from '../../src/run/trend.ts';
import type { VitalSigns } from '../../src/run/vital-signs.ts';

const { NaN: none } = Number;
/** Signs of generations whose champions have these fitnesses; NaN for none. */
const signsOf = (fitnesses: number[], from = 0) =>
  fitnesses.map((fitness, i) => ({ generation: from + i, fitness }) as VitalSigns);
/** Ten generations, of which so many have a champion, of that fitness. */
const ten = (known: number, fitness: number) => Array.from({ length: 10 }, (_, i) => (i < known ? fitness : none));

test('the gain compares the newest ten generations with the ten that ended so many before', () => {
  const fitnesses = Array.from({ length: 40 }, (_, i) => i);
  // 10 to 19 against 30 to 39; ten consecutive numbers have variance 55/6.
  expect(gainOf(signsOf(fitnesses, 5), 20)).toEqual({
    now: 34.5,
    before: 14.5,
    apart: 20,
    luck: expect.closeTo(Math.sqrt((2 * (55 / 6)) / 10), 12),
  });
  // With fewer generations than asked for, the first ones.
  expect(gainOf(signsOf(fitnesses.slice(0, 22)), 50)).toMatchObject({ now: 16.5, before: 4.5, apart: 12 });
});

test('fifteen generations can be compared, five old ones with ten new ones', () => {
  const fitnesses = Array.from({ length: 15 }, (_, i) => i);
  expect(gainOf(signsOf(fitnesses), 20)).toMatchObject({ now: 9.5, before: 2, apart: 10 });
  expect(gainOf(signsOf(fitnesses.slice(1)), 20)).toBeUndefined();
});

test('half of the generations on each side must have a champion', () => {
  expect(gainOf(signsOf([...ten(5, 1), ...ten(5, 3)]), 10)).toMatchObject({ now: 3, before: 1, apart: 10, luck: 0 });
  expect(gainOf(signsOf([...ten(4, 1), ...ten(10, 3)]), 10)).toBeUndefined();
  expect(gainOf(signsOf([...ten(10, 1), ...ten(4, 3)]), 10)).toBeUndefined();
});

test('a gain is more than its standard error, and more than a tenth of the former fitness, of 1 m or more', () => {
  const gain = (by: number, before: number, luck = 0) => isGain({ now: before + by, before, luck, apart: 20 });
  expect([gain(0.51, 2, 0.5), gain(0.49, 2, 0.5)]).toEqual([true, false]);
  expect([gain(0.21, 2), gain(0.19, 2)]).toEqual([true, false]);
  expect([gain(0.21, -2), gain(0.19, -2)]).toEqual([true, false]);
  expect([gain(0.11, 0.5), gain(0.09, 0.5)]).toEqual([true, false]);
  expect(gain(-1, 2)).toBe(false);
});

test('means of a sign leave out generations that have none', () => {
  const course = { signs: signsOf([100, 1, none, 5]) } as never;
  expect(recentMean(course, 'fitness', 3)).toBe(3);
  expect(recentMean(course, 'fitness')).toBe(106 / 3);
  expect(recentRms(course, 'fitness', 3)).toBe(Math.sqrt(13));
  expect(recentMean({ signs: signsOf([none]) } as never, 'fitness')).toBeNaN();
});
