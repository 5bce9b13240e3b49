import { existsSync, readFileSync } from 'node:fs';
import { parseJson } from '../format/json-guard.ts';
import { replayFrom } from '../format/replay-source.ts';
import { type Experiment, parseExperiment } from '../run/experiment.ts';
import { presets } from '../run/presets.ts';
import type { Replay } from '../run/replay.ts';
import { Fault, orFault } from './fault.ts';

function readBytes(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new Fault(`${file} cannot be read: ${(error as NodeJS.ErrnoException).code ?? error}`);
  }
}

/** The JSON in a file. Throws a Fault that names the file when it cannot be read, is no JSON, or too much. */
export function readJson(file: string): unknown {
  const text = readBytes(file).toString('utf8');
  return orFault(() => parseJson(text, file));
}

/** The replay in a `.gait` file, or in JSON. */
export function readReplay(file: string): Replay {
  const bytes = readBytes(file);
  return orFault(() => replayFrom({ name: file, bytes }));
}

/** A preset by name, or an experiment from a file. */
export function readExperiment(source: string): Experiment {
  const preset = Object.hasOwn(presets, source) ? presets[source] : undefined;
  if (preset) return parseExperiment(preset.experiment, source);
  if (!existsSync(source)) {
    throw new Fault(`there is no preset or file ${source}; presets are ${Object.keys(presets).join(', ')}`);
  }
  const document = readJson(source);
  return orFault(() => parseExperiment(document, source));
}
