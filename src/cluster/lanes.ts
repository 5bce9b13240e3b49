import type { Redis } from 'ioredis';
import { whenAway } from './connection.ts';
import { LONGEST } from './piece-sizes.ts';

/** Below this latency, ms, no batch waits at a worker: it could be the one that an idle thread elsewhere should get. */
export const NEAR = 5;
/**
 * Connections over which a worker far from the queue takes batches. TCP carries less over one where packets are lost, the farther
 * the less (Mathis et al. 1997), and a packet that is sent again holds up what comes after it. Three and four were no faster.
 */
const FAR_COUNT = 2;

/** What takes batches over a connection: a worker of BullMQ, or a poller. */
export interface Consumer {
  /** Batches that it has at the same time. */
  concurrency: number;
  /** Takes no more batches and waits for those that it has. */
  close(): Promise<void>;
  /** To be called when a batch has come over another connection. */
  wake?(): void;
}

interface Lane {
  connection: Redis;
  consumer: Consumer;
}

/** The connections over which a worker takes batches: one near the queue, two far from it. */
export interface Lanes {
  /** Follows the time until the queue answers, ms. */
  adapt(latency: number): void;
  /** To be called when a batch has come. */
  wake(): void;
  /** Takes no more batches, and waits for those that it has over connections that are not away. */
  close(): Promise<void>;
}

/**
 * Far from the queue, as many batches wait for a thread as are simulated while one is fetched.
 * @param first is not closed
 * @param take takes batches over the first connection
 * @param poll takes batches over a second one
 */
export function createLanes(
  first: Redis,
  threadCount: number,
  take: (connection: Redis) => Consumer,
  poll: (connection: Redis) => Consumer,
): Lanes {
  const lanes: Lane[] = [{ connection: first, consumer: take(first) }];
  const closing = new Set<Promise<void>>();

  function open(): void {
    const connection = first.duplicate();
    // The first connection's own events tell the user.
    connection.on('error', () => {});
    connection.connect().catch(() => {});
    lanes.push({ connection, consumer: poll(connection) });
  }

  /** Another worker evaluates again what cannot be sent. */
  async function end({ connection, consumer }: Lane): Promise<void> {
    await Promise.race([consumer.close().catch(() => {}), whenAway(connection)]);
    if (connection !== first) connection.disconnect();
  }

  function endLater(lane: Lane): void {
    const ended = end(lane).finally(() => closing.delete(ended));
    closing.add(ended);
  }

  return {
    adapt(latency) {
      const isNear = latency < NEAR;
      const count = isNear ? 1 : FAR_COUNT;
      while (lanes.length < count) open();
      for (const lane of lanes.splice(count)) endLater(lane);
      const batchCount = threadCount + (isNear ? 0 : Math.ceil((threadCount * latency) / LONGEST));
      for (const { consumer } of lanes) consumer.concurrency = Math.ceil(batchCount / count);
    },
    wake() {
      for (const { consumer } of lanes) consumer.wake?.();
    },
    async close() {
      for (const lane of lanes.splice(0)) endLater(lane);
      await Promise.all(closing);
    },
  };
}
