import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gaitlab, jsonLines, QUICK } from '../cli/gaitlab.ts';
import { type Program, program, startWorker } from './processes.ts';
import { isWithoutRedis, type RedisServer, startRedis } from './redis.ts';

const LENGTH = ['--generations', '6', '--json'];
const RUN = ['evolve', ...QUICK, '--set', 'optimizer.populationSize=12', ...LENGTH];
const summaryOf = (out: string) => jsonLines(out).at(-1)!;

describe.skipIf(isWithoutRedis)('a run on a queue', () => {
  let redis: RedisServer;
  let client: Redis;
  const workers: Program[] = [];
  const home = mkdtempSync(join(tmpdir(), 'gaitlab-queue-'));
  let local: Record<string, unknown>;

  beforeAll(async () => {
    redis = await startRedis('--appendonly', 'yes', '--appendfsync', 'always');
    client = new Redis(redis.port, { maxRetriesPerRequest: null });
    client.on('error', () => {});
    const ends = await Promise.all([1, 2].map((count) => gaitlab([...RUN, '--workers', String(count)])));
    local = summaryOf(ends[0]!.out);
    expect(summaryOf(ends[1]!.out).historyHash).toBe(local.historyHash);
  });

  afterAll(async () => {
    for (const { process } of workers) process.kill('SIGKILL');
    client.disconnect();
    await redis.remove();
    rmSync(home, { recursive: true });
  });

  const onQueue = (...words: string[]) => program(...RUN, '--queue', redis.url, ...words);
  const summary = (run: Program) => summaryOf(run.printed().replace(/^gaitlab:.*\n/gm, ''));
  const leftJobs = async () =>
    (await client.keys('gaitlab:*')).filter((key) => /[0-9a-f]{16}/.test(key) && !/worker/.test(key));

  test.each([1, 2, 4])('has the bits of a local run with %i worker processes, and leaves nothing', async (count) => {
    while (workers.length < count) workers.push(await startWorker(redis.url, `worker ${workers.length}`));
    const run = onQueue();
    expect(await run.ended).toBe(0);
    expect(summary(run)).toMatchObject({ historyHash: local.historyHash, championHash: local.championHash });
    expect(await leftJobs()).toEqual([]);
  });
});
