import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import type { Genes } from '../../../src/evo/neat/genes.ts';
import { createInnovations } from '../../../src/evo/neat/innovations.ts';
import { offspring, shares } from '../../../src/evo/neat/reproduction.ts';
import { neatSettings } from '../../../src/evo/neat/settings.ts';
import { adaptThreshold, type Species, speciate } from '../../../src/evo/neat/species.ts';
import { stream } from '../../../src/math/rng.ts';

/** Genes whose distance is 0.4 times the difference of their weights. */
const one = (weight: number): Genes => ({
  inputCount: 1,
  outputCount: 1,
  nodes: [{ id: 1, bias: weight }],
  connections: [{ from: 0, to: 1, weight, innovation: 0, enabled: true }],
});
const weightOf = ({ connections }: Genes) => connections[0]!.weight;
const tested = (weight: number, fitness: number) => ({ genes: one(weight), fitness, score: 0.5 });
const about = { threshold: 1, generation: 4, nextId: 3, rng: stream(1) };
const species = (id: number, weights: number[], some: Partial<Species> = {}): Species => ({
  id,
  representative: one(weights[0]!),
  members: weights.map((weight, k) => ({ genes: one(weight), score: 1 - k / 10 })),
  best: 1,
  improved: 0,
  ...some,
});

describe('speciation', () => {
  test('assigns to the first species near enough, or a new one; a species without members ends', () => {
    const before = [species(1, [0]), species(2, [10]), species(0, [99])];
    const after = speciate(
      before,
      [tested(10.5, 9), tested(0.5, 5), tested(-0.5, 4), tested(50, 3), tested(51, 2)],
      about,
    );
    expect(after.map(({ id, members }) => [id, members.map(({ genes }) => weightOf(genes))])).toEqual([
      [1, [0.5, -0.5]],
      [2, [10.5]],
      [3, [50, 51]],
    ]);
    for (const { representative, members } of after)
      expect(members.map(({ genes }) => genes)).toContain(representative);
  });

  test('remembers the best fitness and its generation', () => {
    const before = [species(1, [0], { best: 5 }), species(2, [10], { best: 5 }), species(3, [20], { best: null })];
    const after = speciate(
      before,
      [tested(0, 6), tested(10, 4), tested(20, Number.NaN), tested(30, Number.NaN)],
      about,
    );
    expect(after.map(({ best, improved }) => [best, improved])).toEqual([
      [6, 4],
      [5, 0],
      [null, 0],
      [null, 4],
    ]);
  });

  test('the threshold adapts to the target number', () => {
    expect(adaptThreshold(3, 8, 8)).toBe(3);
    expect(adaptThreshold(3, 16, 1)).toBe(6);
    expect(adaptThreshold(3, 1, 16)).toBe(1.5);
  });
});

test('shares are whole numbers, sum to the total, and give the first at least one', () => {
  expect(shares([1, 1], 10)).toEqual([5, 5]);
  expect(shares([3, 1], 10)).toEqual([8, 2]);
  expect(shares([1, 1, 1], 10)).toEqual([4, 3, 3]);
  expect(shares([0.001, 1, 1], 10)).toEqual([1, 4, 5]);
  for (const parts of [[0.2], [1, 0.3, 0.7], new Array(40).fill(0.1)]) {
    const counts = shares(parts, 12);
    expect(counts.reduce((a, b) => a + b)).toBe(12);
    expect(counts.every((count) => count >= 0)).toBe(true);
    expect(counts[0]).toBeGreaterThan(0);
  }
});

describe('offspring', () => {
  const noMutation = { mutate: 0, addNode: 0, addConnection: 0, enable: 0 };
  const childWeights = (all: Species[], generation: number, some: object = {}) => {
    const settings = v.parse(neatSettings, { populationSize: 20, ...noMutation, ...some });
    const innovations = createInnovations({ node: 9, innovation: 9 });
    return offspring(all, generation, settings, innovations, stream(1)).map(weightOf);
  };

  test('comes from the best members of each species', () => {
    const children = childWeights(
      [species(1, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]), species(2, [101, 102, 103, 104, 105])],
      1,
    );
    expect(children.length).toBe(20);
    expect(new Set(children)).toEqual(new Set([1, 2, 101]));
  });

  test('does not come from a species without progress, unless it is among the two best', () => {
    const all = [species(1, [1]), species(2, [2]), species(3, [3]), species(4, [4], { improved: 90 })];
    for (const [s, each] of all.entries()) each.members[0]!.score -= 0.01 * s;
    expect(new Set(childWeights(all, 100))).toEqual(new Set([1, 2, 4]));
  });

  test('contains the best of large species and the best of all, unchanged', () => {
    const all = [species(1, [1, 2, 3, 4, 5]), species(2, [201, 202]), species(3, [301])];
    all[2]!.members[0]!.score = 2;
    const children = childWeights(all, 1, { mutate: 1, mutation: 0.1 });
    expect(children).toContain(1);
    expect(children).toContain(301);
    expect(children).not.toContain(201);
  });
});
