/** @module-tag built */
import { beforeAll, describe, expect, test } from 'vitest';
import { gaitlab, QUICK } from '../cli/gaitlab.ts';
import { ownRedis } from './own-redis.ts';
import { type Program, program, startWorker, summaryOf } from './processes.ts';
import { isWithoutRedis } from './redis.ts';

/** Migrations at generations 2 and 4. */
const ISLANDS = ['--islands', '2', '--migrate-every', '2', '--generations', '6'];
const RUN = ['evolve', ...QUICK, '--set', 'optimizer.populationSize=12', ...ISLANDS, '--json'];

describe.skipIf(isWithoutRedis)('islands on a queue', () => {
  const own = ownRedis();
  const workers: Program[] = [];
  let local: Record<string, unknown>;

  beforeAll(async () => {
    const ends = await Promise.all(['1', '2'].map((count) => gaitlab([...RUN, '--workers', count])));
    local = summaryOf(ends[0]!.out);
    expect(local.historyHash).toMatch(/^[0-9a-f]{16}$/);
    expect(summaryOf(ends[1]!.out)).toMatchObject({ historyHash: local.historyHash, byIsland: local.byIsland });
  });

  test.each([1, 2, 4])('have the bits of a local run with %i worker processes, and leave nothing', async (count) => {
    const { server, client, started } = own;
    while (workers.length < count) workers.push(started(await startWorker(server.url, `worker ${workers.length}`)));
    const run = started(program(...RUN, '--queue', server.url));
    expect(await run.ended, run.printed()).toBe(0);
    const { historyHash, byIsland } = local;
    expect(summaryOf(run.printed())).toMatchObject({ historyHash, byIsland });
    // The workers simulate, each with the physics that it chooses.
    expect(summaryOf(run.printed())).not.toHaveProperty('physics');
    const keys = await client.keys('gaitlab:*');
    expect(keys.filter((key) => /(run|results|experiment|batches[^:]*):[0-9a-f]{16}/.test(key))).toEqual([]);
  });
});
