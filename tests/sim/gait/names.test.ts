import { expect, test } from 'vitest';
import { type GaitName, gaitNames, gaits } from '../../../src/sim/gait/names.ts';
import { gaitOf, gaitOfTrack, legsBy, type Pattern, stepsOf } from './pattern.ts';

/** Strides of 200 frames, so that borders can be approached to half a percent. */
const fine = { stride: 200, speed: 0.3 };
const two: Pattern = { lags: [0, 0.5], duty: 0.6, ...fine };
/** Legs in the order left fore, right fore, left hind, right hind; the fore foot follows the hind one by `side`. */
const four = (side: number, between = 0.5, duty = 0.6): Pattern => ({
  lags: [side, side + between, 0, between],
  duty,
  ...fine,
});
/** Pairs from front to back; each leg lags behind the one towards the tail by `along`, the right ones by `across`. */
const many = (pairs: number, along: number, across = 0.5): Pattern => ({
  lags: Array.from({ length: 2 * pairs }, (_, i) => (pairs - 1 - Math.floor(i / 2)) * along + (i % 2) * across),
  duty: 0.6,
  ...fine,
});

const cases: [name: GaitName, what: string, pattern: Pattern][] = [
  ['walk', 'duty 0.5, no flight', { ...two, duty: 0.5 }],
  ['jog', 'duty under 0.5, hardly any flight', { ...two, duty: 0.48 }],
  ['jog', 'flight of 0.05', { ...two, duty: 0.475 }],
  ['run', 'flight above 0.05, duty under 0.5', { ...two, duty: 0.47 }],
  ['jog', 'flight above 0.05 with a mean duty of 0.5', { lags: [0, 0.3], duty: [0.93, 0.07], ...fine }],
  ['skip', 'one foot always leads, flight above 0.05', { lags: [0, 0.3], duty: 0.4, ahead: [-0.5, 0.5], ...fine }],
  [
    'limp',
    'one foot always leads, flight of 0.05 at most',
    { lags: [0, 0.3], duty: 0.65, ahead: [-0.5, 0.5], ...fine },
  ],
  ['hop', 'landing together, with flight', { lags: [0, 0.095], duty: 0.3, ...fine }],
  ['run', 'landing a little more than together', { lags: [0, 0.105], duty: 0.3, ...fine }],
  ['shuffle', 'both down for more than 0.6, sliding', { ...two, duty: 0.82, sliding: 0.1 }],
  ['walk', 'both down for 0.6 at most, sliding', { ...two, duty: 0.8, sliding: 0.1 }],
  ['walk', 'both down for more than 0.6, sliding little', { ...two, duty: 0.82, sliding: 0.09 }],
  ['hop', 'one leg', { lags: [0], duty: 0.5, ...fine }],
  ['slide', 'one leg with hardly any flight', { lags: [0], duty: 0.955, ...fine }],
  ['crawl', 'no legs', { lags: [], duty: 0, ...fine }],
  ['stand', 'no legs, no way', { lags: [], duty: 0, ...fine, speed: 0 }],
  ['slide', 'two legs that are never lifted', { ...two, duty: 1 }],
  ['stand', 'stepping in place', { ...two, speed: 0.02 }],
  ['walk', 'just farther than a leg is long', { ...two, speed: 0.0217 }],
  ['jump', 'on the spot with flight above 0.05', { lags: [0, 0], duty: 0.945, ...fine, speed: 0.02 }],
  ['stand', 'on the spot with flight of 0.05', { lags: [0, 0], duty: 0.95, ...fine, speed: 0.02 }],
  ['stand', 'lifted off the ground less than twice', { lags: [0, 0], duty: 0.3, ...fine, speed: 0.02, strides: 2 }],
  ['hop', 'with flight, just farther than a leg is long', { lags: [0, 0], duty: 0.3, ...fine, speed: 0.0217 }],
  ['fall', 'fallen after jumping on the spot', { lags: [0, 0], duty: 0.3, ...fine, speed: 0.02, hasFallen: true }],
  ['fall', 'fallen before two steps a leg', { ...two, strides: 2, hasFallen: true }],
  ['walk', 'fallen after more', { ...two, strides: 5, hasFallen: true }],
  ['fall', 'fallen where it stood', { ...two, speed: 0.02, hasFallen: true }],

  ['lateral-sequence walk', 'the horse’s', four(0.25)],
  ['diagonal-sequence walk', 'the monkey’s', four(0.75)],
  ['walking pace', 'fore-hind lag within 1/16 of 0', four(0.06)],
  ['walking pace', 'from the other side', four(0.94)],
  ['lateral-sequence walk', 'past 1/16', four(0.07)],
  ['lateral-sequence walk', 'before 7/16', four(0.43)],
  ['walking trot', 'past 7/16', four(0.44)],
  ['walking trot', 'before 9/16', four(0.56)],
  ['diagonal-sequence walk', 'past 9/16', four(0.57)],
  ['walking trot', 'duty of 0.5', four(0.5, 0.5, 0.5)],
  ['trot', 'duty under 0.5', four(0.5, 0.5, 0.49)],
  ['pace', 'duty under 0.5', four(0, 0.5, 0.49)],
  ['lateral-sequence run', 'duty under 0.5', four(0.25, 0.5, 0.49)],
  ['diagonal-sequence run', 'duty under 0.5', four(0.75, 0.5, 0.49)],
  ['trot', 'pairs spaced by 0.4', four(0.5, 0.4, 0.4)],
  ['gallop', 'pairs spaced by less than 0.4', four(0.3, 0.38, 0.3)],
  ['scramble', 'uneven pairs with long contacts', four(0.4, 0.3, 0.6)],
  ['canter', 'one diagonal pair together', { lags: [0.3, 0.6, 0, 0.3], duty: 0.35, ...fine }],
  ['gallop', 'diagonal pairs apart', { lags: [0.4, 0.6, 0, 0.2], duty: 0.3, ...fine }],
  ['canter', 'a diagonal within 1/16', { lags: [0.36, 0.66, 0, 0.3], duty: 0.35, ...fine }],
  ['gallop', 'a diagonal more than 1/16 apart', { lags: [0.37, 0.67, 0, 0.3], duty: 0.35, ...fine }],
  ['bound', 'hind feet together, then fore feet', four(0.4, 0.095, 0.3)],
  ['gallop', 'hind feet no longer together', four(0.4, 0.105, 0.3)],
  ['half-bound', 'fore feet one by one', { lags: [0.4, 0.6, 0, 0.05], duty: 0.3, ...fine }],
  ['pronk', 'all four together', four(0.095, 0, 0.4)],
  ['bound', 'fore feet later than together', four(0.105, 0, 0.4)],

  ['tripod', 'six legs, neighbours in alternation', many(3, 0.5)],
  ['tripod', 'a tenth off', many(3, 0.4)],
  ['wave', 'more than a tenth off', many(3, 0.39)],
  ['alternating', 'eight legs in alternation', many(4, 0.5)],
  ['wave', 'a step of a sixteenth along the side', many(4, 0.07)],
  ['scramble', 'less than a sixteenth', many(4, 0.06)],
  ['scramble', 'from front to back, against Wilson’s first rule', many(3, 0.75)],
  ['tripod', 'girdles alternate loosely', many(3, 0.5, 0.3)],
  ['scramble', 'girdles do not alternate', many(3, 0.5, 0.29)],
  ['walk', 'three legs that step in turn', { lags: [0, 0.33, 0.66], duty: 0.6, ...fine }],
  ['run', 'three legs with flight', { lags: [0, 0.33, 0.66], duty: 0.3, ...fine }],
];

