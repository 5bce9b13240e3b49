/** @module-tag built */
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { QUICK } from '../cli/gaitlab.ts';
import { type Program, program, startWorker } from './processes.ts';
import { isWithoutRedis, type RedisServer, startRedis } from './redis.ts';

const RUN = ['evolve', ...QUICK, '--set', 'optimizer.populationSize=12', '--json'];

describe.skipIf(isWithoutRedis)('a queue that turns a run away', () => {
  let redis: RedisServer;
  let client: Redis;
  const programs: Program[] = [];
  const started = (run: Program) => {
    programs.push(run);
    return run;
  };

  beforeAll(async () => {
    redis = await startRedis();
    client = new Redis(redis.port);
    client.on('error', () => {});
  });

  afterAll(async () => {
    for (const { process } of programs) process.kill('SIGKILL');
    client.disconnect();
    await redis.remove();
  });

  test('a run says what the server said when its password no longer counts, and continues when it does again', async () => {
    await client.acl('SETUSER', 'runner', 'on', '>mellon', '~*', '&*', '+@all');
    const run = started(
      program(...RUN, '--generations', '100000', '--queue', redis.url.replace('//', '//runner:mellon@')),
    );
    started(await startWorker(redis.url, 'near'));
    await run.prints('"generation":1');
    await client.acl('SETUSER', 'runner', 'resetpass', '>sesame');
    await client.client('KILL', 'USER', 'runner');
    await run.prints(/refuses the connection: WRONGPASS .*; the run waits and continues when the queue is back\./);
    await client.acl('SETUSER', 'runner', 'resetpass', '>mellon');
    await run.prints(/the queue at [^ ]* answers\./);
    expect(run.printed()).not.toMatch(/mellon|sesame/);
    expect(run.printed().match(/refuses the connection/g)).toHaveLength(1);
  });
});
