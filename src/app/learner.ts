import url from '../../workers/conduct.ts?worker&url';
import type { News, Order, Told } from '../run/conductor.ts';
import type { Batch } from '../run/evaluator.ts';
import type { Amendment, Experiment, SettingValue } from '../run/experiment.ts';
import type { RunState } from '../run/run.ts';
import type { Sweep } from '../run/sweep.ts';
import type { SweepNews } from '../run/sweeper.ts';
import type { Life } from '../sim/rollout.ts';

/** The worker that learns, seen from the page. */
export interface Learner {
  begin(from: Experiment | RunState): void;
  /** While it holds still nothing is told: what was under way is told when it goes on. */
  setLearning(yes: boolean): void;
  amend(changes: Record<string, SettingValue>): void;
  /** Lives these beside the run. */
  live(batch: Batch): Promise<Life[]>;
  /** The newest whole generation, as it lived on its first ground. */
  crowd(): Promise<{ generation: number; lives: Life[] }>;
  /** Runs a sweep beside the run, in place of any other. Gives what stops it at once. */
  sweep(of: Sweep, hear: (news: SweepNews) => void): () => void;
  close(): void;
}

export interface LearnerOptions {
  onGeneration(generation: Told): void;
  onAmendment(amendment: Amendment): void;
  onLoss(reason: string): void;
  /** Learning has ended, by a fault. */
  onStop(reason: string): void;
}

interface Ticket {
  resolve(news: Extract<News, { news: 'lives' }>): void;
  reject(error: Error): void;
}

export function createLearner({ onGeneration, onAmendment, onLoss, onStop }: LearnerOptions): Learner {
  const worker = new Worker(url, { type: 'module', name: 'conductor' });
  const waiting = new Map<number, Ticket>();
  const post = (order: Order) => worker.postMessage(order);
  let run = 0;
  let tickets = 0;
  let isLearning = true;
  let held: Extract<News, { run: number }>[] = [];
  let sweeps = 0;
  let hearOfSweep: ((news: SweepNews) => void) | undefined;

  function hearOfRun(news: Extract<News, { run: number }>): void {
    if (news.run !== run) return;
    if (!isLearning) held.push(news);
    else if (news.news === 'generation') onGeneration(news.generation);
    else if (news.news === 'amended') onAmendment(news.amendment);
    else onStop(news.reason);
  }

  function hear(news: News): void {
    if ('run' in news) {
      hearOfRun(news);
    } else if (news.news === 'loss') {
      onLoss(news.reason);
    } else if ('sweep' in news) {
      if (news.sweep === sweeps) hearOfSweep?.(news);
    } else {
      const asked = waiting.get(news.ticket);
      waiting.delete(news.ticket);
      if (news.news === 'lives') asked?.resolve(news);
      else asked?.reject(new Error(news.reason));
    }
  }

  worker.addEventListener('message', ({ data }: MessageEvent<News>) => hear(data));
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    onStop(event.message || 'its worker could not be started');
    for (const { reject } of waiting.values()) reject(new Error('the worker is lost'));
    waiting.clear();
    hearOfSweep?.({ news: 'sweep over', sweep: sweeps, reason: 'the worker is lost' });
  });

  const ask = (orderOf: (ticket: number) => Order) =>
    new Promise<Parameters<Ticket['resolve']>[0]>((resolve, reject) => {
      waiting.set(++tickets, { resolve, reject });
      post(orderOf(tickets));
    });

  return {
    begin(from) {
      run++;
      held = [];
      post({ order: 'begin', run, from, isLearning });
    },
    setLearning(yes) {
      if (yes === isLearning) return;
      isLearning = yes;
      post({ order: yes ? 'go on' : 'pause' });
      const late = held;
      held = [];
      for (const news of late) hearOfRun(news);
    },
    amend: (changes) => post({ order: 'amend', changes }),
    live: async (batch) => (await ask((ticket) => ({ order: 'live', ticket, batch }))).lives,
    async crowd() {
      const { lives, generation = 0 } = await ask((ticket) => ({ order: 'crowd', ticket }));
      return { lives, generation };
    },
    sweep(of, heard) {
      const sweep = ++sweeps;
      hearOfSweep = heard;
      post({ order: 'sweep', sweep, of });
      return () => {
        if (sweep !== sweeps || hearOfSweep === undefined) return;
        hearOfSweep = undefined;
        post({ order: 'stop sweep' });
      };
    },
    close: () => worker.terminate(),
  };
}
