import { type ReadonlySignal, signal } from '@preact/signals';
import url from '../../../workers/run-host.ts?worker&url';
import type { Batch } from '../../run/batch.ts';
import type { Checkpoint } from '../../run/checkpoint.ts';
import type { OpenedRun, RunFile } from '../../run/checkpoint-recorder.ts';
import type { Amendment, Experiment, SettingValue } from '../../run/experiment-schema.ts';
import type { PhysicsMessage, PhysicsRequest } from '../../run/physics-messages.ts';
import type { GenerationSummary, HostMessage, HostRequest } from '../../run/run-host.ts';
import type { BatchProgress } from '../../run/slow-progress.ts';
import type { Sweep } from '../../run/sweep/sweep.ts';
import type { SweepMessage } from '../../run/sweep/sweeper.ts';
import type { Episode, EpisodeRequest } from '../../sim/rollout.ts';
import { createPhysicsChoice, type PhysicsChoice } from './physics-choice.ts';

/** Receives the messages of one run. */
export interface Listener {
  onGeneration(generation: GenerationSummary): void;
  onAmendment(amendment: Amendment): void;
  /** An error ended learning. */
  onStop(reason: string): void;
}

/** An episode of a generation, with the request that repeats it. */
export type CrowdEpisode = Episode & { request?: EpisodeRequest | undefined };

/** The page's client of the worker that runs the evolution. */
export interface RunWorker {
  /** How far a generation is that takes more than ten seconds. */
  readonly progress: ReadonlySignal<BatchProgress | undefined>;
  readonly physics: PhysicsChoice;
  /** Ends the current run and begins another; `changes` take effect in its first generation. */
  begin(from: Experiment | Checkpoint, listener: Listener, changes?: Record<string, SettingValue>): void;
  /** Returns a checkpoint of the current run. Its listener is called until the promise settles, even if another run begins. */
  leave(): Promise<Checkpoint>;
  /** The current run as a file, or the run of a checkpoint. */
  encodeRun(left?: Checkpoint): Promise<RunFile>;
  /** The run in a file. Rejects with an Error that starts with `source` and says what is wrong with it. */
  decodeRun(bytes: Uint8Array, source: string): Promise<OpenedRun>;
  /** While paused, no messages of the run are delivered; those in flight are delivered on resume or when the run is left. */
  setLearning(yes: boolean): void;
  amend(changes: Record<string, SettingValue>): void;
  /** Simulates these episodes beside the run. */
  simulate(batch: Batch): Promise<Episode[]>;
  /** All episodes of the newest generation, on its first terrain. */
  crowd(): Promise<{ generation: number; episodes: CrowdEpisode[] }>;
  /** Runs a sweep beside the run and ends any other sweep. Returns a function that stops it at once. */
  sweep(of: Sweep, onMessage: (message: SweepMessage) => void): () => void;
  close(): void;
}

export interface RunWorkerOptions {
  /** An evaluating worker was lost; `isGivenUp` if one creature crashed three workers and counts as failed. */
  onLoss(isGivenUp: boolean): void;
  /** The worker itself was lost. */
  onStop(reason: string): void;
}

/** What answers a request that has a ticket. */
type Answer = Extract<HostMessage, { type: 'episodes' | 'state' | 'opened' | 'file' }>;

interface Ticket {
  resolve(message: Answer): void;
  reject(error: Error): void;
}

type RunMessage = Extract<HostMessage, { run: number }>;

