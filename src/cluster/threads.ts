import type { Evaluator } from '../run/evaluator.ts';

/** Evaluators of one thread each, of which every caller gets a free one. */
export interface Threads {
  /** Runs `action` with a free evaluator, once there is one. */
  use<T>(action: (evaluator: Evaluator) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export function createThreads(count: number, create: () => Evaluator): Threads {
  const all = Array.from({ length: count }, create);
  const free = [...all];
  const waiting: ((evaluator: Evaluator) => void)[] = [];
  const take = () => {
    const evaluator = free.pop();
    return evaluator ? Promise.resolve(evaluator) : new Promise<Evaluator>((resolve) => void waiting.push(resolve));
  };
  return {
    async use(action) {
      const evaluator = await take();
      try {
        return await action(evaluator);
      } finally {
        const next = waiting.shift();
        if (next) next(evaluator);
        else free.push(evaluator);
      }
    },
    async close() {
      await Promise.all(all.map((each) => each.close()));
    },
  };
}
