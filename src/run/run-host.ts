import type { Episode, EpisodeRequest } from '../sim/rollout.ts';
import { effectiveAt } from './amend.ts';
import type { Batch } from './batch.ts';
import type { Checkpoint } from './checkpoint.ts';
import { createCheckpointRecorder, type HostServices, type OpenedRun, type RunFile } from './checkpoint-recorder.ts';
import { reasonOf } from './evaluate-with-retry.ts';
import { type Evaluator, evaluateHere } from './evaluator.ts';
import type { Amendment, Experiment, SettingValue } from './experiment-schema.ts';
import { checkMemory } from './memory.ts';
import { type Generation, run } from './run.ts';
import type { BatchProgress } from './slow-progress.ts';
import type { Sweep } from './sweep/sweep.ts';
import { createSweeper, type SweepMessage } from './sweep/sweeper.ts';
import { type VitalSigns, vitalSigns } from './vital-signs.ts';

/** The data of a generation that the host sends. State and genomes, which may be megabytes, are left out. */
export interface GenerationSummary extends Omit<Generation, 'state' | 'requests' | 'trainingEvaluations'> {
  signs: VitalSigns;
}

type Changes = Record<string, SettingValue>;

/** A request to a run host. `run` is an id that the sender chooses. */
export type HostRequest =
  | { type: 'begin'; run: number; from: Experiment | Checkpoint; isLearning: boolean; changes?: Changes }
  | { type: 'pause' | 'resume' }
  /** Takes effect in the next generation; the last change of a setting counts. */
  | { type: 'amend'; changes: Changes }
  /** Simulates episodes beside those of the run; the answer has the same ticket. */
  | { type: 'simulate'; ticket: number; batch: Batch }
  /** Simulates the newest generation again, recorded. */
  | { type: 'crowd'; ticket: number }
  /** The checkpoint after the last generation sent. */
  | { type: 'state'; ticket: number }
  /** That checkpoint, or the given one, as a file. */
  | { type: 'encode'; ticket: number; of?: Checkpoint | undefined }
  /** The run in such a file; errors start with `source`. */
  | { type: 'decode'; ticket: number; bytes: Uint8Array; source: string }
  /** Starts a sweep, ending any other. The run goes on unless it is paused. */
  | { type: 'sweep'; sweep: number; of: Sweep }
  | { type: 'stop sweep' };

/** A message from a run host. */
export type HostMessage =
  | { type: 'generation'; run: number; generation: GenerationSummary }
  /** Sent before the first generation it applies to. */
  | { type: 'amended'; run: number; amendment: Amendment }
  | { type: 'stopped'; run: number; reason: string }
  /** A worker was lost and replaced; `isGivenUp` if it was the third for one episode, which then counts as failed. */
  | { type: 'worker lost'; reason: string; isGivenUp: boolean }
  | ({ type: 'progress' } & BatchProgress)
  /** Answers `simulate` and `crowd`; for a crowd with its generation and requests. */
  | { type: 'episodes'; ticket: number; episodes: Episode[]; generation?: number; requests?: EpisodeRequest[] }
  | { type: 'state'; ticket: number; checkpoint: Checkpoint }
  | ({ type: 'opened'; ticket: number } & OpenedRun)
  | { type: 'file'; ticket: number; file: RunFile }
  | { type: 'refused'; ticket: number; reason: string }
  | SweepMessage;

type Reply =
  | { type: 'state'; checkpoint: Checkpoint }
  | ({ type: 'opened' } & OpenedRun)
  | { type: 'file'; file: RunFile };

/** Maximum number of episodes of a crowd; more cannot be told apart on the stage. */
const MAX_CROWD = 64;

/** Sends a message and transfers the given buffers. */
export type Send = (message: HostMessage, transfer?: ArrayBuffer[]) => void;

/** The buffers of a recording, to transfer instead of copy. */
const buffersOf = (recording: Episode['recording']) =>
  recording ? [recording.poses, recording.actions, recording.contacts].map(({ buffer }) => buffer as ArrayBuffer) : [];

/**
 * Owns one run at a time and handles requests. A page runs it in a worker, since `ask` and `tell` of some optimizers take a
 * tenth of a second. Returns the function that handles a request.
 */
