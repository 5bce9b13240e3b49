/** @module-tag built */
import { describe, expect, test } from 'vitest';
import { gaitlab, QUICK } from '../cli/gaitlab.ts';
import { ownRedis } from './own-redis.ts';
import { program, startWorker, summaryOf } from './processes.ts';
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

  test('a run whose user loses all rights says so, waits, and continues to the same bits when it has them again', async () => {
    const { server, client } = own;
    const words = [...RUN, '--generations', '40'];
    const local = summaryOf((await gaitlab([...words, '--workers', '1'])).out);
    await client.acl('SETUSER', 'walker', 'on', '>mellon', '~*', '&*', '+@all');
    const url = server.url.replace('//', '//walker:mellon@');
    const worker = started(await startWorker(url, 'without rights'));
    const run = started(program(...words, '--queue', url));
    await run.prints('"generation":1');
    await client.acl('SETUSER', 'walker', '-@all');
    await run.prints(/does not permit it: NOPERM .*; the run waits and continues when the queue is back\./);
    await worker.prints(/does not permit it: NOPERM .*; this worker waits for it\./);
    await client.acl('SETUSER', 'walker', '+@all');
    await run.prints(/the queue at [^ ]* permits it again\./);
    expect(await run.ended, run.printed()).toBe(0);
    expect(summaryOf(run.printed())).toMatchObject({ historyHash: local.historyHash });
    expect(run.printed().match(/does not permit it/g)).toHaveLength(1);
    await worker.prints(/the queue at [^ ]* permits it again\./);
  });
});
