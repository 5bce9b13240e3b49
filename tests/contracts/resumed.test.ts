/** @module-tag slow */

import { describe, expect, test, vi } from 'vitest';
import { snesDescription } from '../../src/evo/descriptions/snes.ts';
import type { Optimizer } from '../../src/evo/optimizer.ts';
import { snes } from '../../src/evo/snes.ts';
import type { Plain } from '../../src/format/plain-data.ts';
import { runFromFile, runToFile } from '../../src/format/run-file.ts';
import { createCheckpointBuilder } from '../../src/run/checkpoint.ts';
import { inProcess } from '../../src/run/evaluator.ts';
import { initialState, optimizerOf } from '../../src/run/run.ts';
import { resumed } from '../evo/resumed.ts';
import { small, take } from '../run/small.ts';

/** The contents of the made-up optimizer's state after a number of generations. */
let held: (generation: number) => unknown = () => 0;

vi.mock('../../src/evo/optimizers.ts', async (original) => {
  const { optimizers } = await original<typeof import('../../src/evo/optimizers.ts')>();
  const madeUp = {
    ...snes,
    name: 'made-up',
    init: (...its: Parameters<typeof snes.init>) => ({ ...snes.init(...its), held: held(0) }),
    tell: (...its: Parameters<typeof snes.tell>) => ({ ...snes.tell(...its), held: held(its[0].generation + 1) }),
  };
  return { optimizers: { ...optimizers, 'made-up': madeUp } };
});

vi.mock('../../src/evo/optimizer-descriptions.ts', async (original) => {
  const { optimizerDescriptions } = await original<typeof import('../../src/evo/optimizer-descriptions.ts')>();
  return { optimizerDescriptions: { ...optimizerDescriptions, 'made-up': { ...snesDescription, name: 'made-up' } } };
});

/** A run by it after two generations, as the contract reads its search and as `resume` reads it; `false` when it is refused. */
async function readings(hold: typeof held): Promise<{ contract: unknown; resume: unknown; state: unknown }> {
  held = hold;
  const experiment = small({ optimizer: { name: 'made-up' } });
  const builder = createCheckpointBuilder(initialState(experiment));
  for (const generation of await take(2, experiment, inProcess)) builder.add(generation);
  const checkpoint = builder.checkpoint(0);
  const { optimizer: state, generation } = checkpoint.state;
  const { optimizer, settings } = optimizerOf(experiment) as { optimizer: Optimizer; settings: object };
  const initial = initialState(experiment).optimizer as Plain;
  const search = { optimizer, initial, generation, settings, next: settings, genomeFault: () => '' };
  const orFalse = (read: () => unknown) => {
    try {
      return read();
    } catch {
      return false;
    }
  };
  return {
    contract: orFalse(() => resumed(state, search)),
    resume: orFalse(() => runFromFile(runToFile(checkpoint), 'a.gait').state.optimizer),
    state,
  };
}

const nested = (depth: number): unknown => (depth === 0 ? 1 : { in: nested(depth - 1) });

describe('the contract takes the states that a checkpoint takes', () => {
  test.each<[string, unknown]>([
    ['-Infinity', -Infinity],
    ['Infinity', Infinity],
    ['NaN', Number.NaN],
    ['-0', -0],
    ['a list of all of these', [-Infinity, Infinity, Number.NaN, -0, 1]],
    ['rows of all of these', [-Infinity, Number.NaN, -0].map((value) => ({ value, deep: { value } }))],
    ['a typed array of all of these', Float32Array.of(-Infinity, Number.NaN, -0)],
    ['a field that is undefined', undefined],
    ['null', null],
    ['a text of many kinds', '\u0000 "\\ \ud800 é'],
    ['no numbers', []],
  ])('%s', async (_name, value) => {
    const { contract, resume, state } = await readings(() => value);
    expect(resume).toEqual(state);
    expect(contract).toEqual(state);
  });
});

describe('the contract refuses the states that a checkpoint refuses', () => {
  test.each<[string, (generation: number) => unknown]>([
    ['undefined in a list', () => [1, undefined]],
    ['holes in a list', () => new Array(5)],
    ['an integer array', () => Int32Array.of(1, 2)],
    ['a Map', () => new Map([['a', 1]])],
    ['a Date', () => new Date(0)],
    ['a function', () => () => 1],
    ['a BigInt', () => 1n],
    ['a key that stands for something else', () => ({ $: 1 })],
    ['what is nested too deep', () => nested(25)],
    ['a list that begins full and is other things later', (g) => (g === 0 ? [1] : ['a'])],
    ['a row that grows', (g) => new Float64Array(2 + g)],
    ['a number that turns into an object', (g) => (g < 2 ? 1 : {})],
    ['a field that comes later', (g) => (g < 2 ? undefined : 1)],
  ])('%s', async (_name, hold) => {
    expect(await readings(hold)).toMatchObject({ contract: false, resume: false });
  });
});
