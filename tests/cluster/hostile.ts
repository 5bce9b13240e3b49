import fc from 'fast-check';
import type { Redis } from 'ioredis';
import { jobKey, resultsKey } from '../../src/cluster/keys.ts';

const text = fc.oneof(fc.string(), fc.constantFrom('', '__proto__', '\u0000', '[[[[', '{"$":"rows","of":{}}', 'AAAA'));
const anything = fc.anything({ maxDepth: 2, withNullPrototype: false, withBigInt: false, withDate: false });

/** Data of a job: nothing like a batch, or a batch with one part that is wrong. */
const jobData = (run: string) =>
  fc.oneof(
    text,
    anything.map((value) => JSON.stringify(value) ?? ''),
    fc
      .tuple(fc.constantFrom('run', 'batch', 'experiment', 'genomes', 'statistics', 'requests'), anything)
      .map(([key, value]) => {
        const batch = { run, batch: 1, experiment: 'a'.repeat(64), genomes: ['AAAA'], statistics: [] };
        return JSON.stringify({ ...batch, requests: [[0, -1, 1, -1, 0]], [key]: value });
      }),
  );

/** Fields of a result: nothing like one, of an unknown batch, or of a possible one without valid episodes. */
const resultFields = fc.oneof(
  fc.array(text, { minLength: 2, maxLength: 12 }).map((list) => list.slice(0, list.length & ~1)),
  fc
    .tuple(fc.oneof(fc.nat(300).map(String), text), fc.constantFrom('episodes', 'refused', 'other'), text)
    .map(([batch, kind, of]) => ['batch', batch, 'worker', 'w', 'time', '1', 'kind', kind, 'text', of]),
);

/** Options of a job, most of them as they should be. */
const jobOptions = fc.oneof({ weight: 20, arbitrary: fc.constant('{}') }, { weight: 1, arbitrary: text });

/** Puts `count` invalid jobs and as many invalid results of a run into its queue by hand. */
export async function putHostileData(client: Redis, run: string, count: number, seed = 1): Promise<void> {
  const jobs = fc.sample(jobData(run), { numRuns: count, seed });
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
