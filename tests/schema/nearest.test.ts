import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { parseExperiment } from '../../src/run/experiment.ts';
import { parse } from '../../src/schema/fault.ts';
import { didYouMean, didYouMeanPath, editDistance, nearest } from '../../src/schema/nearest.ts';

describe('the edit distance', () => {
  it.each([
    ['', '', 0],
    ['', 'abc', 3],
    ['sed', 'seed', 1],
    ['sigam', 'sigma', 1],
    ['kitten', 'sitting', 3],
    ['ca', 'abc', 3],
  ])('of %j and %j is %i', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
    expect(editDistance(b, a)).toBe(distance);
  });

  it('is 0 only between equal words and never more than the longer one', () => {
    const word = fc.string({ maxLength: 12 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        const distance = editDistance(a, b);
        expect(distance === 0).toBe(a === b);
        expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
        expect(distance).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
      }),
    );
  });
});

describe('the suggestion for a misspelt name', () => {
  it('is the nearest option, or none', () => {
    expect(nearest('difficutly', ['difficulty', 'duration'])).toBe('difficulty');
    expect(nearest('population_size', ['populationSize', 'sigma'])).toBe('populationSize');
    expect(nearest('wings', ['difficulty', 'duration'])).toBeUndefined();
    expect(nearest('x', ['y'])).toBeUndefined();
    expect(didYouMean('dgo', ['dog', 'hopper'])).toBe('; did you mean dog?');
  });

  it('is asked of a path by its section, its key, or both', () => {
    const paths = ['task.difficulty', 'task.duration', 'optimizer.sigma', 'optimizer.populationSize'];
    for (const [path, words] of [
      ['difficulty', 'task.difficulty'],
      ['tsk.difficulty', 'task.difficulty'],
      ['task.dificulty', 'task.difficulty'],
      ['optimiser.populationsize', 'optimizer.populationSize'],
      ['optimiser.wings', 'optimizer'],
    ] as const)
      expect(didYouMeanPath(path, paths)).toBe(`; did you mean ${words}?`);
    for (const path of ['wings', 'task.wings', 'body.wings', '', '.', 'a.b.c']) {
      const found = didYouMeanPath(path, paths);
      expect(found).toBe('');
    }
    // Of two sections that have the key, none is more likely.
    expect(didYouMeanPath('sigma', [...paths, 'task.sigma'])).toBe('');
  });

  it.each<[object, string]>([
    [{ sed: 3 }, 'sed is not a known setting; did you mean seed?'],
    [{ task: { name: 'walk', dificulty: 1 } }, 'task.dificulty is not a known setting; did you mean difficulty?'],
    [{ optimizer: { name: 'snes', populationsize: 9 } }, 'did you mean populationSize?'],
    [{ body: 'bipde' }, 'did you mean "biped"?'],
    [{ task: { name: 'hils' } }, 'did you mean "hills"?'],
    [
      { amendments: [{ generation: 1, changes: {}, chnges: {} }] },
      'amendments[0].chnges is not a known setting; did you mean changes?',
    ],
  ])('is in the error of an experiment %j', (document, words) => {
    expect(() => parseExperiment(document)).toThrow(words);
  });

  it('is one of the keys of the chosen entry', () => {
    const schema = v.strictObject({
      of: v.variant('kind', [
        v.strictObject({ kind: v.literal('a'), width: v.number() }),
        v.strictObject({ kind: v.literal('b'), height: v.number() }),
      ]),
    });
    expect(() => parse(schema, { of: { kind: 'b', height: 1, heigth: 2 } })).toThrow(/did you mean height\?/);
    expect(() => parse(schema, { of: { kind: 'a', width: 1, heigth: 2 } })).toThrow(/setting$/);
  });
});
