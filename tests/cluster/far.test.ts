/** @module-tag built */
import { describe, expect, test } from 'vitest';
import { startDelayProxy } from '../../bench/delay-proxy.ts';
import { gaitlab, QUICK } from '../cli/gaitlab.ts';
import { ownRedis } from './own-redis.ts';
import { program, startWorker, summaryOf } from './processes.ts';
import { isWithoutRedis } from './redis.ts';

const RUN = ['evolve', ...QUICK, '--set', 'optimizer.populationSize=12', '--json'];

describe.skipIf(isWithoutRedis)('a queue that is far away', () => {
  const own = ownRedis();
  const { started } = own;

  test('a far worker takes batches over two connections, to the bits of a local run', async () => {
    const { server, client } = own;
    const proxy = await startDelayProxy(server.port, { delay: 10, loss: 0 });
    const worker = started(await startWorker(`redis://127.0.0.1:${proxy.port}/0`, 'far'));
    const words = [...RUN, '--generations', '6'];
    const local = summaryOf((await gaitlab([...words, '--workers', '1'])).out);
    // One to send, and one that waits for batches, for each of two workers of BullMQ; one is ours.
    const connections = async () => `${await client.client('LIST')}`.trim().split('\n').length - 1;
    await expect.poll(connections).toBe(4);
    const run = started(program(...words, '--queue', server.url));
    expect(await run.ended, run.printed()).toBe(0);
    expect(summaryOf(run.printed())).toMatchObject({ historyHash: local.historyHash });
    worker.process.kill('SIGTERM');
    expect(await worker.ended, worker.printed()).toBe(0);
    await expect.poll(connections).toBe(0);
    proxy.close();
  });
});
