import { expect, test } from 'vitest';
import { bodies } from '../../src/creature/bodies.ts';
import { decodeFile } from '../../src/format/container.ts';
import { experimentFromHash } from '../../src/format/experiment-link.ts';
import { parseJson } from '../../src/format/json-guard.ts';
import { bundlesFromFile } from '../../src/format/library-document.ts';
import { replayFromLink } from '../../src/format/replay-link.ts';
import { runFromFile } from '../../src/format/run-file.ts';
import { parseExperiment } from '../../src/run/experiment.ts';
import { formats } from './formats.ts';
import { readOnce } from './reading.ts';
import { sealText } from './sealing.ts';

type Document = Record<string, unknown> & { experiment: object };

const documentOf = (name: string) =>
  decodeFile(formats.find((format) => format.name === name)?.sample as Uint8Array, name).document as Document;
const [replay, run] = [documentOf('replay'), documentOf('run')];
const sealed = (kind: 'replay' | 'run', document: object) => sealText(kind, JSON.stringify(document));

const many = Array.from({ length: 10_000 }, (_, i) => ({ generation: i, changes: { 'task.difficulty': (i % 9) / 9 } }));
const { parts, joints, ...body } = bodies.hopper;
/** A chain of thousands, each part right in itself. */
const chain = {
  ...body,
  parts: [parts[0], ...Array.from({ length: 6000 }, (_, i) => ({ ...parts[1], name: `p${i}` }))],
  joints: Array.from({ length: 6000 }, (_, i) => {
    return { ...joints[0], name: `j${i}`, child: `p${i}`, parent: i === 0 ? parts[0]?.name : `p${i - 1}` };
  }),
};

// Small things of which there are far too many: each took from seconds to minutes, or would where nobody counts first.
test.each<[string, 'loaded' | 'refused', string | Uint8Array, (input: never, source: string) => unknown]>([
  [
    'parts in a chain',
    'refused',
    JSON.stringify({ body: chain }),
    (text, at) => parseExperiment(parseJson(text, at), at),
  ],
  ['amendments in a link', 'loaded', `#amendments=~${encodeURIComponent(JSON.stringify(many))}`, experimentFromHash],
  ['settings in a link', 'refused', `#${'task.a=1&'.repeat(1_000_000)}`, experimentFromHash],
  ['numbers in a link', 'refused', `#brain.hidden=${'1,'.repeat(900_000)}`, experimentFromHash],
  ['letters in a link to a replay', 'refused', 'A'.repeat(20_000_000), (text) => replayFromLink(text, 'This link')],
  [
    'amendments in a replay',
    'loaded',
    sealed('replay', { ...replay, experiment: { ...replay.experiment, amendments: many }, generation: 10_001 }),
    bundlesFromFile,
  ],
  [
    'frames in a recording',
    'refused',
    sealed('replay', { ...replay, recording: { ...(replay.recording as object), frameCount: 30_000 } }),
    bundlesFromFile,
  ],
  [
    'frames of next to nothing',
    'refused',
    sealed('replay', {
      ...replay,
      recording: { ...(replay.recording as object), frameCount: 30_000, frames: 'A'.repeat(400_000) },
    }),
    bundlesFromFile,
  ],
  [
    'amendments in a run',
    'loaded',
    sealed('run', { ...run, experiment: { ...run.experiment, amendments: many } }),
    runFromFile,
  ],
])('too many %s are %s soon', (_what, result, input, read) => {
  expect(readOnce({ read: read as never }, input)).toBe(result);
});
