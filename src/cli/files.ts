import { existsSync, readFileSync } from 'node:fs';
import type { ReplayBundle } from '../format/bundle-document.ts';
import { parseJson } from '../format/json-guard.ts';
import { bundlesFromFile } from '../format/library-document.ts';
import { bundleFrom, replayFrom } from '../format/replay-source.ts';
import { parseExperiment } from '../run/experiment.ts';
import type { Experiment } from '../run/experiment-schema.ts';
import { presets } from '../run/presets.ts';
import type { Replay } from '../run/replay.ts';
import { Fault, orFail } from './fault.ts';

const READ_TROUBLE: Record<string, string> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'it may not be read by you',
};

function readBytes(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    const { code = `${error}` } = error as NodeJS.ErrnoException;
    const words = READ_TROUBLE[code];
    throw new Fault(`${file} cannot be read: ${words ? `${words} (${code})` : code}`);
  }
}

/** The JSON in a file. Throws a Fault that names the file when it cannot be read, is no JSON, or too much. */
export function readJson(file: string): unknown {
  const text = readBytes(file).toString('utf8');
  return orFail(() => parseJson(text, file));
}

/** The replay in a `.gait` file, or in JSON. */
export function readReplay(file: string): Replay {
  const bytes = readBytes(file);
  return orFail(() => replayFrom({ name: file, bytes }));
}

/** The replay, film or race in a `.gait` file, or in JSON. */
export function readPiece(file: string): ReplayBundle {
  const bytes = readBytes(file);
  return orFail(() => bundleFrom({ name: file, bytes }));
}

/** One of those in a file; where there are several each has a name. */
export interface Named {
  name: string;
  replay: Replay;
}

/** Every replay in a file: of one, of a film or a race, or of a whole library. */
export function readReplays(file: string): Named[] {
  const items = orFail(() => bundlesFromFile(readBytes(file), file));
  return items.flatMap(({ piece, labels }) =>
    piece.scenes.map((replay, i) => {
      const scene = piece.kind === 'replay' ? '' : `scene ${i + 1}`;
      return { name: [labels?.name ?? '', scene].filter((each) => each !== '').join(', '), replay };
    }),
  );
}

/** A preset by name, or an experiment from a file. */
export function readExperiment(source: string): Experiment {
  const preset = Object.hasOwn(presets, source) ? presets[source] : undefined;
  if (preset) return parseExperiment(preset.experiment, source);
  if (!existsSync(source)) {
    throw new Fault(`there is no preset or file ${source}; presets are ${Object.keys(presets).join(', ')}`);
  }
  const document = readJson(source);
  return orFail(() => parseExperiment(document, source));
}
