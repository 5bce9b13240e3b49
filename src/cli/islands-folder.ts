import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type IslandsCheckpoint, islandsFromDocument, islandsToDocument } from '../format/islands-document.ts';
import { parseJson } from '../format/json-guard.ts';
import { replayToDocument } from '../format/replay-document.ts';
import { isOfThisEngine } from '../format/run-document.ts';
import type { Replay } from '../run/replay.ts';
import { describeStorageError, writeAtomically } from './atomic-file.ts';
import { otherEngineWarning } from './checkpoint-files.ts';
import { refuseForeignPaths } from './foreign-paths.ts';
import { holdsIslands, ISLANDS } from './islands-file.ts';
import { makeFolder } from './make-folder.ts';
import { checkRestMemory } from './memory-check.ts';
import { printError } from './print.ts';
import { readBytes } from './read-file.ts';
import { holdsRun } from './run-folder.ts';
import { withRunLock } from './run-lock.ts';
import { MIN_SAVE_INTERVAL, nextSave } from './save-interval.ts';
import { shellQuoted } from './shell-quoted.ts';
import { criteriaInDocument, type StopCriteria } from './stop-criteria.ts';
import { asUserError, UserError } from './user-error.ts';

const CHAMPION = 'champion.replay.json';

/** Saves islands during training. Write errors do not end the run: the next save tries again. */
export interface IslandsStore {
  /** Saves if the last time is long enough ago. */
  saveIfDue(checkpoint: () => IslandsCheckpoint): void;
  /** Saves the islands, the best champion and how the run ended. Returns why that failed; empty if it did not. */
  finish(checkpoint: IslandsCheckpoint, best: Replay | null, summary: object): string;
}

function storeIn(folder: string, criteria: StopCriteria, release: () => void): IslandsStore {
  let due = performance.now() + MIN_SAVE_INTERVAL;
  let problem = '';
  function save(checkpoint: IslandsCheckpoint, summary: object = {}): void {
    const started = performance.now();
    try {
      const document = { ...islandsToDocument(checkpoint), ends: criteria, ...summary };
      writeAtomically(join(folder, ISLANDS), JSON.stringify(document));
      problem = '';
    } catch (error) {
      const now = `${folder} cannot be written to, ${describeStorageError(error)}`;
      if (problem === '') printError(`${now}: the run continues in memory and is saved as soon as that is possible.`);
      problem = now;
    }
    due = nextSave(started);
  }
  return {
    saveIfDue(checkpoint) {
      if (performance.now() >= due) save(checkpoint());
    },
    finish(checkpoint, best, summary) {
      save(checkpoint, summary);
      try {
        if (best) writeAtomically(join(folder, CHAMPION), `${JSON.stringify(replayToDocument(best), null, 2)}\n`);
      } catch (error) {
        problem = `${join(folder, CHAMPION)} cannot be written, ${describeStorageError(error)}`;
      }
      release();
      return problem;
    },
  };
}

/**
 * Creates a folder for islands. Throws a UserError if it cannot be created, has links in place of its files, holds a run without
 * islands, or one with them and `force` is false; with `force` that one is deleted.
 */
export function createIslandsFolder(
  folder: string,
  checkpoint: IslandsCheckpoint,
  criteria: StopCriteria,
  force: boolean,
): IslandsStore {
  try {
    makeFolder(folder);
  } catch (error) {
    throw new UserError(`${folder} cannot be created: ${describeStorageError(error)}`);
  }
  refuseForeignPaths(folder, [ISLANDS, CHAMPION]);
  return withRunLock(folder, (release) => {
    const hasIslands = holdsIslands(folder);
    // Before anything is deleted: the champion's file is of the islands where there are islands.
    if (holdsRun(folder, hasIslands ? [CHAMPION] : []))
      throw new UserError(`${folder} already has a run without islands: choose another folder`);
    if (hasIslands) {
      if (!force)
        throw new UserError(
          `${folder} already has a run; continue it by "gaitlab resume ${shellQuoted(folder)}", or replace it by --force, which deletes it`,
        );
      for (const name of [ISLANDS, CHAMPION]) rmSync(join(folder, name), { force: true });
    }
    const document = { ...islandsToDocument(checkpoint), ends: criteria };
    writeAtomically(join(folder, ISLANDS), JSON.stringify(document));
    return storeIn(folder, criteria, release);
  });
}

/**
 * Opens the islands in a folder, to end at the given limits or at those of the folder. Throws a UserError if they cannot be read
 * or need too much memory.
 */
export function reopenIslandsFolder(folder: string, given: StopCriteria | undefined) {
  refuseForeignPaths(folder, [ISLANDS, CHAMPION]);
  return withRunLock(folder, (release) => {
    const file = join(folder, ISLANDS);
    const bytes = readBytes(file);
    return asUserError(() => {
      const document = parseJson(new TextDecoder().decode(bytes), file) as { islands?: unknown[] };
      const checkpoint = islandsFromDocument(document, file);
      const { experiment, generation } = checkpoint.islands[0]!.state;
      checkRestMemory(experiment, generation, folder);
      if (!document.islands?.every(isOfThisEngine)) printError(`${otherEngineWarning(file)}.`);
      const criteria = given ?? criteriaInDocument(document);
      return { checkpoint, criteria, store: (ends: StopCriteria) => storeIn(folder, ends, release) };
    });
  });
}
