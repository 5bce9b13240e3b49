import { type Checkpoint, type CheckpointBuilder, createCheckpointBuilder } from './checkpoint.ts';
import type { Experiment } from './experiment-schema.ts';
import { type Generation, initialState, type RunState } from './run.ts';
import type { VitalSigns } from './vital-signs.ts';

/** What a conductor has around it: the form of files, which is loaded when it is first needed, and a steady clock, ms. */
export interface HostServices {
  seal(checkpoint: Checkpoint): Promise<Uint8Array<ArrayBuffer>>;
  /** Throws an Error that says what is wrong with them. */
  open(bytes: Uint8Array): Promise<Checkpoint>;
  now(): number;
}

/** A run as a file, and what to know of it without opening it. */
export interface RunFile {
  bytes: Uint8Array<ArrayBuffer>;
  /** With every amendment made so far. */
  experiment: Experiment;
  /** The generation to come. */
  generation: number;
  seconds: number;
}

/** Knows where a conductor's run stands. */
export interface CheckpointRecorder {
  /** Another run begins, or one that was kept goes on: from this state. */
  begin(from: Experiment | Checkpoint): RunState;
  /** @param time it took, ms. */
  take(generation: Generation, signs: VitalSigns, time: number): void;
  /** Throws an Error where there is nothing to keep yet. */
  checkpoint(): Checkpoint;
  /** The same as a file, or another run that was left. */
  seal(left?: Checkpoint): Promise<RunFile>;
}

/** What grows in a checkpoint while a run goes on, as it is now. */
function copyOf({ history, champions, ...rest }: Checkpoint): Checkpoint {
  const columns = Object.entries(history).map(([name, column]) => [name, [...column]]);
  const { entries, records, stride } = champions;
  return {
    ...rest,
    history: Object.fromEntries(columns),
    champions: { entries: [...entries], records: [...records], stride },
  };
}

export function createCheckpointRecorder({ seal }: HostServices): CheckpointRecorder {
  let ledger: CheckpointBuilder | undefined;
  let seconds = 0;

  function checkpoint(): Checkpoint {
    const now = ledger?.checkpoint(Math.round(1000 * seconds) / 1000);
    if (now === undefined || now.state.generation === 0) throw new Error('there is no generation yet');
    return now;
  }

  return {
    begin(from) {
      ledger = undefined;
      const begun = 'champions' in from ? from : initialState(from);
      ledger = createCheckpointBuilder(begun, true);
      seconds = 'champions' in begun ? begun.seconds : 0;
      return 'champions' in begun ? begun.state : begun;
    },
    take(whole, signs, time) {
      const { champion } = whole;
      seconds += time / 1000;
      // The recording is handed over to whoever shows it, so it cannot be kept.
      ledger?.take({ ...whole, champion: champion && { ...champion, recording: undefined } }, signs);
    },
    checkpoint,
    async seal(left) {
      const now = left ?? copyOf(checkpoint());
      const { experiment, generation } = now.state;
      return { bytes: await seal(now), experiment, generation, seconds: now.seconds };
    },
  };
}
