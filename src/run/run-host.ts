import type { Episode, EpisodeRequest } from '../sim/rollout.ts';
import { effectiveAt } from './amend.ts';
import type { Batch } from './batch.ts';
import type { Checkpoint } from './checkpoint.ts';
import { createCheckpointRecorder, type HostServices, type RunFile } from './checkpoint-recorder.ts';
import { reasonOf } from './evaluate-with-retry.ts';
import { type Evaluator, evaluateBatch } from './evaluator.ts';
import type { Amendment, Experiment, SettingValue } from './experiment-schema.ts';
import { type Generation, run } from './run.ts';
import type { Sweep } from './sweep/sweep.ts';
import { createSweeper, type SweepMessage } from './sweep/sweeper.ts';
import { type VitalSigns, vitalSigns } from './vital-signs.ts';

/** A generation as it is told: its state and genomes, which may be megabytes, stay with the run. */
export interface GenerationSummary extends Omit<Generation, 'state' | 'tried' | 'lived'> {
  signs: VitalSigns;
}

type Changes = Record<string, SettingValue>;

/** What a conductor is asked to do. A run is known by the number it was begun under. */
export type HostRequest =
  | { order: 'begin'; run: number; from: Experiment | Checkpoint; isLearning: boolean; changes?: Changes }
  | { order: 'pause' | 'go on' }
  /** From the next generation on; of several changes of one setting the last. */
  | { order: 'amend'; changes: Changes }
  /** Lives beside those of the run, answered under the ticket. */
  | { order: 'live'; ticket: number; batch: Batch }
  /** The newest whole generation once more, recorded. */
  | { order: 'crowd'; ticket: number }
  /** Where the run stands after the last generation told. */
  | { order: 'state'; ticket: number }
  /** The same as a file, or another run that was left. */
  | { order: 'seal'; ticket: number; of?: Checkpoint | undefined }
  /** What is in such a file. */
  | { order: 'open'; ticket: number; bytes: Uint8Array }
  /** Begins a sweep in place of any other, beside the run: who wants the run to wait pauses it. */
  | { order: 'sweep'; sweep: number; of: Sweep }
  | { order: 'stop sweep' };

/** What it has to say. */
export type HostMessage =
  | { news: 'generation'; run: number; generation: GenerationSummary }
  /** Told before the first generation it is in force for. */
  | { news: 'amended'; run: number; amendment: Amendment }
  | { news: 'stopped'; run: number; reason: string }
  /** A worker was lost and replaced; `isGivenUp` when it was the third over one life, which counts as failed. */
  | { news: 'loss'; reason: string; isGivenUp: boolean }
  /** Of a crowd with its generation, and who they are. */
  | { news: 'lives'; ticket: number; lives: Episode[]; generation?: number; requests?: EpisodeRequest[] }
  | { news: 'state'; ticket: number; checkpoint: Checkpoint }
  | { news: 'sealed'; ticket: number; sealed: RunFile }
  | { news: 'refused'; ticket: number; reason: string }
  | SweepMessage;

type Reply = { news: 'state'; checkpoint: Checkpoint } | { news: 'sealed'; sealed: RunFile };

/** As many as an eye can make out. */
const CROWD = 64;

/** Says something, handing over the memory of what is large in it. */
export type SendMessage = (news: HostMessage, large?: ArrayBuffer[]) => void;

const largeIn = (recording: Episode['recording']) =>
  recording ? [recording.poses, recording.actions, recording.contacts].map(({ buffer }) => buffer as ArrayBuffer) : [];

/**
 * Keeps one run going, as orders come and without an end of its own. So that a page can have it in a worker: asking and
 * telling an optimizer takes a tenth of a second at times, which nobody who watches should feel.
 */
