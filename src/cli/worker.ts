import { hostname } from 'node:os';
import { plural } from '../schema/plural.ts';
import { createNodePool, defaultWorkerCount } from './node-pool.ts';
import { printError, printLine } from './print.ts';
import { addressFrom, openQueue } from './queue-flag.ts';

export interface WorkerFlags {
  queue: string;
  threads?: number;
  name?: string;
}

/** Signals that end a worker. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Evaluates batches of all runs in a queue until a signal ends it; then finishes those that it has taken. */
export async function worker(flags: WorkerFlags): Promise<void> {
  const address = addressFrom(flags.queue);
  const threadCount = flags.threads ?? defaultWorkerCount();
  const name = flags.name ?? hostname();
  // Before it has joined, or on a second signal, there is nothing to finish.
  let leave: () => void = () => process.exit(0);
  for (const signal of SIGNALS) process.on(signal, () => leave());
  const started = await openQueue(async (libraries) => {
    const { startQueueWorker } = await import('../cluster/queue-worker.ts');
    return startQueueWorker(libraries, {
      ...{ address, name, threadCount },
      // A batch is already of a size for one thread.
      createThread: () => createNodePool(1, undefined, Number.POSITIVE_INFINITY),
      tell: (sentence) => printError(`${sentence}.`),
    });
  });
  const asked = new Promise<undefined>((resolve) => {
    leave = () => {
      leave = () => process.exit(1);
      resolve(undefined);
    };
  });
  printLine(`Worker ${name} with ${plural(threadCount, 'thread')} takes batches from ${address.name}; Ctrl-C ends it.`);
  const failure = await Promise.race([asked, started.failed]);
  if (failure !== undefined) {
    printError(`worker ${name} cannot evaluate: ${failure.message}.`);
    process.exitCode = 1;
  }
  await started.close();
  // A connection of BullMQ's own would wait for a queue that is away.
  process.exit();
}
