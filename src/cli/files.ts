import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { bodies } from '../creature/bodies.ts';
import type { ReplayBundle } from '../format/bundle-document.ts';
import { decodeFile } from '../format/container.ts';
import { expectKind } from '../format/expected-kind.ts';
import { bundlesFromFile } from '../format/library-document.ts';
import type { DocumentKind } from '../format/recognise.ts';
import { bundleFrom, replayFrom } from '../format/replay-source.ts';
import { parseExperiment } from '../run/experiment.ts';
import type { Experiment } from '../run/experiment-schema.ts';
import { presets } from '../run/presets.ts';
import type { Replay } from '../run/replay.ts';
import { Fault, orFail } from './fault.ts';
import { readBytes, STANDARD_INPUT } from './read-file.ts';

/**
 * The document in a file, which is to be of a kind. Throws a Fault that names the file and says what it is instead, when it
 * cannot be read, is no JSON, or too much.
 */
export function readDocument(file: string, wanted: DocumentKind): unknown {
  const bytes = readBytes(file);
  return orFail(() => {
    const { kind, document } = decodeFile(bytes, file);
    expectKind(document, [wanted], file, kind);
    return document;
  });
}

const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/** The file of a replay: of a run folder its champion. */
function replayFile(path: string): string {
  if (path === STANDARD_INPUT || !isFolder(path)) return path;
  const champion = join(path, 'champion.replay.json');
  if (existsSync(champion)) return champion;
  throw new Fault(`${path} cannot be read: it is a folder (EISDIR), and no run folder with a champion.replay.json`);
}

/** The replay in a `.gait` file, in JSON, or the champion of a run folder. */
export function readReplay(path: string): Replay {
  const file = replayFile(path);
  const bytes = readBytes(file);
  return orFail(() => replayFrom({ name: file, bytes }));
}

/** The replay, film or race in a `.gait` file, in JSON, or the champion of a run folder. */
export function readPiece(path: string): ReplayBundle {
  const file = replayFile(path);
  const bytes = readBytes(file);
  return orFail(() => bundleFrom({ name: file, bytes }));
}

/** One of those in a file; where there are several each has a name. */
export interface Named {
  name: string;
  replay: Replay;
}

/** Every replay in a file: of one, of a film or a race, or of a whole library. */
export function readReplays(path: string): Named[] {
  const file = replayFile(path);
  const bytes = readBytes(file);
  const items = orFail(() => bundlesFromFile(bytes, file));
  return items.flatMap(({ bundle, labels }) =>
    bundle.scenes.map((replay, i) => {
      const scene = bundle.kind === 'replay' ? '' : `scene ${i + 1}`;
      return { name: [labels?.name ?? '', scene].filter((each) => each !== '').join(', '), replay };
    }),
  );
}

/** Whether a word names a file and not an entry of a catalogue: what exists is one, and what looks like a path. */
const namesFile = (word: string) => word === STANDARD_INPUT || existsSync(word) || /[./\\]/.test(word);

/** A body of the catalogue by its name, or the plan in a file. What is neither is given back, to be refused by its name. */
export function readBody(source: string): unknown {
  return Object.hasOwn(bodies, source) || !namesFile(source) ? source : readDocument(source, 'body');
}

/** A preset by name, or an experiment from a file. */
export function readExperiment(source: string): Experiment {
  const preset = Object.hasOwn(presets, source) ? presets[source] : undefined;
  if (preset) return parseExperiment(preset.experiment, source);
  if (source !== STANDARD_INPUT && !existsSync(source)) {
    throw new Fault(`there is no preset or file ${source}; presets are ${Object.keys(presets).join(', ')}`);
  }
  if (isFolder(source) && existsSync(join(source, 'run.json'))) {
    throw new Fault(`${source} is the folder of a run, no experiment; go on with it by "gaitlab resume ${source}"`);
  }
  const document = readDocument(source, 'experiment');
  return orFail(() => parseExperiment(document, source));
}
