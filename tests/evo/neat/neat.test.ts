/** @module-tag slow */

import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { graph } from '../../../src/creature/brains/graph.ts';
import { neat } from '../../../src/evo/neat.ts';
import { structureOf } from '../../../src/math/graph-structure.ts';
import { median } from '../../../src/math/stats.ts';

const brain = graph.build({}, { observationSize: 2, actionSize: 1, controlTimestep: 0.1 });
const begin = (seed: number, some: object = {}) => neat.init(0, v.parse(neat.settings, some), seed, brain.start);
const CASES = [
  [0, 0, -1],
  [0, 1, 1],
  [1, 0, 1],
  [1, 1, -1],
] as const;

/**
 * Exclusive or, with outputs scaled from [-1, 1] to [0, 1]: fitness is 4 minus the squared errors, and it is solved when all
 * four are on the right side of a half, as in Stanley & Miikkulainen 2002, section 4.1.
 */
function exclusiveOr(genome: Float32Array): { fitness: number; solved: boolean } {
  const policy = brain.wake(genome);
  const action = new Float64Array(1);
  let fitness = 4;
  let solved = true;
  for (const [a, b, wanted] of CASES) {
    policy(Float64Array.of(a, b), action);
    const value = action[0]!;
    fitness -= ((value - wanted) / 2) ** 2;
    if (value * wanted <= 0) solved = false;
  }
  return { fitness, solved };
}

/** The first net that solves it, and its generation; Infinity when 100 generations are not enough. */
function solution(seed: number) {
  let state = begin(seed, { populationSize: 150 });
  for (let generation = 1; generation <= 100; generation++) {
    const { genomes } = neat.ask(state);
    const tried = genomes.map(exclusiveOr);
    const found = tried.findIndex(({ solved }) => solved);
    if (found >= 0) return { generation, genome: genomes[found]! };
    const fitness = tried.map(({ fitness }) => fitness);
    state = neat.tell(state, genomes, fitness);
  }
  return { generation: Number.POSITIVE_INFINITY, genome: brain.start! };
}

test('evolves a net for exclusive or within 100 generations of 150', () => {
  const found = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(solution);
  expect(found.filter(({ generation }) => generation <= 100).length).toBeGreaterThanOrEqual(9);
  // No net without a hidden neuron can solve it.
  for (const { genome } of found) expect(structureOf(genome).nodes.length).toBeGreaterThan(3);
  expect(median(found.map(({ generation }) => generation))).toBeLessThan(50);
});

describe('a run', () => {
  const stateAfter = (generations: number, some: object = {}) => {
    let state = begin(3, { populationSize: 60, ...some });
    for (let g = 0; g < generations; g++) {
      const { genomes } = neat.ask(state);
      const fitness = genomes.map((genome) => exclusiveOr(genome).fitness);
      state = neat.tell(state, genomes, fitness);
    }
    return state;
  };

  test('keeps about the target number of species', () => {
    for (const target of [1, 4, 8]) {
      const counts = [20, 25, 30].map(
        (generations) => stateAfter(generations, { speciesCount: target }).species.length,
      );
      expect(median(counts)).toBeGreaterThanOrEqual(target / 2);
      expect(median(counts)).toBeLessThanOrEqual(target * 2);
    }
  });

  test('gives new structure higher ids than any before', () => {
    const [early, late] = [stateAfter(5), stateAfter(30)];
    expect(late.counters.innovation).toBeGreaterThan(early.counters.innovation);
    for (const { counters, species } of [early, late]) {
      for (const { genes } of species.flatMap(({ members }) => members)) {
        for (const { id } of genes.nodes) expect(id).toBeLessThan(counters.node);
        for (const { innovation } of genes.connections) expect(innovation).toBeLessThan(counters.innovation);
      }
    }
  });

  test('is represented by the best of the last generation, which is evaluated again', () => {
    const state = stateAfter(10);
    const { genomes } = neat.ask(state);
    const champion = neat.mean(state);
    expect(genomes).toContainEqual(champion);
    const { others } = neat.stats(state);
    const structure = structureOf(champion);
    expect(others).toMatchObject({
      connections: structure.connections.length,
      neurons: structure.nodes.length - 3,
      species: state.species.length,
    });
    // A champion that is no longer the best is replaced.
    const k = genomes.findIndex((genome) => genome.every((value, i) => value === champion[i]));
    const next = neat.tell(
      state,
      genomes,
      genomes.map((_, i) => (i === k ? -1 : i)),
    );
    expect(neat.mean(next)).toEqual(genomes.at(-1));
  });

  test('accepts a genome it did not ask for, with its node ids', () => {
    const grown = neat.mean(stateAfter(30, { addNode: 0.3 }));
    const next = neat.tell(begin(1), [grown, brain.start!, grown], [3, 1, 2]);
    expect(neat.mean(next)).toEqual(grown);
    const nodes = structureOf(grown).nodes.map(({ id }) => id);
    expect(next.counters.node).toBeGreaterThan(Math.max(...nodes));
    expect(() => neat.tell(begin(1), [grown, [1, 2, 3]], [1, 2])).toThrow('net has 3 numbers, fewer than');
  });
});

test('needs a net to start from', () => {
  expect(() => neat.init(6, v.parse(neat.settings, {}), 1)).toThrow('NEAT needs a net to start from');
});
