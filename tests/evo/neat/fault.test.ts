import * as v from 'valibot';
import { expect, test } from 'vitest';
import { neatFault } from '../../../src/evo/neat/fault.ts';
import type { NeatState } from '../../../src/evo/neat/state.ts';
import { neat } from '../../../src/evo/neat.ts';
import { smallestGraph } from '../../../src/math/graph.ts';
import { graphToCode } from '../../../src/math/graph-code.ts';

/** A search of one generation, whose numbers can be changed. */
function searched(): NeatState {
  const settings = v.parse(neat.settings, { populationSize: 8 });
  const start = neat.init(0, settings, 1, graphToCode(smallestGraph(2, 1)));
  const { genomes, state } = neat.ask(start);
  return structuredClone(
    neat.tell(
      state,
      genomes,
      genomes.map((_, k) => k),
    ),
  ) as NeatState;
}
type Changes = (state: NeatState) => unknown;
const faultOf = (change: Changes) => {
  const state = searched();
  change(state);
  return neatFault(state);
};

test.each<[string, Changes]>([
  ['nothing', () => {}],
  ['a score of 1', ({ species }) => Object.assign(species[0]!.members[0]!, { score: 1 })],
  ['the smallest score', ({ species }) => Object.assign(species[0]!.members[0]!, { score: Number.MIN_VALUE })],
  ['a species of generation 0', ({ species }) => Object.assign(species[0]!, { improved: 0, id: 0 })],
])('a state with %s changed may go on', (_what, change) => {
  expect(faultOf(change)).toBe('');
});

test.each<[string, Changes]>([
  ['threshold is 0', (it) => Object.assign(it, { threshold: 0 })],
  ['threshold is Infinity', (it) => Object.assign(it, { threshold: Number.POSITIVE_INFINITY })],
  ['species[0] has an id or generation', ({ species }) => Object.assign(species[0]!, { id: -1 })],
  ['species[0] has an id or generation', (it) => Object.assign(it.species[0]!, { id: it.nextSpecies })],
  ['species[0] has an id or generation', ({ species }) => Object.assign(species[0]!, { improved: 0.5 })],
  ['species[0] has no members', ({ species }) => Object.assign(species[0]!, { members: [] })],
  ['species[0].members[0].score is 0, must', ({ species }) => Object.assign(species[0]!.members[0]!, { score: 0 })],
  ['species[0].members[1].score is 1.001', ({ species }) => Object.assign(species[0]!.members[1]!, { score: 1.001 })],
  ['counters are not counts', (it) => Object.assign(it.counters, { node: 3.5 })],
  ['origin has ids above the counters', (it) => Object.assign(it.counters, { node: 2 })],
  ['origin has ids above the counters', (it) => Object.assign(it.counters, { innovation: 1 })],
  ['champion has other inputs or outputs', (it) => Object.assign(it.champion, { inputCount: 3 })],
  ['champion has other inputs or outputs', (it) => Object.assign(it.champion, { outputCount: 2 })],
  [
    'species[0].representative has connections whose innovation numbers do not rise',
    ({ species }) => Object.assign(species[0]!.representative.connections[1]!, { innovation: 0 }),
  ],
  [
    'species[0].members[0] has connections whose innovation numbers do not rise',
    ({ species }) => {
      const [member] = species[0]!.members;
      const { genes } = member!;
      Object.assign(member!, { genes: { ...genes, connections: genes.connections.toReversed() } });
    },
  ],
])('%s', (sentence, change) => {
  expect(faultOf(change).startsWith(sentence)).toBe(true);
});
