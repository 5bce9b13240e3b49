import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { BodyPlan } from '../creature/body-plan.ts';
import { type Lint, lint } from '../creature/lint.ts';
import { thin } from '../creature/thin.ts';
import { bodyFromDocument } from '../format/body-document.ts';
import { expectKind } from '../format/expected-kind.ts';
import { bundlesFromFile } from '../format/library-document.ts';
import { policyFromDocument } from '../format/policy-document.ts';
import { kindOfDocument } from '../format/recognise.ts';
import { openRunFile } from '../format/run-file.ts';
import { outcomeFromDocument, sweepFromDocument } from '../format/sweep-document.ts';
import { parseExperiment } from '../run/experiment.ts';
import type { Experiment } from '../run/experiment-schema.ts';
import { bodyLint } from '../run/findings/body.ts';
import { MEMORY_LIMITS, memoryFault } from '../run/memory.ts';
import { runsOf } from '../run/sweep/sweep.ts';
import { findCheckpoint, otherEngineWarning } from './checkpoint-files.ts';
import { readAnyDocument, readDocument } from './files.ts';
import { printError, printJson, printLine } from './print.ts';
import { outcomeFile, SWEEP } from './sweep-folder.ts';

/** One warning, as a sentence. */
interface Note {
  id: Lint['id'] | 'memory' | 'checkpoint' | 'import';
  words: string;
}

/** The kind of a file or folder, and the warnings about it. */
interface CheckResult {
  kind: string;
  notes: Note[];
}

/**
 * Warnings about an experiment: about its body, and about memory that a browser may not have. Throws an Error that
 * starts with `source` when it needs more than Node's limit.
 */
export function notesOn(experiment: Experiment, source: string): Note[] {
  const fault = memoryFault(experiment, MEMORY_LIMITS.node);
  if (fault !== '') throw new Error(`${source}: ${fault}`);
  const forPage = memoryFault(experiment, MEMORY_LIMITS.page);
  const memory: Note[] = forPage === '' ? [] : [{ id: 'memory', words: `In a page ${forPage}.` }];
  return [...bodyLint(experiment).map(({ id, words }) => ({ id, words })), ...memory];
}

/** Warnings about a body without a task, checked with the default gravity and physics rate. */
function notesOnBody(plan: BodyPlan): Note[] {
  return [...lint(plan), ...[thin(plan, 60)].flatMap((found) => found ?? [])].map(({ id, words }) => ({ id, words }));
}

function checkFolder(folder: string): CheckResult {
  const file = join(folder, SWEEP);
  if (existsSync(file)) {
    const { sweep } = sweepFromDocument(readDocument(file, 'sweep'), file);
    for (const place of runsOf(sweep).keys()) {
      const run = outcomeFile(folder, place);
      if (existsSync(run)) outcomeFromDocument(readDocument(run, 'sweep-run'), sweep, place, run);
    }
    return { kind: 'sweep folder', notes: notesOn(sweep.base, file) };
  }
  const found = findCheckpoint(folder);
  if (found === undefined)
    throw new Error(`${folder} is a folder without a run or a sweep: it has neither checkpoint.gait nor sweep.json`);
  const warning: Note[] = found.warning === '' ? [] : [{ id: 'checkpoint', words: `${found.warning}.` }];
  return { kind: 'run folder', notes: [...warning, ...notesOn(found.checkpoint.state.experiment, folder)] };
}

function checkRun(bytes: Uint8Array, file: string): CheckResult {
  const { checkpoint, isOfThisEngine } = openRunFile(bytes, file);
  const engine: Note[] = isOfThisEngine ? [] : [{ id: 'checkpoint', words: `${otherEngineWarning(file)}.` }];
  return { kind: 'run', notes: [...engine, ...notesOn(checkpoint.state.experiment, file)] };
}

function checkReplays(bytes: Uint8Array, file: string, kind: string): CheckResult {
  const [replay, ...more] = bundlesFromFile(bytes, file).flatMap(({ bundle }) => bundle.scenes);
  return { kind, notes: replay && more.length === 0 ? notesOn(replay.experiment, file) : [] };
}

function checkFile(file: string): CheckResult {
  const { bytes, kind: containerKind, document } = readAnyDocument(file);
  const kind = containerKind ?? kindOfDocument(document);
  if (kind === 'sweep') {
    expectKind(document, [kind], file);
    return { kind, notes: notesOn(sweepFromDocument(document, file).sweep.base, file) };
  }
  if (kind === 'run') return checkRun(bytes, file);
  const called = { body: 'body', evolution: 'creature of Evolution', embodiment: 'body of TeachMyAgent' };
  if (kind === 'body' || kind === 'evolution' || kind === 'embodiment') {
    const { plan, notes } = bodyFromDocument(document, file);
    const told = notes.map((words): Note => ({ id: 'import', words }));
    return { kind: called[kind], notes: [...told, ...notesOnBody(plan)] };
  }
  if (kind === 'policy') {
    policyFromDocument(document, file);
    return { kind, notes: [] };
  }
  if (kind === 'replay' || kind === 'film' || kind === 'race' || kind === 'library')
    return checkReplays(bytes, file, kind);
  expectKind(document, ['experiment'], file, kind);
  return { kind: 'experiment', notes: notesOn(parseExperiment(document, file), file) };
}

/** Exit codes: valid, valid with warnings, not valid. */
const [VALID, WARNINGS, INVALID] = [0, 1, 2];

/** Prints the kind of a file or folder, whether it is valid, and the warnings about it. */
export function check(file: string, { json = false }: { json?: boolean }): void {
  const isFolder = statSync(file, { throwIfNoEntry: false })?.isDirectory() === true;
  try {
    const { kind, notes } = isFolder ? checkFolder(file) : checkFile(file);
    if (json) printJson({ file, kind, valid: true, notes });
    else {
      printLine(`${file}: ${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind}, valid.`);
      for (const { words } of notes) printLine(`note: ${words}`);
    }
    process.exitCode = notes.length > 0 ? WARNINGS : VALID;
  } catch (error) {
    const fault = (error as Error).message;
    if (json) printJson({ file, valid: false, fault, notes: [] });
    else printError(fault);
    process.exitCode = INVALID;
  }
}
