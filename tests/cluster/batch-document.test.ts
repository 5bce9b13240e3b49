import { describe, expect, test } from 'vitest';
import { type BatchDocument, batchToDocument, parseBatch, requestsOf } from '../../src/cluster/batch-document.ts';
import { indexed } from '../../src/cluster/drawn-genomes.ts';
import { emptyMoments } from '../../src/math/stats.ts';
import { initialState, optimizerOf } from '../../src/run/run.ts';
import { setupOf } from '../../src/run/setup.ts';
import { sensorsIn } from '../../src/sim/task.ts';
import { small } from '../run/small.ts';
import { headOf, withHead } from './batch-parts.ts';

const experiment = small();
const setup = setupOf(experiment);
const [genome] = optimizerOf(experiment).optimizer.ask(initialState(experiment).optimizer).genomes;
const sensorCount = sensorsIn(setup.task, setup.plan, setup.settings).length;
const header = { run: '0123456789abcdef', batch: 3, experiment: 'a'.repeat(64) };
const request = { genome: genome!, seed: 1, statistics: null, record: false, trace: false };

/** As the other program gets it. */
const sentOf = (document: BatchDocument): BatchDocument => parseBatch(JSON.parse(JSON.stringify(document)));

test('a batch is read as it was written, with equal genomes written once', () => {
  const statistics = { ...emptyMoments(sensorCount), count: 5 };
  statistics.mean[0] = -0;
  const requests = [
    { genome: genome!, seed: 4294967295, statistics, generation: 0, record: false, trace: false },
    { genome: genome!, seed: 0, statistics: null, record: false, trace: true },
  ];
  const document = sentOf(batchToDocument(requests, header));
  expect(headOf(document)).toMatchObject({ drawn: null, genomes: [genome!.length], statistics: [{ count: 5 }] });
  expect(requestsOf(parseBatch(document), setup)).toEqual(requests);
});

describe.each(['snes', 'pgpe'])('genomes of %s', (name) => {
  const { optimizer, settings } = optimizerOf(small({ optimizer: { name, populationSize: 24 } }));
  const sample = optimizer.ask(optimizer.init(setup.brain.parameterCount, settings, 7)).sample!;
  const requestsFor = (some: readonly Float32Array[]) =>
    some.flatMap((each) =>
      [1, 2].map((seed) => ({ genome: each, seed, statistics: null, generation: 3, record: false, trace: false })),
    );
  const sent = (some: readonly Float32Array[]) => sentOf(batchToDocument(requestsFor(some), header, indexed(sample)));

  test('are drawn again, from any of them on, instead of sent, and others are sent beside them', () => {
    for (const first of [0, 5, 6]) {
      const some = [...sample.vectors.slice(first, first + 9), genome!];
      const document = sent(some);
      expect(headOf(document)).toMatchObject({ drawn: { count: 9 }, genomes: [genome!.length] });
      expect(requestsOf(document, setup)).toEqual(requestsFor(some));
      expect(document.episodes.length).toBeLessThan(sentOf(batchToDocument(requestsFor(some), header)).episodes.length);
    }
  });

  test('are sent where the distribution would be longer, and where the next one is not the next of the sample', () => {
    for (const some of [sample.vectors.slice(3, 7), sample.vectors.slice(0, 20).reverse()]) {
      const document = sent(some);
      expect(headOf(document).drawn).toBe(null);
      expect(requestsOf(document, setup)).toEqual(requestsFor(some));
    }
  });

  test('that would not be the same are refused', () => {
    const document = sent(sample.vectors);
    const { drawn } = headOf(document);
    const read = (change: object) => () => requestsOf(withHead(document, { drawn: { ...drawn!, ...change } }), setup);
    expect(read({})).not.toThrow();
    expect(read({ checksum: 1 })).toThrow("genomes that are drawn again differ from the run's");
    expect(read({ rng: { ...drawn!.rng, s0: 0.5 } })).toThrow('drawn again differ');
    expect(read({ rng: { ...drawn!.rng, s0: 1 } })).toThrow(/drawn.rng.s0 is 1/);
    expect(read({ count: 49 })).toThrow(/49 genomes of \d+ numbers cannot be drawn again/);
    expect(read({ count: 1e9 })).toThrow(/drawn.count is 1000000000/);
    expect(read({ length: drawn!.length + 1 })).toThrow(/has \d+ bytes, but its head says/);
  });
});

test('genomes that the brain does not take are not drawn', () => {
  const drawn = { count: 1, length: 0, isMirrored: false, skip: 0 as const, checksum: 0 };
  const rng = { c: 1, s0: 0, s1: 0, s2: 0, spare: null };
  const document = withHead(batchToDocument([request], header), { drawn: { ...drawn, rng } });
  expect(() => requestsOf(document, setup)).toThrow('1 genomes of 0 numbers cannot be drawn again');
});

test.each<[string, (document: BatchDocument) => object, RegExp]>([
  ['an unknown key', (document) => ({ ...document, more: 1 }), /more is not a known setting/],
  ['no base64', (document) => ({ ...document, episodes: '????' }), /episodes must be base64/],
  ['no head', (document) => ({ ...document, episodes: '' }), /is shorter than its head/],
  ['a head longer than all', (document) => ({ ...document, episodes: '/////w==' }), /is shorter than its head/],
  [
    'a head that is not compressed',
    (document) => ({ ...document, episodes: 'AQAAAP8=' }),
    /its head is not compressed/,
  ],
  ['a head that explodes', (document) => withHead(document, 'a'.repeat(4_000_001)), /head has more than 4000000 bytes/],
  ['a head that is no JSON', (document) => withHead(document, '[['), /is not JSON/],
  ['a short genome', (document) => withHead(document, { genomes: [1] }), /has \d+ bytes, but its head says \d+/],
  ['bytes that are left', (document) => withHead(document, { genomes: [] }), /has \d+ bytes, but its head says \d+/],
  [
    'a genome of another brain',
    () => batchToDocument([{ ...request, genome: new Float32Array(1) }], header),
    /genome has 1/,
  ],
  [
    'a missing genome',
    (document) => withHead(document, { requests: [[7, -1, 1, -1, 0]] }),
    /requests\[0\] names a genome/,
  ],
  [
    'missing statistics',
    (document) => withHead(document, { requests: [[0, 0, 1, -1, 0]] }),
    /requests\[0\] names a genome/,
  ],
  [
    'a seed that is none',
    (document) => withHead(document, { requests: [[0, -1, -1, -1, 0]] }),
    /requests\[0\]\[2\] is -1/,
  ],
  ['no requests', (document) => withHead(document, { requests: [] }), /requests/],
  [
    'statistics of another body',
    () => batchToDocument([{ ...request, statistics: emptyMoments(sensorCount + 1) }], header),
    /statistics\[0\] must have/,
  ],
])('a batch with %s is refused', (_, change, message) => {
  expect(() => requestsOf(parseBatch(change(batchToDocument([request], header))), setup)).toThrow(message);
});
