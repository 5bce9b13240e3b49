/** @module-tag slow */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { optimizers } from '../../src/evo/optimizers.ts';
import { decodeFile, encodeFile } from '../../src/format/container.ts';
import { checkpointFromDocument, checkpointToDocument } from '../../src/format/run-document.ts';
import { type Checkpoint, createCheckpointBuilder } from '../../src/run/checkpoint.ts';
import { inProcess } from '../../src/run/evaluator.ts';
import { initialState, type RunState } from '../../src/run/run.ts';
import { placesIn, put } from '../fuzz/places.ts';
import { first, pretending, small, take } from '../run/small.ts';

type Document = Record<string, unknown>;

/** What a file gives back. */
function kept(checkpoint: Checkpoint): Checkpoint {
  const { kind, document } = decodeFile(encodeFile('run', checkpointToDocument(checkpoint)), 'a.gait');
  expect(kind).toBe('run');
  return checkpointFromDocument(document, 'a.gait');
}

/** The checkpoint of a run after some generations. */
async function reached(some: Parameters<typeof small>[0], generations: number, options = {}): Promise<Checkpoint> {
  const experiment = small(some);
  const ledger = createCheckpointBuilder(initialState(experiment));
  for (const each of await take(generations, experiment, inProcess, options)) ledger.add(each);
  return ledger.checkpoint(1.5);
}

describe.each(Object.keys(optimizers))('a run by %s', (name) => {
  test('is restored from a file, and continues to the same bits', async () => {
    const checkpoint = await reached({ optimizer: { name }, run: { champion: 'best' } }, 3);
    const read = kept(checkpoint);
    expect(read).toEqual(checkpoint);
    const [straight] = await take(1, checkpoint.state, inProcess);
    const [later] = await take(1, read.state, inProcess);
    expect(later).toEqual(straight);
  });

  test('is restored before its first generation, and after one in which all failed', async () => {
    const experiment = small({ optimizer: { name } });
    const begun = createCheckpointBuilder(initialState(experiment)).checkpoint(0);
    expect(kept(begun)).toEqual(begun);
    const failed = await take(1, experiment, pretending(() => Number.NaN).evaluator);
    const ledger = createCheckpointBuilder(begun);
    ledger.add(failed[0]!);
    // Statistics of episodes that were not simulated are not valid in a file.
    const checkpoint = { ...ledger.checkpoint(0), state: { ...failed[0]!.state, statistics: null } };
    expect(kept(checkpoint)).toEqual(checkpoint);
  });
});

test('amendments are stored, and in effect afterwards', async () => {
  const amend = (g: number) => (g === 1 ? { 'optimizer.populationSize': 8, 'optimizer.sigma': 0.2 } : undefined);
  const checkpoint = await reached({}, 3, { amend });
  const read = kept(checkpoint);
  expect(read.state.experiment.amendments).toHaveLength(1);
  expect((await take(1, read.state, inProcess))[0]!.fitness).toHaveLength(8);
});

test('restarts of CMA-ES store the end of the best search', async () => {
  const some = { optimizer: { name: 'cma-es', restart: 'ipop' }, run: { normalise: false } as never };
  let state: RunState = initialState(small(some));
  while ((state.optimizer as { past: { kept: object | null } }).past.kept === null) {
    const [next] = await take(1, state, pretending(() => 1).evaluator);
    state = next!.state;
  }
  const checkpoint = { ...createCheckpointBuilder(state).checkpoint(0), state };
  expect(kept(checkpoint).state).toEqual(state);
});

test('a large search is stored in few values, within the limits', async () => {
  const some = { optimizer: { name: 'neat', populationSize: 2048 }, run: { normalise: false } as never };
  const [only] = await take(1, small(some), pretending(first).evaluator);
  const ledger = createCheckpointBuilder(initialState(small(some)));
  ledger.add({ ...only!, champion: undefined });
  expect(kept(ledger.checkpoint(0)).state).toEqual(only!.state);
}, 120_000);

const names = ['snes', 'cma-es', 'genetic', 'neat', 'map-elites', 'pgpe'] as const;
const documents = await Promise.all(
  names.map(async (name) => JSON.stringify(checkpointToDocument(await reached({ optimizer: { name } }, 2)))),
);
const documentOf = (name: (typeof names)[number]): Document & { optimizer: Document } =>
  JSON.parse(documents[names.indexOf(name)] as string);

