/** @module-tag built */
import { describe, expect, test } from 'vitest';
import { QUICK } from '../cli/gaitlab.ts';
import { ownRedis } from './own-redis.ts';
import { program, startWorker } from './processes.ts';
import { isWithoutRedis } from './redis.ts';

const RUN = ['evolve', ...QUICK, '--set', 'optimizer.populationSize=12', '--json'];

describe.skipIf(isWithoutRedis)('a queue that turns a run away', () => {
  const own = ownRedis();
  const { started } = own;

  test('a run says what the server said when its password no longer counts, and continues when it does again', async () => {
    const { server, client } = own;
    await client.acl('SETUSER', 'runner', 'on', '>mellon', '~*', '&*', '+@all');
    const run = started(
      program(...RUN, '--generations', '100000', '--queue', server.url.replace('//', '//runner:mellon@')),
    );
    started(await startWorker(server.url, 'near'));
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
