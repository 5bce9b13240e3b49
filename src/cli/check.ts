import { statSync } from 'node:fs';
import { join } from 'node:path';
import { type BodyPlan, bodyPlanSchema } from '../creature/body-plan.ts';
import { type Lint, lint } from '../creature/lint.ts';
import { thin } from '../creature/thin.ts';
import { bundlesFromFile } from '../format/library-document.ts';
import { policyFromDocument } from '../format/policy-document.ts';
import { runFromFile } from '../format/run-file.ts';
import { outcomeFromDocument, sweepFromDocument } from '../format/sweep-document.ts';
import { parseExperiment } from '../run/experiment.ts';
import type { Experiment } from '../run/experiment-schema.ts';
import { bodyLint } from '../run/findings/body.ts';
import { MEMORY_LIMITS, memoryFault } from '../run/memory.ts';
import { parse } from '../schema/fault.ts';
import { findCheckpoint } from './checkpoint-files.ts';
import { readBytes, readJson } from './files.ts';

/** Something unwise, in a sentence. */
interface Note {
  id: Lint['id'] | 'memory' | 'checkpoint';
  words: string;
}

/** What a file or folder is, and what is unwise about it. */
interface Checked {
  kind: string;
  notes: Note[];
}

/** Notes on an experiment: on its body, and on memory that a page may not have. Throws an Error for more than Node may take. */
export function notesOn(experiment: Experiment): Note[] {
  const tooMuch = memoryFault(experiment, MEMORY_LIMITS.node);
  if (tooMuch !== '') throw new Error(tooMuch);
  const forPage = memoryFault(experiment, MEMORY_LIMITS.page);
  const memory: Note[] = forPage === '' ? [] : [{ id: 'memory', words: `In a page ${forPage}.` }];
  return [...bodyLint(experiment).map(({ id, words }) => ({ id, words })), ...memory];
}

/** Notes on a body without a task: as in one with the usual gravity and physics rate. */
function notesOnBody(plan: BodyPlan): Checked['notes'] {
  return [...lint(plan), ...[thin(plan, 60)].flatMap((found) => found ?? [])].map(({ id, words }) => ({ id, words }));
}

function checkFolder(folder: string): Checked {
  const isThere = (name: string) => statSync(join(folder, name), { throwIfNoEntry: false })?.isFile() === true;
  if (isThere('sweep.json')) {
    const file = join(folder, 'sweep.json');
    const { sweep } = sweepFromDocument(readJson(file), file);
    for (
      let place = 0;
      place < sweep.seeds.length * sweep.axes.reduce((n, { values }) => n * values.length, 1);
      place++
    ) {
      const name = `runs/${String(place + 1).padStart(3, '0')}.json`;
      if (isThere(name)) outcomeFromDocument(readJson(join(folder, name)), sweep, place, join(folder, name));
    }
    return { kind: 'sweep folder', notes: notesOn(sweep.base) };
  }
  const found = findCheckpoint(folder);
  if (found === undefined) throw new Error(`${folder} holds no run: it has no checkpoint.gait`);
  const warning: Note[] = found.warning === '' ? [] : [{ id: 'checkpoint', words: `${found.warning}.` }];
  return { kind: 'run folder', notes: [...warning, ...notesOn(found.checkpoint.state.experiment)] };
}

const has = (document: unknown, key: string) =>
  typeof document === 'object' && document !== null && Object.hasOwn(document, key);

/** What is in a JSON document, by the keys that only one kind has. */
function checkDocument(document: unknown, bytes: Uint8Array, file: string): Checked {
  if (has(document, 'format')) {
    const { format } = document as { format: unknown };
    if (format === 'gaitlab-run') return { kind: 'run', notes: notesOn(runFromFile(bytes, file).state.experiment) };
    if (format === 'gaitlab-sweep')
      return { kind: 'sweep', notes: notesOn(sweepFromDocument(document, file).sweep.base) };
    return checkReplays(bytes, file);
  }
  if (has(document, 'parts')) return { kind: 'body', notes: notesOnBody(parse(bodyPlanSchema, document, file)) };
  if (has(document, 'layers')) {
    policyFromDocument(document, file);
    return { kind: 'policy', notes: [] };
  }
  return { kind: 'experiment', notes: notesOn(parseExperiment(document, file)) };
}

function checkReplays(bytes: Uint8Array, file: string): Checked {
  const items = bundlesFromFile(bytes, file);
  const [first, ...others] = items.map(({ bundle }) => bundle.kind);
  const [replay, ...more] = items.flatMap(({ bundle }) => bundle.scenes);
  const kind = others.length === 0 ? (first ?? 'library') : 'library';
  return { kind, notes: replay && more.length === 0 ? notesOn(replay.experiment) : [] };
}

function checkFile(file: string): Checked {
  const bytes = readBytes(file);
  if (bytes.subarray(0, 4).toString('latin1') !== 'GAIT') return checkDocument(readJson(file), bytes, file);
  let replays: unknown;
  try {
    return checkReplays(bytes, file);
  } catch (error) {
    replays = error;
  }
  if (!/is a run to go on with/.test((replays as Error).message)) throw replays;
  return { kind: 'run', notes: notesOn(runFromFile(bytes, file).state.experiment) };
}

/** Exit codes: nothing to say, notes only, not valid. */
const [FINE, NOTES, INVALID] = [0, 1, 2];

/** Says what a file or folder is, whether it is valid, and what is unwise about it. */
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
