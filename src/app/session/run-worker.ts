import url from '../../../workers/run-host.ts?worker&url';
import type { Batch } from '../../run/batch.ts';
import type { Checkpoint } from '../../run/checkpoint.ts';
import type { RunFile } from '../../run/checkpoint-recorder.ts';
import type { Amendment, Experiment, SettingValue } from '../../run/experiment-schema.ts';
import type { GenerationSummary, HostMessage, HostRequest } from '../../run/run-host.ts';
import type { Sweep } from '../../run/sweep/sweep.ts';
import type { SweepMessage } from '../../run/sweep/sweeper.ts';
import type { Episode, EpisodeRequest } from '../../sim/rollout.ts';

/** Who hears of a run. */
export interface Listener {
  onGeneration(generation: GenerationSummary): void;
  onAmendment(amendment: Amendment): void;
  /** Learning has ended, by a fault. */
  onStop(reason: string): void;
}

/** One of a crowd, and all that it takes to live it again. */
export type CrowdLife = Episode & { request?: EpisodeRequest | undefined };

/** The worker that learns, seen from the page. */
export interface RunWorker {
  /** Ends the run there is. With what is to change from the first generation on. */
  begin(from: Experiment | Checkpoint, listener: Listener, changes?: Record<string, SettingValue>): void;
  /** Where the run there is stands. Its listener goes on hearing of it until that is told, even when another one is begun. */
  leave(): Promise<Checkpoint>;
  /** The run there is as a file, or another one that was left. */
  seal(left?: Checkpoint): Promise<RunFile>;
  /** The run in a file. Rejects with an Error that says what is wrong with it. */
  open(bytes: Uint8Array): Promise<Checkpoint>;
  /** While it holds still nothing is told: what was under way is told when it goes on, or is left. */
  setLearning(yes: boolean): void;
  amend(changes: Record<string, SettingValue>): void;
  /** Lives these beside the run. */
  live(batch: Batch): Promise<Episode[]>;
  /** The newest whole generation, as it lived on its first ground. */
  crowd(): Promise<{ generation: number; lives: CrowdLife[] }>;
  /** Runs a sweep beside the run, in place of any other. Gives what stops it at once. */
  sweep(of: Sweep, hear: (news: SweepMessage) => void): () => void;
  close(): void;
}

export interface RunWorkerOptions {
  /** A worker was lost; `isGivenUp` when one creature has cost three, and counts as failed. */
  onLoss(isGivenUp: boolean): void;
  /** The worker itself is lost. */
  onStop(reason: string): void;
}

type Answer = Extract<HostMessage, { news: 'lives' | 'state' | 'sealed' }>;

interface Ticket {
  resolve(news: Answer): void;
  reject(error: Error): void;
}

type OfRun = Extract<HostMessage, { run: number }>;

export function createRunWorker({ onLoss, onStop }: RunWorkerOptions): RunWorker {
  const worker = new Worker(url, { type: 'module', name: 'conductor' });
  const waiting = new Map<number, Ticket>();
  const listeners = new Map<number, Listener>();
  const post = (order: HostRequest) => worker.postMessage(order);
  let run = 0;
  let tickets = 0;
  let isLearning = true;
  let held: OfRun[] = [];
  let sweeps = 0;
  let hearOfSweep: ((news: SweepMessage) => void) | undefined;

  function tell(news: OfRun): void {
    const listener = listeners.get(news.run);
    if (news.news === 'generation') listener?.onGeneration(news.generation);
    else if (news.news === 'amended') listener?.onAmendment(news.amendment);
    else listener?.onStop(news.reason);
  }

  function tellHeld(): void {
    const late = held;
    held = [];
    for (const news of late) tell(news);
  }

  function hear(news: HostMessage): void {
    if ('run' in news) {
      if (news.run === run && !isLearning) held.push(news);
      else tell(news);
    } else if (news.news === 'loss') {
      onLoss(news.isGivenUp);
    } else if ('sweep' in news) {
      if (news.sweep === sweeps) hearOfSweep?.(news);
    } else {
      const asked = waiting.get(news.ticket);
      waiting.delete(news.ticket);
      if (news.news === 'refused') asked?.reject(new Error(news.reason));
      else asked?.resolve(news);
    }
  }

  worker.addEventListener('message', ({ data }: MessageEvent<HostMessage>) => hear(data));
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    onStop(event.message || 'its worker could not be started');
    for (const { reject } of waiting.values()) reject(new Error('the worker is lost'));
    waiting.clear();
    hearOfSweep?.({ news: 'sweep over', sweep: sweeps, reason: 'the worker is lost' });
  });

  const ask = <Kind extends Answer['news']>(kind: Kind, orderOf: (ticket: number) => HostRequest) =>
    new Promise<Extract<Answer, { news: Kind }>>((resolve, reject) => {
      const answered = (news: Answer) => {
        if (news.news === kind) resolve(news as Extract<Answer, { news: Kind }>);
        else reject(new Error(`asked for ${kind}, was told ${news.news}`));
      };
      waiting.set(++tickets, { resolve: answered, reject });
      post(orderOf(tickets));
    });

  return {
    begin(from, listener, changes) {
      listeners.set(++run, listener);
      held = [];
      post({ order: 'begin', run, from, isLearning, ...(changes && { changes }) });
    },
    async leave() {
      const left = run;
      tellHeld();
      try {
        return (await ask('state', (ticket) => ({ order: 'state', ticket }))).checkpoint;
      } finally {
        listeners.delete(left);
      }
    },
    seal: async (of) => (await ask('sealed', (ticket) => ({ order: 'seal', ticket, of }))).sealed,
    open: async (bytes) => (await ask('state', (ticket) => ({ order: 'open', ticket, bytes }))).checkpoint,
    setLearning(yes) {
      if (yes === isLearning) return;
      isLearning = yes;
      post({ order: yes ? 'go on' : 'pause' });
      if (yes) tellHeld();
    },
    amend: (changes) => post({ order: 'amend', changes }),
    live: async (batch) => (await ask('lives', (ticket) => ({ order: 'live', ticket, batch }))).lives,
    async crowd() {
      const { lives, generation = 0, requests = [] } = await ask('lives', (ticket) => ({ order: 'crowd', ticket }));
      return { lives: lives.map((life, i) => ({ ...life, request: requests[i] })), generation };
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
