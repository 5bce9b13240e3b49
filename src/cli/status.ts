import type { QueueStatus } from '../cluster/queue-status.ts';
import { plural } from '../schema/plural.ts';
import { printJson, printLine } from './print.ts';
import { addressFrom, openQueue } from './queue-flag.ts';
import { durationText } from './status-line.ts';

export interface StatusFlags {
  queue: string;
  json?: boolean;
}

/** What is in a queue, as lines for people. */
export function statusLines({ runs, workers, waiting, active }: QueueStatus): string[] {
  const threadCount = workers.reduce((sum, { threads }) => sum + threads, 0);
  return [
    `${plural(runs.length, 'run')}, ${plural(workers.length, 'worker')} with ${plural(threadCount, 'thread')}; ${plural(waiting, 'batch', 'batches')} waiting, ${active} in work`,
    ...runs.map(({ title, generation, share, secondsLeft, rate, batches, copies }) => {
      const done = share < 0 ? '' : `, ${Math.floor(100 * share)} % done`;
      const left = secondsLeft === null ? '' : `, about ${durationText(secondsLeft)} left`;
      const speed = `${Math.round(rate)} episodes/s`;
      return `run ${title}: generation ${generation}${done}${left}; ${speed}; ${plural(batches, 'batch', 'batches')} sent, ${copies} sent again`;
    }),
    ...workers.map(({ name, threads, engine, episodes, rate }) => {
      const speed = `${Math.round(rate)} episodes/s`;
      return `worker ${name}: ${plural(threads, 'thread')}, ${speed}, ${plural(episodes, 'episode')} so far, engine ${engine}`;
    }),
  ];
}

/** Prints the runs and workers of a queue. */
export async function status({ queue, json }: StatusFlags): Promise<void> {
  const address = addressFrom(queue);
  const found = await openQueue(async (libraries) => {
    const { queueStatus } = await import('../cluster/queue-status.ts');
    return queueStatus(libraries, address);
  });
  if (json) printJson(found);
  else for (const line of statusLines(found)) printLine(line);
}
