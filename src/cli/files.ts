import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { bodies } from '../creature/bodies.ts';
import { bodyFromDocument } from '../format/body-document.ts';
import type { ReplayBundle } from '../format/bundle-document.ts';
import { decodeFile } from '../format/container.ts';
import { expectKind } from '../format/expected-kind.ts';
import { bundlesFromFile } from '../format/library-document.ts';
import { type DocumentKind, kindOfDocument } from '../format/recognise.ts';
import { bundleFrom, replayFrom } from '../format/replay-source.ts';
import { parseExperiment } from '../run/experiment.ts';
import type { Experiment } from '../run/experiment-schema.ts';
import { presets } from '../run/presets.ts';
import type { Replay } from '../run/replay.ts';
import { didYouMean } from '../schema/nearest.ts';
import { printError } from './print.ts';
import { readBytes, STANDARD_INPUT } from './read-file.ts';
import { shellQuoted } from './shell-quoted.ts';
import { asUserError, UserError } from './user-error.ts';

/**
 * Reads a document of the wanted kind from a file. Throws a UserError that names the file when it cannot be read, is not
 * JSON, is too large, or is of another kind, which the message names.
 */
export function readDocument(file: string, ...wanted: [DocumentKind, ...DocumentKind[]]): unknown {
  const bytes = readBytes(file);
  return asUserError(() => {
    const { kind, document } = decodeFile(bytes, file);
    expectKind(document, wanted, file, kind);
    return document;
  });
}

/** Reads a document of any supported kind, and the kind stated by a `.gait` container. Throws as readDocument does. */
export function readAnyDocument(file: string): {
  bytes: Uint8Array;
  kind: DocumentKind | undefined;
  document: unknown;
} {
  const bytes = readBytes(file);
  const { kind, document } = asUserError(() => decodeFile(bytes, file));
  return { bytes, kind, document };
}

const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/** The file of a replay; for a run folder, the file of its champion. */
function replayFile(path: string): string {
  if (path === STANDARD_INPUT || !isFolder(path)) return path;
  const champion = join(path, 'champion.replay.json');
  if (existsSync(champion)) return champion;
  throw new UserError(`${path} cannot be read: it is a folder (EISDIR) without a champion.replay.json`);
}

/** Reads a replay from a `.gait` or JSON file, or the champion of a run folder. */
export function readReplay(path: string): Replay {
  const file = replayFile(path);
  const bytes = readBytes(file);
  return asUserError(() => replayFrom({ name: file, bytes }));
}

/** Reads a replay, film or race from a `.gait` or JSON file, or the champion of a run folder. */
export function readBundle(path: string): ReplayBundle {
  const file = replayFile(path);
  const bytes = readBytes(file);
  return asUserError(() => bundleFrom({ name: file, bytes }));
}

/** A replay from a file; its name is empty if the file has only one. */
export interface NamedReplay {
  name: string;
  replay: Replay;
}

/** All replays in a file: a single replay, a film, a race or a whole library. */
export function readReplays(path: string): NamedReplay[] {
  const file = replayFile(path);
  const bytes = readBytes(file);
  const items = asUserError(() => bundlesFromFile(bytes, file));
  return items.flatMap(({ bundle, labels }) =>
    bundle.scenes.map((replay, i) => {
      const scene = bundle.kind === 'replay' ? '' : `scene ${i + 1}`;
      return { name: [labels?.name ?? '', scene].filter((each) => each !== '').join(', '), replay };
    }),
  );
}

/** True if a word is a file name and not a catalogue entry: an existing file, or a word that looks like a path. */
const isFileName = (word: string) => word === STANDARD_INPUT || existsSync(word) || /[./\\]/.test(word);

/**
 * Reads a catalogue body by name, or the plan in a file. Returns any other word unchanged; validation then rejects it
 * by name.
 */
export function readBody(source: string): unknown {
  if (Object.hasOwn(bodies, source) || !isFileName(source)) return source;
  const document = readDocument(source, 'body', 'evolution', 'embodiment');
  const kind = kindOfDocument(document);
  if (kind !== 'evolution' && kind !== 'embodiment') return document;
  const { plan, notes } = asUserError(() => bodyFromDocument(document, source));
  for (const words of notes) printError(`note: ${words}`);
  return plan;
}

/** Reads a preset by name, or an experiment from a file. */
export function readExperiment(source: string): Experiment {
  const preset = Object.hasOwn(presets, source) ? presets[source] : undefined;
  if (preset) return parseExperiment(preset.experiment, source);
  if (source !== STANDARD_INPUT && !existsSync(source)) {
    const names = Object.keys(presets);
    throw new UserError(
      `there is no preset or file ${source}; presets are ${names.join(', ')}${didYouMean(source, names)}`,
    );
  }
  if (isFolder(source) && existsSync(join(source, 'run.json'))) {
    throw new UserError(
      `${source} is the folder of a run, not an experiment; continue it by "gaitlab resume ${shellQuoted(source)}"`,
    );
  }
  const document = readDocument(source, 'experiment');
  return asUserError(() => parseExperiment(document, source));
}
