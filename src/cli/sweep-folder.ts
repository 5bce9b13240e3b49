import { lstatSync, readdirSync } from 'node:fs';
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
import { runsOf, type Sweep } from '../run/sweep/sweep.ts';
import { storageTrouble, writeDurably } from './durable.ts';
import { Fault, orFail } from './fault.ts';
import { readAnyDocument } from './files.ts';
import { makeFolder } from './make-folder.ts';
import { lockRun } from './run-lock.ts';
import { shellQuoted } from './shell-quoted.ts';

const [SWEEP, RUNS, CHAMPIONS] = ['sweep.json', 'runs', 'champions'] as const;

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
/** Zero-padded, so that names sort in the order of the runs. */
const nameOf = (place: number) => String(place + 1).padStart(3, '0');
const outcomeFile = (folder: string, place: number) => join(folder, RUNS, `${nameOf(place)}.json`);
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
  let trouble = '';

  async function champion(place: number, { leader }: Outcome, evaluator: Evaluator): Promise<void> {
    const experiment = runs[place]?.experiment;
    if (leader === undefined || experiment === undefined) return;
    const { experiment: then, requests } = episodeBatch(experiment, leader);
    const tests = leader.seeds.flatMap((seed) =>
      requests.map((request) => ({ ...request, seed, record: false, trace: true })),
    );
    const found = championOf(leader.generation, tests, await evaluator.evaluate({ experiment: then, requests: tests }));
    if (found) writeDurably(championFile(folder, place), json(replayToDocument(replayOf(experiment, found))));
  }

  return {
    folder,
    async add(place, outcome, evaluator) {
      try {
        await champion(place, outcome, evaluator);
        // Written last: a run counts as done once this file exists, so the champion must exist before it.
        writeDurably(outcomeFile(folder, place), json(outcomeToDocument(place, outcome)));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === undefined) throw error;
        trouble = storageTrouble(error);
        unsaved.push(place + 1);
      }
    },
    finish() {
      release();
      if (unsaved.length === 0) return '';
      return `${folder} cannot be written to, ${trouble}: of its runs ${unsaved.join(', ')} cannot be kept; --resume makes them again`;
    },
  };
}

/** Locks the folder and runs `open`. A system error becomes a Fault. */
function locked<T>(folder: string, open: (release: () => void) => T): T {
  let release = () => {};
  try {
    release = lockRun(folder);
    return open(release);
  } catch (error) {
    release();
    if (error instanceof Fault || (error as NodeJS.ErrnoException).code === undefined) throw error;
    throw new Fault(`${folder} cannot be written to: ${storageTrouble(error)}`);
  }
}

/** Creates a folder for a new sweep. Throws a Fault when it cannot be created or is not empty. */
export function createSweepFolder(folder: string, order: SweepRequest): SweepStore {
  try {
    makeFolder(folder);
  } catch (error) {
    throw new Fault(`${folder} cannot be made: ${storageTrouble(error)}`);
  }
  const refuse = () => {
    const names = readdirSync(folder).filter((name) => !name.startsWith('run.lock'));
    if (names.includes(SWEEP))
      throw new Fault(
        `${folder} holds a sweep already; go on with it by "gaitlab sweep --resume ${shellQuoted(folder)}"`,
      );
    if (names.length > 0) throw new Fault(`${folder} is not empty; a sweep needs a folder of its own`);
  };
  refuse();
  return locked(folder, (release) => {
    refuse();
    for (const name of [RUNS, CHAMPIONS]) makeFolder(join(folder, name));
    writeDurably(join(folder, SWEEP), json(sweepToDocument(order)));
    return createStore(folder, order.sweep, release);
  });
}

/** The entry at the path itself; links are not followed. */
const at = (path: string) => lstatSync(path, { throwIfNoEntry: false });

/** Creates one of the sweep's folders if it is missing. Throws a Fault if a link or a file is at the path. */
function ensureFolder(path: string): void {
  const found = at(path);
  if (found !== undefined && !found.isDirectory()) throw new Fault(`${path} is no folder; nothing is written there`);
  if (found === undefined) makeFolder(path);
}

/** The outcome of a stored run; undefined when it must run again, with a message if its file is damaged. */
function keptOutcome(folder: string, sweep: Sweep, place: number): Outcome | undefined {
  const file = outcomeFile(folder, place);
  const found = at(file);
  if (found === undefined) return undefined;
  if (!found.isFile()) throw new Fault(`${file} is not a plain file; nothing is read or written there`);
  try {
    return outcomeFromDocument(readAnyDocument(file).document, sweep, place, file);
  } catch (error) {
    console.error(`gaitlab: ${(error as Error).message}. Run ${place + 1} is made again.`);
    return undefined;
  }
}

/** Opens the sweep in a folder with its finished runs. Throws a Fault when there is none or it cannot be read. */
export function reopenSweepFolder(folder: string): { order: SweepRequest; outcomes: Outcome[]; store: SweepStore } {
  const file = join(folder, SWEEP);
  if (at(folder) === undefined) throw new Fault(`there is no folder ${folder}`);
  if (at(file)?.isFile() !== true) throw new Fault(`${folder} holds no sweep to go on with: it has no ${SWEEP}`);
  const { document } = readAnyDocument(file);
  const order = orFail(() => sweepFromDocument(document, file));
  return locked(folder, (release) => {
    for (const name of [RUNS, CHAMPIONS]) ensureFolder(join(folder, name));
    const outcomes = initialOutcomes(order.sweep).map(
      (empty, place) => keptOutcome(folder, order.sweep, place) ?? empty,
    );
    return { order, outcomes, store: createStore(folder, order.sweep, release) };
  });
}