test.each(cases)('%s: %s', (name, _what, pattern) => {
  expect(gaitOf(pattern).name).toBe(name);
});

/** Steps one after the other: `L` and `R` pass the other foot, `l` and `r` land behind it. */
const named = (steps: string, down: readonly [number, number]) => gaitOfTrack(stepsOf(steps, legsBy(2), down)).name;

test.each([
  ['walk', 'LRLRLRlRLR', 'nine of ten landings pass'],
  ['walk', 'lRLRlRLRLR', 'four of five pass'],
  ['stumble', 'lRlRLRLRLr', 'seven of ten pass'],
  ['stumble', 'lRlRLRlRLr', 'six of ten pass'],
  ['limp', 'lRlRlRlRlR', 'half of them pass'],
] as const)('%s: %s, %s', (name, steps, _what) => {
  expect(named(steps.repeat(10), [1.2, 1.2])).toBe(name);
});

test.each([
  ['run', 'LLLRLRLRLRLRLRLRLRLR', 'two of twenty footfalls repeat'],
  ['run', 'LLLLRLRLRRLRLRLRLRLR', 'four of twenty repeat'],
  ['stumble', 'LLLLLRLRRLRLRRLRLRLR', 'six of twenty repeat'],
] as const)('%s: %s, %s', (name, steps, _what) => {
  expect(named(steps.repeat(5), [0.9, 0.9])).toBe(name);
});

test.each([
  ['drag', 'LLLLLLR', [0.7, 6.8], 'fewer than a third of the steps, mostly down'],
  ['hop', 'LLLLLLR', [0.7, 0.4], 'fewer than a third of the steps, mostly in the air'],
  ['stumble', 'LLLR', [0.7, 3.8], 'a third of the steps'],
] as const)('%s: %s', (name, steps, down, _what) => {
  expect(named(steps.repeat(10), down)).toBe(name);
});

test('every name is shown by a pattern or a sequence', () => {
  const shown = new Set([...cases.map(([name]) => name), 'drag', 'stumble']);
  expect(Object.keys(gaits).filter((name) => !shown.has(name as GaitName))).toEqual([]);
});

test('the numbers of gaits in saved runs do not change', () => {
  expect(gaitNames.slice(0, 9)).toEqual('walk run jog skip limp shuffle drag hop stumble'.split(' '));
  expect(gaitNames.slice(26, 31)).toEqual(['crawl', 'slide', 'stand', 'fall', 'jump']);
});
