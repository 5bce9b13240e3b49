import { afterEach, expect, test } from 'vitest';
import { createPoller, type PolledWorker, type Poller } from '../../src/cluster/poller.ts';

interface Asked {
  token: string;
  /** A batch of these data, or none. */
  answer(data?: string): void;
  fail(error: Error): void;
}

let last: Poller | undefined;
/** Questions that nobody has answered. */
const open: Asked[] = [];
afterEach(async () => {
  const closed = last?.close();
  while (open.length > 0) {
    open.shift()?.answer();
    await turn();
  }
  await closed;
});

/** Lets everything happen that waits for no answer. */
const turn = () => new Promise(setImmediate);

function pollerOf({ concurrency = 2, take = (_data: unknown) => Promise.resolve() } = {}) {
  const log: string[] = [];
  const state = { isBusy: true };
  const worker = {
    getNextJob: (token: string) =>
      new Promise((resolve, reject) => {
        open.push({
          token,
          fail: reject,
          answer: (data) =>
            resolve(
              data === undefined
                ? undefined
                : {
                    id: data,
                    data,
                    moveToCompleted: async (_: unknown, of: string) => void log.push(`${data} done by ${of === token}`),
                    moveToFailed: async (error: Error) => void log.push(`${data} failed: ${error.message}`),
                  },
            ),
        });
      }),
    extendJobLocks: async () => [],
    close: async () => void log.push('closed'),
  } as unknown as PolledWorker;
  const poller = createPoller({
    ...{ worker, concurrency, take, isBusy: () => state.isBusy, lock: 10_000, pause: 0 },
    note: (error) => error && log.push(`noted ${error.message}`),
  });
  last = poller;
  return { poller, log, state };
}

/** One whose batches are evaluated until they are told to finish. */
function slowPollerOf(concurrency: number) {
  let finish = () => {};
  const take = () =>
    new Promise<void>((resolve) => {
      finish = resolve;
    });
  return { ...pollerOf({ concurrency, take }), finishLast: () => finish() };
}

test('asks once at a time while there is nothing, and only when it is woken', async () => {
  const { poller } = pollerOf();
  await turn();
  expect(open).toHaveLength(0);
  poller.wake();
  poller.wake();
  expect(open).toHaveLength(1);
  open.shift()?.answer();
  await turn();
  expect(open).toHaveLength(1);
});

test('rests when no batch has come lately', async () => {
  const { poller, state } = pollerOf();
  poller.wake();
  state.isBusy = false;
  open.shift()?.answer();
  await turn();
  expect(open).toHaveLength(0);
});

test('asks for all that it has room for where there was one, each with a token of its own, and no more', async () => {
  const { poller, log, finishLast } = slowPollerOf(3);
  poller.wake();
  open.shift()?.answer('a');
  await turn();
  expect(new Set(open.map(({ token }) => token)).size).toBe(2);
  open.shift()?.answer('b');
  open.shift()?.answer('c');
  await turn();
  expect(open).toHaveLength(0);
  finishLast();
  await turn();
  expect(log).toEqual(['c done by true']);
  expect(open).toHaveLength(1);
  // What the other two wait for does not matter here.
  last = undefined;
  open.length = 0;
});

test('a batch that cannot be evaluated fails, and the next one is asked for', async () => {
  const { poller, log } = pollerOf({ take: () => Promise.reject(new Error('torn')) });
  poller.wake();
  open.shift()?.answer('a');
  await turn();
  expect(log).toEqual(['a failed: torn']);
  expect(open.length).toBeGreaterThan(0);
});

test('after an error it tells, and asks again', async () => {
  const { poller, log } = pollerOf();
  poller.wake();
  open.shift()?.fail(new Error('away'));
  await expect.poll(() => open).toHaveLength(1);
  expect(log).toEqual(['noted away']);
});

test('the end waits for what was asked and for batches in work, and asks no more', async () => {
  const { poller, log, finishLast } = slowPollerOf(1);
  poller.wake();
  const closed = poller.close();
  open.shift()?.answer('late');
  await turn();
  expect(log).toEqual([]);
  finishLast();
  await closed;
  expect(log).toEqual(['late done by true', 'closed']);
  expect(open).toHaveLength(0);
});
