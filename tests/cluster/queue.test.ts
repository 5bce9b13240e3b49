/** @module-tag built */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { engineName, jobKey, RUNS, runKey, WORKERS, workerKey } from '../../src/cluster/keys.ts';
import { gaitlab, QUICK } from '../cli/gaitlab.ts';
import { putHostileData } from './hostile.ts';
import { type Program, program, startWorker, summaryOf } from './processes.ts';
import { isWithoutRedis, type RedisServer, startRedis } from './redis.ts';

const RUN = ['evolve', ...QUICK, '--set', 'optimizer.populationSize=12', '--generations', '12', '--json'];

/** Invalid batches, and as many invalid results, that are put into the queue; `npm run test:fuzz` sets it. */
const HOSTILE = Number(process.env.GAITLAB_FUZZ ?? 100);

describe.skipIf(isWithoutRedis)('a run on a queue', () => {
  let redis: RedisServer;
  let client: Redis;
  let local: Record<string, unknown>;
  const workers: Program[] = [];
  const home = mkdtempSync(join(tmpdir(), 'gaitlab-queue-'));

  const haveWorkers = async (count: number) => {
    while (workers.length < count) workers.push(await startWorker(redis.url, `worker ${workers.length}`));
  };
  const onQueue = (...words: string[]) => program(...RUN, '--queue', redis.url, ...words);
  /** Keys of runs and jobs that are left in the queue. */
  const left = async () => {
    const keys = await client.keys('gaitlab:*');
    return keys.filter((key) => /(run|results|experiment|batches[^:]*):[0-9a-f]{16}/.test(key));
  };
  /** Removes the signs of life of killed runs, which count for half a minute. */
  const forgetRuns = async () => void (await client.del(RUNS, ...(await client.keys(runKey('*')))));
  const expectLocal = async (run: Program) => {
    expect(await run.ended, run.printed()).toBe(0);
    expect(summaryOf(run.printed())).toMatchObject({
      historyHash: local.historyHash,
      championHash: local.championHash,
    });
  };

  beforeAll(async () => {
    redis = await startRedis('--appendonly', 'yes', '--appendfsync', 'always');
    client = new Redis(redis.port, { maxRetriesPerRequest: null });
    client.on('error', () => {});
    const ends = await Promise.all(['1', '2'].map((count) => gaitlab([...RUN, '--workers', count])));
    local = summaryOf(ends[0]!.out);
    expect(summaryOf(ends[1]!.out).historyHash).toBe(local.historyHash);
  });

  afterAll(async () => {
    for (const { process } of workers) process.kill('SIGKILL');
    client.disconnect();
    await redis.remove();
    rmSync(home, { recursive: true });
  });

  test.each([1, 2, 4])('has the bits of a local run with %i worker processes, and leaves nothing', async (count) => {
    await haveWorkers(count);
    await expectLocal(onQueue());
    expect(await left()).toEqual([]);
  });

  test('spreads a sweep to the table of a local one, and tells how long it takes', async () => {
    await haveWorkers(2);
    // Long enough for several notices of the run, which it renews every two seconds.
    const words = ['sweep', ...QUICK, '--vary', 'optimizer.sigma=0.1,0.2', '--seeds', '1,2', '--generations', '240'];
    const sweep = program(...words, '--csv', '--queue', redis.url);
    const notice = async () => {
      const { out } = await gaitlab(['status', '--queue', redis.url, '--json']);
      return (JSON.parse(out) as { runs: Record<string, unknown>[] }).runs.find(({ title }) =>
        /^sweep/.test(`${title}`),
      );
    };
    await expect
      .poll(notice, { timeout: 60_000 })
      .toMatchObject({ title: 'sweep of optimizer.sigma', secondsLeft: expect.any(Number) });
    expect(await sweep.ended, sweep.printed()).toBe(0);
    expect(sweep.printed()).toBe((await gaitlab([...words, '--csv'])).out);
    expect(await left()).toEqual([]);
  });

  test('goes on without a worker that is killed, beside another run', async () => {
    await haveWorkers(2);
    const runs = [onQueue(), onQueue()];
    await runs[0]!.prints('"generation":2');
    workers.shift()!.process.kill('SIGKILL');
    for (const run of runs) await expectLocal(run);
    expect(await left()).toEqual([]);
  });

  test('waits while the queue is away and continues when it is back', async () => {
    await haveWorkers(1);
    const run = onQueue();
    await run.prints('"generation":1');
    await redis.stop('SIGKILL');
    await run.prints('the run waits and continues when the queue is back.');
    await redis.start();
    await expectLocal(run);
    expect(run.printed()).toContain('answers.');
  });

  test('lets a worker end when it is asked to while the queue is away', async () => {
    const worker = await startWorker(redis.url, 'leaves');
    await redis.stop('SIGKILL');
    await worker.prints('this worker waits for it.');
    worker.process.kill('SIGTERM');
    expect(await worker.ended, worker.printed()).toBe(0);
    await redis.start();
  });

  test('is resumed after a kill to the same bits', async () => {
    await haveWorkers(1);
    const folder = join(home, 'killed');
    const run = onQueue('--out', folder);
    await run.prints('"generation":3');
    run.process.kill('SIGKILL');
    await run.ended;
    await expectLocal(program('resume', folder, '--queue', redis.url, '--json'));
  });

  test('refuses invalid batches and results in a sentence', { timeout: 120_000 + 50 * HOSTILE }, async () => {
    await haveWorkers(1);
    await forgetRuns();
    const run = onQueue();
    await run.prints('"generation":1');
    const [id] = (await client.keys(runKey('*'))).map((key) => key.slice(-16));
    // However long that takes, the run has not ended before.
    run.process.kill('SIGSTOP');
    await putHostileData(client, id!, HOSTILE);
    run.process.kill('SIGCONT');
    await expectLocal(run);
    expect(run.printed()).toMatch(/refused: a result in the queue/);
    expect(workers.at(-1)!.printed()).toMatch(/refused: a batch in the queue/);
    // The worker refuses the rest after the run has ended.
    await expect.poll(() => client.llen(jobKey('wait')), { timeout: 100_000 + 40 * HOSTILE }).toBe(0);
    expect(workers.at(-1)!.process.exitCode).toBe(null);
  });

  test('gives no batches to a worker of another engine, and says so on both sides', async () => {
    const notice = { title: 'other', engine: '0-0', generation: 1, share: 0, startShare: 0, seconds: 1 };
    const numbers = { episodes: 1, rate: 1, batches: 0, copies: 0 };
    await forgetRuns();
    await client.sadd(RUNS, 'f'.repeat(16));
    await client.set(runKey('f'.repeat(16)), JSON.stringify({ ...notice, ...numbers }));
    const refused = program('worker', '--queue', redis.url, '--threads', '1');
    expect(await refused.ended).toBe(2);
    expect(refused.printed()).toContain(`needs engine 0-0, this worker has ${engineName}: its results would differ.`);
    const status = await gaitlab(['status', '--queue', redis.url]);
    expect(status.out).toMatch(/^1 run, .*\nrun other: generation 1/);
    await forgetRuns();

    const other = { name: 'old', engine: '0-0', threads: 1, latency: 1, episodes: 0, rate: 0 };
    await client.sadd(WORKERS, 'e'.repeat(16));
    await client.set(workerKey('e'.repeat(16)), JSON.stringify(other));
    const run = onQueue();
    await expectLocal(run);
    expect(run.printed()).toContain(`worker old gets no batches: it has engine 0-0, this run needs ${engineName}.`);
  });

  test('never prints a password', async () => {
    await client.config('SET', 'requirepass', 'mellon');
    const url = `redis://:sesame@127.0.0.1:${redis.port}/0`;
    const { code, err } = await gaitlab(['status', '--queue', url]);
    expect(code).toBe(2);
    expect(err).toMatch(/^gaitlab: the queue at 127\.0\.0\.1:\d+\/0 refuses the connection: /);
    expect(err).not.toContain('sesame');
    const right = await gaitlab(['status', '--queue', url.replace('sesame', 'mellon')]);
    expect(right).toMatchObject({ code: 0, err: '' });
  });
});
