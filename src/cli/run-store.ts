import type { Checkpoint } from '../run/checkpoint.ts';
import type { Experiment } from '../run/experiment-schema.ts';
import type { Replay } from '../run/replay.ts';
import { plural } from '../schema/plural.ts';
import { describeStorageError } from './atomic-file.ts';
import type { CheckpointWriter } from './checkpoint-files.ts';
import { printError } from './print.ts';
import type { RunLog } from './run-log.ts';
import { MIN_SAVE_INTERVAL, nextSave } from './save-interval.ts';
import type { StopCriteria } from './stop-criteria.ts';

/** Bytes kept free for the next checkpoint, in addition to twice the size of the last one. */
const SPARE_BYTES = 16_000;

/** Saves a run during training. Write errors do not end the run: they are reported once and writing is tried again. */
export interface RunStore {
  /** Writes the first checkpoint and run.json, before any generation. Throws the system's error. */
  begin(checkpoint: Checkpoint, criteria: StopCriteria): void;
  /** Adds a finished generation; `record` is its champion if it broke the record. */
  add(line: object, checkpoint: () => Checkpoint, record: Replay | undefined): void;
  /**
   * Saves everything, including how the run ended in run.json. Returns a sentence on what could not be saved; empty if
   * all was saved.
   */
  finish(checkpoint: Checkpoint, criteria: StopCriteria, summary: object): string;
}

export interface RunStoreParts {
  folder: string;
  /** Generation up to which the run is saved. */
  savedUpTo: number;
  log: RunLog;
  checkpoints: CheckpointWriter;
  writeChampion(best: Replay): void;
  /** Free bytes on the disk that stores the run. */
  freeBytes(): number;
  writeRun(document: { experiment: Experiment; ends: StopCriteria }): void;
  release(): void;
}

export function createRunStore({
  folder,
  log,
  checkpoints,
  writeChampion: writeBest,
  writeRun,
  freeBytes,
  release,
  ...parts
}: RunStoreParts): RunStore {
  let { savedUpTo } = parts;
  let due = performance.now() + MIN_SAVE_INTERVAL;
  let problem = '';
  let checkpointBytes = 0;
  /** Unwritten records, oldest first. */
  const records: Replay[] = [];

  function writeCheckpoint(checkpoint: Checkpoint): void {
    const started = performance.now();
    checkpointBytes = checkpoints.write(checkpoint);
    log.markSaved();
    savedUpTo = checkpoint.state.generation;
    due = nextSave(started);
  }

  /** Throws ENOSPC when log and records would take the space that the next checkpoint needs. */
  function leaveRoom(): void {
    if (freeBytes() >= 2 * checkpointBytes + SPARE_BYTES) return;
    throw Object.assign(new Error('no room beside the next checkpoint'), { code: 'ENOSPC' });
  }

  function flushLog(): void {
    leaveRoom();
    log.flush();
  }

  function writeRecords(): void {
    for (let next = records[0]; next !== undefined; next = records[0]) {
      leaveRoom();
      writeBest(next);
      records.shift();
    }
  }

  /** Runs every step even if others fail, and reports when writing starts to fail and when it works again. */
  function attempt(...steps: (() => void)[]): void {
    let failure: unknown;
    for (const step of steps) {
      try {
        step();
      } catch (error) {
        failure ??= error;
      }
    }
    if (failure === undefined) {
      if (problem !== '') printError(`${folder} can be written to again; nothing was lost.`);
      problem = '';
      return;
    }
    if (problem === '') {
      const consequence = 'the run continues in memory and is saved as soon as that is possible';
      printError(`${folder} cannot be written to, ${describeStorageError(failure)}: ${consequence}.`);
    }
    problem = describeStorageError(failure);
    due = performance.now() + MIN_SAVE_INTERVAL;
  }

  /**
   * Writes the log first, so that it has all generations of the checkpoint; the checkpoint is written even if the log
   * fails.
   */
  function save(checkpoint: Checkpoint): void {
    attempt(
      () => {
        flushLog();
        log.sync();
      },
      () => writeCheckpoint(checkpoint),
      flushLog,
      writeRecords,
    );
  }

  return {
    begin(checkpoint, criteria) {
      checkpointBytes = checkpoints.write(checkpoint);
      writeRun({ experiment: checkpoint.state.experiment, ends: criteria });
    },
    add(line, checkpoint, record) {
      log.add(line);
      if (record) records.push(record);
      const isDue = performance.now() >= due;
      if (isDue) return save(checkpoint());
      if (problem !== '') return;
      attempt(flushLog);
      // The checkpoint grows with the run: it may fit now, and no longer when it is due.
      if (problem !== '') save(checkpoint());
    },
    finish(checkpoint, criteria, summary) {
      save(checkpoint);
      if (problem === '')
        attempt(() => writeRun({ experiment: checkpoint.state.experiment, ends: criteria, ...summary }));
      log.close();
      release();
      if (problem === '') return '';
      const { generation } = checkpoint.state;
      const lost =
        savedUpTo === generation
          ? 'the last lines of its log or its records are not saved'
          : `only ${savedUpTo} of its ${plural(generation, 'generation')} are saved, the rest is lost`;
      return `${folder} cannot be written to, ${problem}: ${lost}; the saved part can be resumed`;
    },
  };
}
