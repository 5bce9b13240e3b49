import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import type { Optimizer } from '../../src/evo/optimizer.ts';
import { optimizers } from '../../src/evo/optimizers.ts';
import { type Landscape, sphere } from './landscapes.ts';
import { evaluateAll } from './run-search.ts';

/** Settings that change the algorithm; the contract tests only the defaults. */
const VARIANTS: [keyof typeof optimizers, object][] = [
  ['cma-es', { restart: 'ipop' }],
  ['cma-es', { active: false }],
  ['sep-cma-es', { active: false }],
  ['openai-es', { stepRule: 'clipup', shaping: 'nes-utilities' }],
  ['openai-es', { stepRule: 'sgd', shaping: 'z-scores' }],
  ['pgpe', { stepRule: 'adam', shaping: 'raw' }],
  ['ars', { stepRule: 'adam', shaping: 'centred-ranks', topCount: 2 }],
  ['ars', { stepRule: 'clipup', shaping: 'raw' }],
  ['genetic', { selection: 'tournament', crossover: 'uniform' }],
  ['genetic', { selection: 'tournament', crossover: 'one-point', eliteCount: 0 }],
];

/** With steps, so that many fitnesses are equal, and constant far from the optimum. */
const terraced: Landscape = (x) => Math.min(20, Math.floor(4 * sphere(x)));

describe.each(VARIANTS)('%s with %o', (name, settings) => {
  const optimizer: Optimizer = optimizers[name] as never;
  const begin = (x: number) =>
    optimizer.init(4, v.parse(optimizer.settings, { populationSize: 10, ...settings }), 1, [x, x, x, x]);
  const turn = (state: unknown, backwards = false) => {
    const { genomes, state: asked } = optimizer.ask(state);
    const given = backwards ? genomes.toReversed() : genomes;
    return optimizer.tell(asked, given, evaluateAll(given, terraced));
  };

  test.each([1, 5])('continues to the same bits from a clone and with reversed genomes, started at %i', (x) => {
    let straight = begin(x);
    let other = begin(x);
    for (let g = 0; g < 40; g++) {
      straight = turn(straight);
      other = turn(structuredClone(other), g % 2 === 1);
    }
    expect(other).toEqual(straight);
    expect(optimizer.mean(straight).every(Number.isFinite)).toBe(true);
    expect(optimizer.stats(straight).generation).toBe(40);
  });
});