export function createRunHost(
  evaluator: Evaluator,
  send: Send,
  services: HostServices,
): (request: HostRequest) => void {
  let current = -1;
  let pending: Changes | undefined;
  let isLearning = true;
  let newest: { generation: number; batch: Batch } | undefined;
  let resume = () => {};
  const sweeper = createSweeper(evaluator, send, services.memory);
  const recorder = createCheckpointRecorder(services);

  /** Resolves when learning is not paused. */
  const untilLearning = () =>
    isLearning
      ? undefined
      : new Promise<void>((resolve) => {
          resume = resolve;
        });

  async function learn(number: number, from: Experiment | Checkpoint): Promise<void> {
    const amend = (generation: number) => {
      const changes = pending;
      pending = undefined;
      if (changes) send({ type: 'amended', run: number, amendment: { generation, changes } });
      return changes;
    };
    try {
      checkMemory('state' in from ? from.state.experiment : from, services.memory ?? Number.POSITIVE_INFINITY);
      const generations = run(recorder.begin(from), evaluator, { record: true, amend });
      for (;;) {
        await untilLearning();
        if (current !== number) return;
        const started = services.now();
        const whole = (await generations.next()).value;
        if (current !== number) return;
        const { state, requests: all, trainingEvaluations: _, ...generation } = whole;
        const requests = all.slice(0, MAX_CROWD).map((request) => ({ ...request, record: true }));
        const experiment = effectiveAt(state.experiment, generation.generation);
        const signs = vitalSigns(whole, experiment);
        recorder.add(whole, signs, services.now() - started);
        newest = { generation: generation.generation, batch: { experiment, requests } };
        const summary = { ...generation, signs };
        send({ type: 'generation', run: number, generation: summary }, buffersOf(generation.champion?.recording));
      }
    } catch (error) {
      if (current === number) send({ type: 'stopped', run: number, reason: reasonOf(error) });
    }
  }

  function answer(
    ticket: number,
    episodes: Episode[],
    of: { generation?: number; requests?: EpisodeRequest[] } = {},
  ): void {
    send(
      { type: 'episodes', ticket, episodes, ...of },
      episodes.flatMap(({ recording }) => buffersOf(recording)),
    );
  }

  async function simulate(ticket: number, batch: Batch): Promise<void> {
    try {
      // In this thread: the evaluator would finish the current generation first.
      answer(ticket, await evaluateHere(batch));
    } catch (error) {
      send({ type: 'refused', ticket, reason: reasonOf(error) });
    }
  }

  async function crowd(ticket: number): Promise<void> {
    try {
      if (newest === undefined) throw new Error('there is no generation yet');
      const { generation, batch } = newest;
      answer(ticket, await evaluator.evaluate(batch), { generation, requests: batch.requests });
    } catch (error) {
      send({ type: 'refused', ticket, reason: reasonOf(error) });
    }
  }

  async function reply(ticket: number, found: () => Promise<Reply>): Promise<void> {
    try {
      const message = await found();
      send({ ...message, ticket }, message.type === 'file' ? [message.file.bytes.buffer] : []);
    } catch (error) {
      send({ type: 'refused', ticket, reason: reasonOf(error) });
    }
  }

  return (request) => {
    if (request.type === 'begin') {
      current = request.run;
      pending = request.changes;
      newest = undefined;
      isLearning = request.isLearning;
      resume();
      void learn(current, request.from);
    } else if (request.type === 'amend') {
      pending = { ...pending, ...request.changes };
    } else if (request.type === 'simulate') {
      simulate(request.ticket, request.batch);
    } else if (request.type === 'crowd') {
      void crowd(request.ticket);
    } else if (request.type === 'state') {
      void reply(request.ticket, async () => ({ type: 'state', checkpoint: recorder.checkpoint() }));
    } else if (request.type === 'encode') {
      void reply(request.ticket, async () => ({ type: 'file', file: await recorder.encode(request.of) }));
    } else if (request.type === 'decode') {
      const { bytes, source } = request;
      void reply(request.ticket, async () => ({ type: 'opened', ...(await services.decode(bytes, source)) }));
    } else if (request.type === 'sweep') {
      sweeper.begin(request.sweep, request.of);
    } else if (request.type === 'stop sweep') {
      sweeper.stop();
    } else {
      isLearning = request.type === 'resume';
      if (isLearning) resume();
    }
  };
}
