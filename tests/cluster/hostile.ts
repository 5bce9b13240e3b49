import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import type { Redis } from 'ioredis';
import { type BatchDocument, batchToDocument } from '../../src/cluster/batch-document.ts';
import { experimentKey, jobKey, resultsKey } from '../../src/cluster/keys.ts';
import { withHead } from './batch-parts.ts';

const text = fc.oneof(fc.string(), fc.constantFrom('', '__proto__', '\u0000', '[[[[', '{"$":"rows","of":{}}', 'AAAA'));
const anything = fc.anything({ maxDepth: 2, withNullPrototype: false, withBigInt: false, withDate: false });

/** A batch of one episode whose genome fits no brain. */
const wrongBatch = (run: string, experiment: string) => {
  const request = { genome: new Float32Array(4), seed: 1, statistics: null, record: false };
  return batchToDocument([request], { run, batch: 1, experiment });
};

/** Data of a job: nothing like a batch, or a batch with one part, or one part of its head, that is wrong. */
const jobData = (batch: BatchDocument) =>
  fc.oneof(
    text,
    anything.map((value) => JSON.stringify(value) ?? ''),
    fc
      .tuple(fc.constantFrom('run', 'batch', 'experiment', 'episodes'), anything)
      .map(([key, value]) => JSON.stringify({ ...batch, [key]: value })),
    fc.uint8Array({ maxLength: 40 }).map((bytes) => {
      return JSON.stringify({ ...batch, episodes: Buffer.from(bytes).toString('base64') });
    }),
    fc
      .tuple(fc.constantFrom('drawn', 'genomes', 'statistics', 'requests'), anything)
      .map(([key, value]) => JSON.stringify(withHead(batch, { [key]: value }))),
  );

/** Fields of a result: nothing like one, of an unknown batch, or of a possible one without valid episodes. */
const resultFields = fc.oneof(
  fc.array(text, { minLength: 2, maxLength: 12 }).map((list) => list.slice(0, list.length & ~1)),
  fc
    .tuple(fc.oneof(fc.nat(300).map(String), text), fc.constantFrom('episodes', 'deflated', 'refused', 'other'), text)
    .chain(([batch, kind, of]) => fc.constantFrom([batch, kind, of], [batch, kind, deflateRawSync(of)]))
    .map(([batch, kind, of]) => ['batch', batch, 'worker', 'w', 'time', '1', 'kind', kind, 'text', of]),
);

/** Options of a job, most of them as they should be. */
const jobOptions = fc.oneof({ weight: 20, arbitrary: fc.constant('{}') }, { weight: 1, arbitrary: text });

/** Puts `count` invalid jobs and as many invalid results of a run into its queue by hand. */
export async function putHostileData(client: Redis, run: string, count: number, seed = 1): Promise<void> {
  const [experiment] = (await client.keys(experimentKey(run, '*'))).map((key) => key.slice(-64));
  const jobs = fc.sample(jobData(wrongBatch(run, experiment!)), { numRuns: count, seed });
  const options = fc.sample(jobOptions, { numRuns: count, seed });
  const results = fc.sample(resultFields, { numRuns: count, seed });
  const pipeline = client.pipeline();
  for (const [i, data] of jobs.entries()) {
    const id = `${run}.hostile-${seed}-${i}`;
    const job = { name: 'batch', data, opts: options[i]!, timestamp: '1', delay: '0', priority: '0' };
    pipeline.hset(jobKey(id), job);
    pipeline.lpush(jobKey('wait'), id);
    pipeline.zadd(jobKey('marker'), 0, '0');
    const fields = results[i]!;
    if (fields.length > 0) pipeline.xadd(resultsKey(run), '*', ...fields);
  }
  await pipeline.exec();
}
