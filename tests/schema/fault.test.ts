import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { parse } from '../../src/schema/fault.ts';
import { choice, flag, integer, integers, number } from '../../src/schema/field.ts';

const about = { title: 'Some setting', effect: 'Does something.' };
const schema = v.strictObject({
  pace: number({ default: 0.5, min: 0, max: 1, ...about }),
  steps: integer({ default: 3, min: 1, max: 9, ...about }),
  gait: choice({ default: 'walk', options: ['walk', 'run'], ...about }),
  calm: flag({ default: true, ...about }),
  layers: integers({ default: [16], min: 1, max: 99, maxLength: 2, ...about }),
  count: v.optional(v.pipe(v.number(), v.gtValue(2)), 3),
  legs: v.optional(v.array(v.strictObject({ knees: v.number() })), []),
  body: v.optional(
    v.union([
      v.picklist(['biped', 'spider']),
      v.strictObject({ name: v.string(), size: v.pipe(v.number(), v.minValue(1)) }),
    ]),
    'biped',
  ),
});

/** The message for a faulty document. */
const fault = (input: unknown, source?: string): string => {
  try {
    parse(schema, input, source);
  } catch (error) {
    return (error as Error).message;
  }
  return 'no fault';
};

test.each<[string, unknown, string]>([
  ['too little', { pace: -0.1 }, 'pace is -0.1, must be 0 or more'],
  ['too much', { pace: 1.5 }, 'pace is 1.5, must be 1 or less'],
  ['not more than a bound', { count: 2 }, 'count is 2, must be more than 2'],
  ['a text for a number', { pace: '1' }, 'pace is "1", must be a number'],
  ['null for a number', { pace: null }, 'pace is null, must be a number'],
  ['NaN for a number', { pace: Number.NaN }, 'pace is NaN, must be a number'],
  ['an infinite number', { pace: Number.POSITIVE_INFINITY }, 'pace is Infinity, must be a finite number'],
  ['a fraction for a whole number', { steps: 1.5 }, 'steps is 1.5, must be a whole number'],
  ['a number for a flag', { calm: 1 }, 'calm is 1, must be true or false'],
  ['none of the choices', { gait: 'fly' }, 'gait is "fly", must be "walk" or "run"'],
  ['a number for a list', { layers: 16 }, 'layers is 16, must be a list'],
  ['too long a list', { layers: [1, 2, 3] }, 'layers is [1,2,3], must have 2 entries or fewer'],
  ['a fault within a list', { layers: [4, 0] }, 'layers[1] is 0, must be 1 or more'],
  [
    'a fault within a list of objects',
    { legs: [{ knees: 1 }, { knees: 'a' }] },
    'legs[1].knees is "a", must be a number',
  ],
  ['something missing', { legs: [{}] }, 'legs[0].knees is missing'],
  ['an unknown key', { paces: 1 }, 'paces is not a known setting; did you mean pace?'],
  ['an unknown key further in', { legs: [{ knees: 1, toes: 5 }] }, 'legs[0].toes is not a known setting'],
  ['a key that objects inherit', { toString: 1 }, 'toString is not a known setting'],
  [
    'an unknown name where a plan would do too',
    { body: 'bipd' },
    'body is "bipd", must be "biped" or "spider" or an object; did you mean "biped"?',
  ],
  [
    'a wrong kind in a plan where a name would do too',
    { body: { name: 'x', size: 'big' } },
    'body.size is "big", must be a number',
  ],
  [
    'a fault in a plan where a name would do too',
    { body: { name: 'x', size: 0 } },
    'body.size is 0, must be 1 or more',
  ],
  ['null', null, 'it is null, must be an object'],
  ['a list', [], 'it is [], must be an object'],
  ['nothing', undefined, 'it is missing, must be an object'],
  ['a function', () => 1, 'it is function, must be an object'],
])('%s is reported with its place and what it must be', (_what, input, sentence) => {
  expect(fault(input)).toBe(sentence);
});

test('a long value is cut short', () => {
  expect(fault({ pace: 'x'.repeat(200) })).toBe(`pace is "${'x'.repeat(39)}…, must be a number`);
});

test('the source comes first', () => {
  expect(fault({ pace: 7 }, 'run.json')).toBe('run.json: pace is 7, must be 1 or less');
});

describe('a key __proto__ in a document', () => {
  test('is a fault and reaches no prototype', () => {
    expect(fault(JSON.parse('{ "__proto__": { "pace": 1 } }'))).toBe('__proto__ is not a known setting');
    expect(({} as { pace?: number }).pace).toBeUndefined();
  });
});

test('a check that names a place of its own continues the path, another one follows it', () => {
  const checked = (message: string) =>
    v.strictObject({
      experiment: v.pipe(
        v.any(),
        v.check(() => false, message),
      ),
    });
  const faultOf = (message: string) => () => parse(checked(message), { experiment: 1 }, 'a.gait');
  expect(faultOf('amendments[0].changes: no')).toThrow('a.gait: experiment.amendments[0].changes: no');
  expect(faultOf('needs 5 GB: too much')).toThrow('a.gait: experiment needs 5 GB: too much');
});