export function createRunHost(
  evaluator: Evaluator,
  tell: SendMessage,
  around: HostServices,
): (order: HostRequest) => void {
  let current = -1;
  let pending: Changes | undefined;
  let isLearning = true;
  let newest: { generation: number; batch: Batch } | undefined;
  let goOn = () => {};
  const sweeper = createSweeper(evaluator, tell);
  const keeper = createCheckpointRecorder(around);

  const learning = () =>
    isLearning
      ? undefined
      : new Promise<void>((resolve) => {
          goOn = resolve;
        });

  async function learn(number: number, from: Experiment | Checkpoint): Promise<void> {
    const amend = (generation: number) => {
      const changes = pending;
      pending = undefined;
      if (changes) tell({ news: 'amended', run: number, amendment: { generation, changes } });
      return changes;
    };
    try {
      const turns = run(keeper.begin(from), evaluator, { record: true, amend });
      for (;;) {
        await learning();
        if (current !== number) return;
        const started = around.now();
        const whole = (await turns.next()).value;
        if (current !== number) return;
        const { state, tried, lived: _, ...generation } = whole;
        const requests = tried.slice(0, CROWD).map((request) => ({ ...request, record: true }));
        const experiment = effectiveAt(state.experiment, generation.generation);
        const signs = vitalSigns(whole, experiment);
        keeper.take(whole, signs, around.now() - started);
        newest = { generation: generation.generation, batch: { experiment, requests } };
        const told = { ...generation, signs };
        tell({ news: 'generation', run: number, generation: told }, largeIn(generation.champion?.recording));
      }
    } catch (error) {
      if (current === number) tell({ news: 'stopped', run: number, reason: reasonOf(error) });
    }
  }

  function answer(
    ticket: number,
    lives: Episode[],
    of: { generation?: number; requests?: EpisodeRequest[] } = {},
  ): void {
    tell(
      { news: 'lives', ticket, lives, ...of },
      lives.flatMap(({ recording }) => largeIn(recording)),
    );
  }

  function live(ticket: number, batch: Batch): void {
    try {
      // Here, not by the evaluator: there they would wait for the generation under way.
      const lives = evaluateBatch(batch);
      answer(ticket, lives);
    } catch (error) {
      tell({ news: 'refused', ticket, reason: reasonOf(error) });
    }
  }

  async function crowd(ticket: number): Promise<void> {
    try {
      if (newest === undefined) throw new Error('there is no generation yet');
      const { generation, batch } = newest;
      answer(ticket, await evaluator.evaluate(batch), { generation, requests: batch.requests });
    } catch (error) {
      tell({ news: 'refused', ticket, reason: reasonOf(error) });
    }
  }

  async function reply(ticket: number, found: () => Promise<Reply>): Promise<void> {
    try {
      const news = await found();
      tell({ ...news, ticket }, news.news === 'sealed' ? [news.sealed.bytes.buffer] : []);
    } catch (error) {
      tell({ news: 'refused', ticket, reason: reasonOf(error) });
    }
  }

  return (order) => {
    if (order.order === 'begin') {
      current = order.run;
      pending = order.changes;
      newest = undefined;
      isLearning = order.isLearning;
      goOn();
      void learn(current, order.from);
    } else if (order.order === 'amend') {
      pending = { ...pending, ...order.changes };
    } else if (order.order === 'live') {
      live(order.ticket, order.batch);
    } else if (order.order === 'crowd') {
      void crowd(order.ticket);
    } else if (order.order === 'state') {
      void reply(order.ticket, async () => ({ news: 'state', checkpoint: keeper.checkpoint() }));
    } else if (order.order === 'seal') {
      void reply(order.ticket, async () => ({ news: 'sealed', sealed: await keeper.seal(order.of) }));
    } else if (order.order === 'open') {
      void reply(order.ticket, async () => ({ news: 'state', checkpoint: await around.open(order.bytes) }));
    } else if (order.order === 'sweep') {
      sweeper.begin(order.sweep, order.of);
    } else if (order.order === 'stop sweep') {
      sweeper.stop();
    } else {
      isLearning = order.order === 'go on';
      if (isLearning) goOn();
    }
  };
}
