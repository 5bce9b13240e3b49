import { type Checkpoint, type CheckpointBuilder, createCheckpointBuilder } from './checkpoint.ts';
import type { Experiment } from './experiment-schema.ts';
import { type Generation, initialState, type RunState } from './run.ts';
import type { VitalSigns } from './vital-signs.ts';

/** What a run host needs from its environment: the file format, loaded when first needed, and a steady clock in ms. */
export interface HostServices {
  encode(checkpoint: Checkpoint): Promise<Uint8Array<ArrayBuffer>>;
  /** Rejects with an Error that starts with `source` and says what is wrong with the bytes. */
  decode(bytes: Uint8Array, source: string): Promise<OpenedRun>;
  now(): number;
  /** Bytes that a run may need; a run that needs more is refused. No limit by default. */
  memory?: number;
}

/** A run from a file, and whether this version of the engine wrote it. If not, it continues with different results. */
export interface OpenedRun {
  checkpoint: Checkpoint;
  isOfThisEngine: boolean;
}

/** A run as a file, and what a list shows of it. */
export interface RunFile {
  bytes: Uint8Array<ArrayBuffer>;
  /** With every amendment made so far. */
  experiment: Experiment;
  /** The next generation. */
  generation: number;
  seconds: number;
}

/** Records the state of a run host's run. */
export interface CheckpointRecorder {
  /** Starts a run, or resumes one; returns its state. */
  begin(from: Experiment | Checkpoint): RunState;
  /** @param time that the generation took, ms */
  add(generation: Generation, signs: VitalSigns, time: number): void;
  /** Throws an Error before the first generation. */
  checkpoint(): Checkpoint;
  /** The current checkpoint, or the given one, as a file. */
  encode(left?: Checkpoint): Promise<RunFile>;
}

/** A copy of the parts of a checkpoint that grow during a run. */
function copyOf({ history, champions, ...rest }: Checkpoint): Checkpoint {
  const columns = Object.entries(history).map(([name, column]) => [name, [...column]]);
  const { entries, records, stride } = champions;
  return {
    ...rest,
    history: Object.fromEntries(columns),
    champions: { entries: [...entries], records: [...records], stride },
  };
}

export function createCheckpointRecorder({ encode: seal }: HostServices): CheckpointRecorder {
  let builder: CheckpointBuilder | undefined;
  let seconds = 0;

  function checkpoint(): Checkpoint {
    const now = builder?.checkpoint(Math.round(1000 * seconds) / 1000);
    if (now === undefined || now.state.generation === 0) throw new Error('there is no generation yet');
    return now;
  }

  return {
    begin(from) {
      builder = undefined;
      const begun = 'champions' in from ? from : initialState(from);
      builder = createCheckpointBuilder(begun, true);
      seconds = 'champions' in begun ? begun.seconds : 0;
      return 'champions' in begun ? begun.state : begun;
    },
    add(whole, signs, time) {
      const { champion } = whole;
      seconds += time / 1000;
      // The recording's buffers are transferred to the page, so the recorder cannot keep them.
      builder?.add({ ...whole, champion: champion && { ...champion, recording: undefined } }, signs);
    },
    checkpoint,
    async encode(left) {
      const now = left ?? copyOf(checkpoint());
      const { experiment, generation } = now.state;
      return { bytes: await seal(now), experiment, generation, seconds: now.seconds };
    },
  };
}