export function createRunWorker({ onLoss, onStop }: RunWorkerOptions): RunWorker {
  const worker = new Worker(url, { type: 'module', name: 'run-host' });
  const waiting = new Map<number, Ticket>();
  const listeners = new Map<number, Listener>();
  const post = (request: HostRequest | PhysicsRequest) => worker.postMessage(request);
  const progress = signal<BatchProgress | undefined>(undefined);
  const physics = createPhysicsChoice(post);
  let run = 0;
  let tickets = 0;
  let isLearning = true;
  let undelivered: RunMessage[] = [];
  let sweeps = 0;
  let onSweepMessage: ((message: SweepMessage) => void) | undefined;

  function deliver(message: RunMessage): void {
    const listener = listeners.get(message.run);
    if (message.type === 'generation') listener?.onGeneration(message.generation);
    else if (message.type === 'amended') listener?.onAmendment(message.amendment);
    else listener?.onStop(message.reason);
  }

  function deliverHeld(): void {
    const late = undelivered;
    undelivered = [];
    for (const message of late) deliver(message);
  }

  function receive(message: HostMessage | PhysicsMessage): void {
    if (message.type === 'physics') {
      physics.receive(message);
    } else if (message.type === 'progress') {
      progress.value = message;
    } else if ('run' in message) {
      progress.value = undefined;
      if (message.run === run && !isLearning) undelivered.push(message);
      else deliver(message);
    } else if (message.type === 'worker lost') {
      onLoss(message.isGivenUp);
    } else if ('sweep' in message) {
      if (message.sweep === sweeps) onSweepMessage?.(message);
    } else {
      const ticket = waiting.get(message.ticket);
      waiting.delete(message.ticket);
      if (message.type === 'refused') ticket?.reject(new Error(message.reason));
      else ticket?.resolve(message);
    }
  }

  worker.addEventListener('message', ({ data }: MessageEvent<HostMessage | PhysicsMessage>) => receive(data));
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    onStop(event.message || 'its worker could not be started');
    for (const { reject } of waiting.values()) reject(new Error('the worker is lost'));
    waiting.clear();
    onSweepMessage?.({ type: 'sweep ended', sweep: sweeps, reason: 'the worker is lost' });
  });

  const ask = <Kind extends Answer['type']>(kind: Kind, requestOf: (ticket: number) => HostRequest) =>
    new Promise<Extract<Answer, { type: Kind }>>((resolve, reject) => {
      const answered = (message: Answer) => {
        if (message.type === kind) resolve(message as Extract<Answer, { type: Kind }>);
        else reject(new Error(`requested ${kind}, received ${message.type}`));
      };
      waiting.set(++tickets, { resolve: answered, reject });
      post(requestOf(tickets));
    });

  return {
    progress,
    physics: physics.choice,
    begin(from, listener, changes) {
      listeners.set(++run, listener);
      undelivered = [];
      post({ type: 'begin', run, from, isLearning, ...(changes && { changes }) });
    },
    async leave() {
      const left = run;
      deliverHeld();
      try {
        return (await ask('state', (ticket) => ({ type: 'state', ticket }))).checkpoint;
      } finally {
        listeners.delete(left);
      }
    },
    encodeRun: async (of) => (await ask('file', (ticket) => ({ type: 'encode', ticket, of }))).file,
    decodeRun: (bytes, source) => ask('opened', (ticket) => ({ type: 'decode', ticket, bytes, source })),
    setLearning(yes) {
      if (yes === isLearning) return;
      isLearning = yes;
      post({ type: yes ? 'resume' : 'pause' });
      if (yes) deliverHeld();
    },
    amend: (changes) => post({ type: 'amend', changes }),
    simulate: async (batch) => (await ask('episodes', (ticket) => ({ type: 'simulate', ticket, batch }))).episodes,
    async crowd() {
      const {
        episodes,
        generation = 0,
        requests = [],
      } = await ask('episodes', (ticket) => ({ type: 'crowd', ticket }));
      return { episodes: episodes.map((each, i) => ({ ...each, request: requests[i] })), generation };
    },
    sweep(of, onMessage) {
      const sweep = ++sweeps;
      onSweepMessage = onMessage;
      post({ type: 'sweep', sweep, of });
      return () => {
        if (sweep !== sweeps || onSweepMessage === undefined) return;
        onSweepMessage = undefined;
        post({ type: 'stop sweep' });
      };
    },
    close: () => worker.terminate(),
  };
}
