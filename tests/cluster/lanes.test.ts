import { EventEmitter } from 'node:events';
import type { Redis } from 'ioredis';
import { expect, test } from 'vitest';
import { type Consumer, createLanes } from '../../src/cluster/lanes.ts';

/** A connection that is there, and makes more. */
function connectionOf(log: string[], name = 'first'): Redis {
  const parts = {
    status: 'ready',
    duplicate: () => connectionOf(log, 'second'),
    connect: async () => {},
    disconnect: () => void log.push(`${name} disconnected`),
  };
  return Object.assign(new EventEmitter(), parts) as unknown as Redis;
}

function lanesOf(threadCount: number) {
  const log: string[] = [];
  const consumers: (Consumer & { finish(): void; connection: Redis })[] = [];
  const first = connectionOf(log);
  const take = (connection: Redis) => {
    let finish = () => {};
    const finished = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const consumer = { concurrency: threadCount, close: () => finished, finish, connection };
    consumers.push(consumer);
    return consumer;
  };
  const poll = (connection: Redis) => Object.assign(take(connection), { wake: () => void log.push('woken') });
  const lanes = createLanes(first, threadCount, take, poll);
  return { log, consumers, first, lanes, concurrencies: () => consumers.map(({ concurrency }) => concurrency) };
}

test('near the queue batches come over one connection, far from it over two, with some that wait', () => {
  const { consumers, first, lanes, concurrencies } = lanesOf(8);
  lanes.adapt(0.5);
  expect(concurrencies()).toEqual([8]);
  lanes.adapt(40);
  // 8 in work, and 2 that wait, of 250 ms each, while one is fetched.
  expect(concurrencies()).toEqual([5, 5]);
  expect(consumers.map(({ connection }) => connection === first)).toEqual([true, false]);
  lanes.adapt(100);
  expect(concurrencies()).toEqual([6, 6]);
});

test('a second connection is closed when the queue is near again, after its last batch, and may be opened anew', async () => {
  const { log, consumers, lanes } = lanesOf(1);
  lanes.adapt(40);
  lanes.adapt(1);
  expect(consumers[0]!.concurrency).toBe(1);
  await Promise.resolve();
  expect(log).toEqual([]);
  consumers[1]!.finish();
  await expect.poll(() => log).toEqual(['second disconnected']);
  lanes.adapt(40);
  expect(consumers).toHaveLength(3);
});

test('the end waits for batches of all connections, but not over one that is lost', async () => {
  const { log, consumers, lanes } = lanesOf(1);
  lanes.adapt(40);
  const closed = lanes.close().then(() => log.push('closed'));
  consumers[0]!.finish();
  await new Promise(setImmediate);
  expect(log).toEqual([]);
  consumers[1]!.connection.emit('close');
  await closed;
  expect(log).toEqual(['second disconnected', 'closed']);
});

test('only the second connection is woken by a batch', () => {
  const { log, lanes } = lanesOf(1);
  lanes.wake();
  expect(log).toEqual([]);
  lanes.adapt(40);
  lanes.wake();
  expect(log).toEqual(['woken']);
});
