import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { replayToDocument } from '../format/replay-document.ts';
import {
  outcomeFromDocument,
  outcomeToDocument,
  type SweepRequest,
  sweepFromDocument,
  sweepToDocument,
} from '../format/sweep-document.ts';
import { championOf } from '../run/champion.ts';
import { episodeBatch } from '../run/champion-history.ts';
import type { Evaluator } from '../run/evaluator.ts';
import { replayOf } from '../run/replay.ts';
import { initialOutcomes, type Outcome } from '../run/sweep/outcome.ts';
import { cellsOf, runsOf, type Sweep } from '../run/sweep/sweep.ts';
import { describeStorageError, writeAtomically } from './atomic-file.ts';
import { readDocument } from './files.ts';
import { makeFolder } from './make-folder.ts';
import { checkRestMemory } from './memory-check.ts';
import { kindAt } from './plain-file.ts';
import { printError } from './print.ts';
import { withRunLock } from './run-lock.ts';
import { shellQuoted } from './shell-quoted.ts';
import { asUserError, UserError } from './user-error.ts';

/** The file in a sweep's folder that defines the sweep. */
export const SWEEP = 'sweep.json';
const [RUNS, CHAMPIONS] = ['runs', 'champions'] as const;

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
/** Zero-padded, so that names sort in the order of the runs. */
const nameOf = (place: number) => String(place + 1).padStart(3, '0');
/** The file of a finished run. */
export const outcomeFile = (folder: string, place: number) => join(folder, RUNS, `${nameOf(place)}.json`);
const championFile = (folder: string, place: number) => join(folder, CHAMPIONS, `${nameOf(place)}.replay.json`);

/** Stores the finished runs of a sweep. Write errors do not end the sweep. */
export interface SweepStore {
  folder: string;
  /** Stores a finished run and its champion, which is simulated once more for the replay. */
  add(place: number, outcome: Outcome, evaluator: Evaluator): Promise<void>;
  /** Releases the folder. Returns a sentence on what could not be saved; empty if all was saved. */
  finish(): string;
}

function createStore(folder: string, sweep: Sweep, release: () => void): SweepStore {
  const runs = runsOf(sweep);
  const unsaved: number[] = [];
  let problem = '';

  async function champion(place: number, { leader }: Outcome, evaluator: Evaluator): Promise<void> {
    const experiment = runs[place]?.experiment;
    if (leader === undefined || experiment === undefined) return;
    const { experiment: then, requests } = episodeBatch(experiment, leader);
    const tests = leader.seeds.flatMap((seed) =>
      requests.map((request) => ({ ...request, seed, record: false, trace: true })),
    );
    const found = championOf(leader.generation, tests, await evaluator.evaluate({ experiment: then, requests: tests }));
    if (found) writeAtomically(championFile(folder, place), json(replayToDocument(replayOf(experiment, found))));
  }

  return {
    folder,
    async add(place, outcome, evaluator) {
      try {
        await champion(place, outcome, evaluator);
        // Written last: a run counts as done once this file exists, so the champion must exist before it.
        writeAtomically(outcomeFile(folder, place), json(outcomeToDocument(place, outcome)));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === undefined) throw error;
        problem = describeStorageError(error);
        unsaved.push(place + 1);
      }
    },
    finish() {
      release();
      if (unsaved.length === 0) return '';
      return `${folder} cannot be written to, ${problem}: ${unsaved.length === 1 ? 'run' : 'runs'} ${unsaved.join(', ')} could not be saved; --resume runs them again`;
    },
  };
}

/** Creates a folder for a new sweep. Throws a UserError when it cannot be created or is not empty. */
export function createSweepFolder(folder: string, order: SweepRequest): SweepStore {
  try {
    makeFolder(folder);
  } catch (error) {
    throw new UserError(`${folder} cannot be created: ${describeStorageError(error)}`);
  }
  const refuseContent = () => {
    const names = readdirSync(folder).filter((name) => !name.startsWith('run.lock'));
    if (names.includes(SWEEP))
      throw new UserError(
        `${folder} already has a sweep; continue it by "gaitlab sweep --resume ${shellQuoted(folder)}"`,
      );
    if (names.length > 0) throw new UserError(`${folder} is not empty; a sweep needs an empty folder`);
  };
  refuseContent();
  return withRunLock(folder, (release) => {
    refuseContent();
    for (const name of [RUNS, CHAMPIONS]) makeFolder(join(folder, name));
    writeAtomically(join(folder, SWEEP), json(sweepToDocument(order)));
    return createStore(folder, order.sweep, release);
  });
}

/** Creates one of the sweep's folders if it is missing. Throws a UserError if a link or a file is at the path. */
function ensureFolder(path: string): void {
  const kind = kindAt(path);
  if (kind === 'nothing') makeFolder(path);
  else if (kind !== 'folder') throw new UserError(`${path} is not a folder; nothing is written there`);
}

/** The outcome of a stored run; undefined when it must run again, with a message if its file is damaged. */
function readOutcome(folder: string, sweep: Sweep, place: number): Outcome | undefined {
  const file = outcomeFile(folder, place);
  const kind = kindAt(file);
  if (kind === 'nothing') return undefined;
  if (kind !== 'file') throw new UserError(`${file} is not a plain file; nothing is read or written there`);
  try {
    return outcomeFromDocument(readDocument(file, 'sweep-run'), sweep, place, file);
  } catch (error) {
    printError(`${(error as Error).message}. Run ${place + 1} runs again.`);
    return undefined;
  }
}

/** Opens the sweep in a folder with its finished runs. Throws a UserError when there is none or it cannot be read. */
export function reopenSweepFolder(folder: string): { order: SweepRequest; outcomes: Outcome[]; store: SweepStore } {
  const file = join(folder, SWEEP);
  if (kindAt(folder) === 'nothing') throw new UserError(`there is no folder ${folder}`);
  if (kindAt(file) !== 'file') throw new UserError(`${folder} has no sweep to continue: there is no ${SWEEP}`);
  const document = readDocument(file, 'sweep');
  const order = asUserError(() => sweepFromDocument(document, file));
  for (const { experiment } of cellsOf(order.sweep)) checkRestMemory(experiment, 0, file);
  return withRunLock(folder, (release) => {
    for (const name of [RUNS, CHAMPIONS]) ensureFolder(join(folder, name));
    const outcomes = initialOutcomes(order.sweep).map(
      (empty, place) => readOutcome(folder, order.sweep, place) ?? empty,
    );
    return { order, outcomes, store: createStore(folder, order.sweep, release) };
  });
}
