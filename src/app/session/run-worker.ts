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
  sweep(of: Sweep, hear: (message: SweepMessage) => void): () => void;
  close(): void;
}

export interface RunWorkerOptions {
  /** A worker was lost; `isGivenUp` when one creature has cost three, and counts as failed. */
  onLoss(isGivenUp: boolean): void;
  /** The worker itself is lost. */
  onStop(reason: string): void;
}

type Answer = Extract<HostMessage, { type: 'episodes' | 'state' | 'file' }>;

interface Ticket {
  resolve(message: Answer): void;
  reject(error: Error): void;
}

type OfRun = Extract<HostMessage, { run: number }>;

export function createRunWorker({ onLoss, onStop }: RunWorkerOptions): RunWorker {
  const worker = new Worker(url, { type: 'module', name: 'run-host' });
  const waiting = new Map<number, Ticket>();
  const listeners = new Map<number, Listener>();
  const post = (request: HostRequest) => worker.postMessage(request);
  let run = 0;
  let tickets = 0;
  let isLearning = true;
  let held: OfRun[] = [];
  let sweeps = 0;
  let hearOfSweep: ((message: SweepMessage) => void) | undefined;

  function tell(message: OfRun): void {
    const listener = listeners.get(message.run);
    if (message.type === 'generation') listener?.onGeneration(message.generation);
    else if (message.type === 'amended') listener?.onAmendment(message.amendment);
    else listener?.onStop(message.reason);
  }

  function tellHeld(): void {
    const late = held;
    held = [];
    for (const message of late) tell(message);
  }

  function hear(message: HostMessage): void {
    if ('run' in message) {
      if (message.run === run && !isLearning) held.push(message);
      else tell(message);
    } else if (message.type === 'worker lost') {
      onLoss(message.isGivenUp);
    } else if ('sweep' in message) {
      if (message.sweep === sweeps) hearOfSweep?.(message);
    } else {
      const asked = waiting.get(message.ticket);
      waiting.delete(message.ticket);
      if (message.type === 'refused') asked?.reject(new Error(message.reason));
      else asked?.resolve(message);
    }
  }

  worker.addEventListener('message', ({ data }: MessageEvent<HostMessage>) => hear(data));
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    onStop(event.message || 'its worker could not be started');
    for (const { reject } of waiting.values()) reject(new Error('the worker is lost'));
    waiting.clear();
    hearOfSweep?.({ type: 'sweep ended', sweep: sweeps, reason: 'the worker is lost' });
  });

  const ask = <Kind extends Answer['type']>(kind: Kind, requestOf: (ticket: number) => HostRequest) =>
    new Promise<Extract<Answer, { type: Kind }>>((resolve, reject) => {
      const answered = (message: Answer) => {
        if (message.type === kind) resolve(message as Extract<Answer, { type: Kind }>);
        else reject(new Error(`asked for ${kind}, was told ${message.type}`));
      };
      waiting.set(++tickets, { resolve: answered, reject });
      post(requestOf(tickets));
    });

  return {
    begin(from, listener, changes) {
      listeners.set(++run, listener);
      held = [];
      post({ type: 'begin', run, from, isLearning, ...(changes && { changes }) });
    },
    async leave() {
      const left = run;
      tellHeld();
      try {
        return (await ask('state', (ticket) => ({ type: 'state', ticket }))).checkpoint;
      } finally {
        listeners.delete(left);
      }
    },
    seal: async (of) => (await ask('file', (ticket) => ({ type: 'encode', ticket, of }))).sealed,
    open: async (bytes) => (await ask('state', (ticket) => ({ type: 'decode', ticket, bytes }))).checkpoint,
    setLearning(yes) {
      if (yes === isLearning) return;
      isLearning = yes;
      post({ type: yes ? 'resume' : 'pause' });
      if (yes) tellHeld();
    },
    amend: (changes) => post({ type: 'amend', changes }),
    live: async (batch) => (await ask('episodes', (ticket) => ({ type: 'simulate', ticket, batch }))).episodes,
    async crowd() {
      const {
        episodes,
        generation = 0,
        requests = [],
      } = await ask('episodes', (ticket) => ({ type: 'crowd', ticket }));
      return { lives: episodes.map((life, i) => ({ ...life, request: requests[i] })), generation };
    },
    sweep(of, heard) {
      const sweep = ++sweeps;
      hearOfSweep = heard;
      post({ type: 'sweep', sweep, of });
      return () => {
        if (sweep !== sweeps || hearOfSweep === undefined) return;
        hearOfSweep = undefined;
        post({ type: 'stop sweep' });
      };
    },
    close: () => worker.terminate(),
  };
}