describe('a document is refused with its source and the path of the fault when', () => {
  const refusal = (document: unknown): string => {
    try {
      checkpointFromDocument(document, 'a.gait');
    } catch (error) {
      return (error as Error).message;
    }
    return 'it was read';
  };
  const none = { $: 'float64', of: '' };
  const lastChampion = (it: Document) => (it.champions as { entries: Document[] }).entries.at(-1)!;

  test.each<[string, (typeof names)[number], (document: Document & { optimizer: Document }) => unknown, RegExp]>([
    ['it is of something else', 'snes', (it) => Object.assign(it, { format: 'gaitlab-replay' }), /^a\.gait: format is/],
    [
      'it is of a newer version',
      'snes',
      (it) => Object.assign(it, { version: 2 }),
      /^a\.gait: version is 2, must be 1/,
    ],
    ['something is missing', 'snes', (it) => delete it.optimizer.mean, /^a\.gait: optimizer\.mean is missing$/],
    [
      'something is unknown',
      'snes',
      (it) => Object.assign(it.optimizer, { extra: 1 }),
      /^a\.gait: optimizer\.extra is not a known key$/,
    ],
    [
      'a row is too short',
      'snes',
      (it) => Object.assign(it.optimizer, { mean: none }),
      /optimizer\.mean has 0 numbers, must have 60/,
    ],
    [
      'a row is no row',
      'snes',
      (it) => Object.assign(it.optimizer, { mean: 'abc' }),
      /mean is a text, must be a float64 array/,
    ],
    [
      'a number is a list',
      'cma-es',
      (it) => Object.assign(it.optimizer, { sigma: [] }),
      /optimizer\.sigma is a list, must be a number/,
    ],
    [
      'its seed is another',
      'snes',
      (it) => Object.assign(it.optimizer, { seed: 1 }),
      /optimizer\.seed is not the experiment's seed/,
    ],
    [
      'its generations differ',
      'snes',
      (it) => Object.assign(it, { generation: 9 }),
      /optimizer\.generation is 2, the run's is 9/,
    ],
    [
      'its settings differ',
      'snes',
      (it) => Object.assign(it.optimizer.settings as Document, { populationSize: 4000 }),
      /settings are not/,
    ],
    [
      'a past is made up',
      'cma-es',
      (it) => Object.assign(it.optimizer.past as Document, { kept: {} }),
      /past\.kept is not the end of a search/,
    ],
    [
      'a list begins to count',
      'genetic',
      (it) => Object.assign(it.optimizer, { parents: [1] }),
      /parents\[0\] is a number, must be an object/,
    ],
    [
      'an archive is a tale',
      'map-elites',
      (it) => Object.assign(it.optimizer, { archive: 'x' }),
      /archive is a text, must be a list/,
    ],
    [
      'species are nobody',
      'neat',
      (it) => Object.assign(it.optimizer, { species: [{}] }),
      /species\[0\]\.id is missing/,
    ],
    [
      'numbers were not given out',
      'neat',
      (it) => Object.assign(it.optimizer, { counters: { node: 0, innovation: 0 } }),
      /has ids above the counters/,
    ],
    [
      'the record is of tomorrow',
      'snes',
      (it) => Object.assign(it.champions as Document, { records: [7] }),
      /champions\.records must be rising/,
    ],
    [
      'a champion is of a generation to come',
      'snes',
      (it) => Object.assign(lastChampion(it), { generation: 2 }),
      /champions\.entries\[\d\]\.generation must be above/,
    ],
    [
      'a champion has no tests',
      'snes',
      (it) => Object.assign(lastChampion(it), { seeds: [] }),
      /champions\.entries\[\d\]\.seeds must not be empty/,
    ],
    [
      'the best champion is of a generation to come',
      'snes',
      (it) => Object.assign(it.best as Document, { generation: 2 }),
      /best\.generation is \d+, must be below/,
    ],
    [
      'the history is of tomorrow',
      'snes',
      (it) => Object.assign(it, { history: { generation: [0, 9], best: [0, 0], mean: [0, 0] } }),
      /history\.generation must rise/,
    ],
    [
      'it reaches for a prototype',
      'snes',
      (it) => Object.assign(it.optimizer, { constructor: { a: 1 } }),
      /a key constructor/,
    ],
    [
      'it is nested without end',
      'snes',
      (it) => Object.assign(it.optimizer, { mean: JSON.parse(`${'['.repeat(30)}${']'.repeat(30)}`) }),
      /more than 20 deep/,
    ],
  ])('%s', (_what, name, change, sentence) => {
    const document = documentOf(name);
    change(document);
    expect(refusal(document)).toMatch(sentence);
  });

  test.each([[null], [[]], ['run'], [{}]])('it is %j', (document) => {
    expect(refusal(document)).toMatch(/^a\.gait: /);
  });
});

describe.each(names)('after any change of a run by %s', (name) => {
  const places = placesIn(documentOf(name)).filter(([room]) => room !== 'experiment');
  const odd = (numbers: number[]) => ({
    $: 'numbers',
    of: btoa(String.fromCharCode(...new Uint8Array(Float64Array.from(numbers).buffer))),
  });
  const strange = fc.constantFrom<unknown>(
    ...[null, -1, 1e300, 0.5, 3, '', 'AAAA', [], [null], {}, true, { $: 'number', of: 'NaN' }],
    ...[
      { $: 'float64', of: 'AAAAAAAA+H8=' },
      { $: 'rows', of: { a: [1, 2], b: [1] } },
      { $: 'booleans', of: '0110' },
    ],
    ...[odd([0, 1, 2, 3]), odd([Number.NaN, -1, 1e300, 0.5]), odd(new Array(60).fill(-7))],
  );

  test('it is refused in a sentence, or runs another generation', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...places), strange, async (place, value) => {
        const document = documentOf(name);
        put(document, place, value);
        let read: Checkpoint;
        try {
          read = checkpointFromDocument(document, 'a.gait');
        } catch (error) {
          expect((error as Error).message).toMatch(/^a\.gait: .{8,400}$/s);
          return;
        }
        const felt = read.state.statistics;
        const { evaluator } = pretending(first);
        const [next] = await take(1, { ...read.state, statistics: null }, evaluator);
        expect(next!.generation).toBe(2);
        expect(felt === null || felt.mean.length > 2).toBe(true);
      }),
      { seed: 7, numRuns: 600 },
    );
  }, 120_000);
});
