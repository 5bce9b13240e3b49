import { statSync } from 'node:fs';
import { join } from 'node:path';
import { type BodyPlan, bodyPlanSchema } from '../creature/body-plan.ts';
import { type Lint, lint } from '../creature/lint.ts';
import { thin } from '../creature/thin.ts';
import { expectKind } from '../format/expected-kind.ts';
import { bundlesFromFile } from '../format/library-document.ts';
import { policyFromDocument } from '../format/policy-document.ts';
import { kindOfDocument } from '../format/recognise.ts';
import { runFromFile } from '../format/run-file.ts';
import { outcomeFromDocument, sweepFromDocument } from '../format/sweep-document.ts';
import { parseExperiment } from '../run/experiment.ts';
import type { Experiment } from '../run/experiment-schema.ts';
import { bodyLint } from '../run/findings/body.ts';
import { MEMORY_LIMITS, memoryFault } from '../run/memory.ts';
import { parse } from '../schema/fault.ts';
import { findCheckpoint } from './checkpoint-files.ts';
import { readAnyDocument } from './files.ts';

/** One warning, as a sentence. */
interface Note {
  id: Lint['id'] | 'memory' | 'checkpoint';
  words: string;
}

/** The kind of a file or folder, and the warnings about it. */
interface Checked {
  kind: string;
  notes: Note[];
}

/**
 * Warnings about an experiment: about its body, and about memory that a browser may not have. Throws an Error above
 * Node's limit.
 */
export function notesOn(experiment: Experiment): Note[] {
  const tooMuch = memoryFault(experiment, MEMORY_LIMITS.node);
  if (tooMuch !== '') throw new Error(tooMuch);
  const forPage = memoryFault(experiment, MEMORY_LIMITS.page);
  const memory: Note[] = forPage === '' ? [] : [{ id: 'memory', words: `In a page ${forPage}.` }];
  return [...bodyLint(experiment).map(({ id, words }) => ({ id, words })), ...memory];
}

/** Warnings about a body without a task, checked with the default gravity and physics rate. */
function notesOnBody(plan: BodyPlan): Checked['notes'] {
  return [...lint(plan), ...[thin(plan, 60)].flatMap((found) => found ?? [])].map(({ id, words }) => ({ id, words }));
}

function checkFolder(folder: string): Checked {
  const isThere = (name: string) => statSync(join(folder, name), { throwIfNoEntry: false })?.isFile() === true;
  if (isThere('sweep.json')) {
    const file = join(folder, 'sweep.json');
    const { sweep } = sweepFromDocument(readAnyDocument(file).document, file);
    for (
      let place = 0;
      place < sweep.seeds.length * sweep.axes.reduce((n, { values }) => n * values.length, 1);
      place++
    ) {
      const name = `runs/${String(place + 1).padStart(3, '0')}.json`;
      if (isThere(name))
        outcomeFromDocument(readAnyDocument(join(folder, name)).document, sweep, place, join(folder, name));
    }
    return { kind: 'sweep folder', notes: notesOn(sweep.base) };
  }
  const found = findCheckpoint(folder);
  if (found === undefined) throw new Error(`${folder} holds no run: it has no checkpoint.gait`);
  const warning: Note[] = found.warning === '' ? [] : [{ id: 'checkpoint', words: `${found.warning}.` }];
  return { kind: 'run folder', notes: [...warning, ...notesOn(found.checkpoint.state.experiment)] };
}

function checkReplays(bytes: Uint8Array, file: string): Checked {
  const items = bundlesFromFile(bytes, file);
  const [first, ...others] = items.map(({ bundle }) => bundle.kind);
  const [replay, ...more] = items.flatMap(({ bundle }) => bundle.scenes);
  const kind = others.length === 0 ? (first ?? 'library') : 'library';
  return { kind, notes: replay && more.length === 0 ? notesOn(replay.experiment) : [] };
}

const isSweep = (document: unknown) =>
  typeof document === 'object' && document !== null && 'format' in document && document.format === 'gaitlab-sweep';

function checkFile(file: string): Checked {
  const { bytes, kind: sealed, document } = readAnyDocument(file);
  if (isSweep(document)) return { kind: 'sweep', notes: notesOn(sweepFromDocument(document, file).sweep.base) };
  const kind = sealed ?? kindOfDocument(document);
  if (kind === 'run') return { kind, notes: notesOn(runFromFile(bytes, file).state.experiment) };
  if (kind === 'body') return { kind, notes: notesOnBody(parse(bodyPlanSchema, document, file)) };
  if (kind === 'policy') {
    policyFromDocument(document, file);
    return { kind, notes: [] };
  }
  if (kind === 'replay' || kind === 'film' || kind === 'race' || kind === 'library') return checkReplays(bytes, file);
  expectKind(document, ['experiment'], file, kind);
  return { kind: 'experiment', notes: notesOn(parseExperiment(document, file)) };
}

/** Exit codes: valid, valid with warnings, not valid. */
const [FINE, NOTES, INVALID] = [0, 1, 2];

/** Prints the kind of a file or folder, whether it is valid, and the warnings about it. */
export function check(file: string, { json = false }: { json?: boolean }): void {
  const isFolder = statSync(file, { throwIfNoEntry: false })?.isDirectory() === true;
  try {
    const { kind, notes } = isFolder ? checkFolder(file) : checkFile(file);
    if (json) console.log(JSON.stringify({ file, kind, valid: true, notes }));
    else {
      console.log(`${file}: ${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind}, valid.`);
      for (const { words } of notes) console.log(`note: ${words}`);
    }
    process.exitCode = notes.length > 0 ? NOTES : FINE;
  } catch (error) {
    const fault = (error as Error).message;
    if (json) console.log(JSON.stringify({ file, valid: false, fault, notes: [] }));
    else console.error(`gaitlab: ${fault}`);
    process.exitCode = INVALID;
  }
}
