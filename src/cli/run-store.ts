import type { Checkpoint } from '../run/checkpoint.ts';
import type { Experiment } from '../run/experiment-schema.ts';
import type { Replay } from '../run/replay.ts';
import type { CheckpointWriter } from './checkpoint-files.ts';
import { storageTrouble } from './durable.ts';
import type { Ends } from './ends.ts';
import type { RunLog } from './run-log.ts';

/** At least so long between two checkpoints, ms. */
const EVERY = 2000;
/** And so many times as long as the last one took: saving is not what a run is for. */
const SHARE = 20;

/** Where a run is kept while it goes on. Nothing here ends the run: what cannot be written is told once and tried again. */
export interface RunStore {
  /** The first checkpoint, before any generation. Throws the system's error. */
  begin(checkpoint: Checkpoint, ends: Ends): void;
  /** A generation has come to its end; `record` is its champion when it broke the record. */
  add(line: object, checkpoint: () => Checkpoint, record: Replay | undefined): void;
  /** All there is, with how it ended in run.json. What could not be saved, in a sentence; empty when all was. */
  finish(checkpoint: Checkpoint, ends: Ends, summary: object): string;
}

export interface RunStoreParts {
  folder: string;
  /** The generation up to which it is saved already. */
  savedUpTo: number;
  log: RunLog;
  checkpoints: CheckpointWriter;
  writeBest(best: Replay): void;
  writeRun(document: { experiment: Experiment; ends: Ends }): void;
  release(): void;
}

export function createRunStore({
  folder,
  log,
  checkpoints,
  writeBest,
  writeRun,
  release,
  ...parts
}: RunStoreParts): RunStore {
  let { savedUpTo } = parts;
  let due = performance.now() + EVERY;
  let trouble = '';
  /** Records not written yet, oldest first. */
  const records: Replay[] = [];

  function save(checkpoint: Checkpoint): void {
    const started = performance.now();
    // First, so that no checkpoint is of generations that the log does not have.
    log.settle();
    checkpoints.write(checkpoint);
    savedUpTo = checkpoint.state.generation;
    due = performance.now() + Math.max(EVERY, SHARE * (performance.now() - started));
  }

  /** Does what it can, and says so when that changes. */
  function tried(store: () => void): void {
    try {
      store();
      if (trouble !== '') console.error(`gaitlab: ${folder} can be written to again; nothing is missing.`);
      trouble = '';
    } catch (error) {
      if (trouble === '') {
        const words = 'the run goes on in memory and is saved as soon as that is possible';
        console.error(`gaitlab: ${folder} cannot be written to, ${storageTrouble(error)}: ${words}.`);
      }
      trouble = storageTrouble(error);
      due = performance.now() + EVERY;
    }
  }

  function writeRecords(): void {
    for (let next = records[0]; next !== undefined; next = records[0]) {
      writeBest(next);
      records.shift();
    }
  }

  return {
    begin(checkpoint, ends) {
      checkpoints.write(checkpoint);
      writeRun({ experiment: checkpoint.state.experiment, ends });
    },
    add(line, checkpoint, record) {
      log.add(line);
      if (record) records.push(record);
      const isDue = performance.now() >= due;
      if (trouble !== '' && !isDue) return;
      tried(() => {
        log.flush();
        writeRecords();
        if (isDue) save(checkpoint());
      });
    },
    finish(checkpoint, ends, summary) {
      tried(() => {
        log.flush();
        writeRecords();
        save(checkpoint);
        writeRun({ experiment: checkpoint.state.experiment, ends, ...summary });
      });
      log.close();
      release();
      if (trouble === '') return '';
      const { generation } = checkpoint.state;
      const lost =
        savedUpTo === generation
          ? 'the last lines of how it went are not saved'
          : `of its ${generation} generations only ${savedUpTo} are saved, the rest is lost`;
      return `${folder} cannot be written to, ${trouble}: ${lost}; what is saved can be gone on with`;
    },
  };
}
