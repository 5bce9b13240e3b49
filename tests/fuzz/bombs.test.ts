import { base64 } from '@scure/base';
import { expect, test } from 'vitest';
import { bodies } from '../../src/creature/bodies.ts';
import { checksum } from '../../src/format/checksum.ts';
import { decodeFile } from '../../src/format/container.ts';
import { deflate } from '../../src/format/deflate.ts';
import { experimentFromHash } from '../../src/format/experiment-link.ts';
import { parseJson } from '../../src/format/json-guard.ts';
import { bundlesFromFile } from '../../src/format/library-document.ts';
import type { RecordingDocument } from '../../src/format/recording-schema.ts';
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

const recording = replay.recording as RecordingDocument;
const withRecording = (changes: Partial<RecordingDocument>) => {
  const changed = { ...recording, ...changes };
  const letters = new TextEncoder().encode(Object.values(changed.columns).join(''));
  return sealed('replay', { ...replay, recording: { ...changed, checksum: checksum(letters) } });
};
/** Columns of a recording in which the hopper lies still for a number of frames: a few hundred characters. */
function zeros(frames: number): RecordingDocument['columns'] {
  const [parts, joints] = [bodies.hopper.parts.length, bodies.hopper.joints.length];
  const column = (width: number) => base64.encode(deflate(new Uint8Array(width * frames)));
  return {
    ground: recording.columns.ground,
    root: column(2),
    angles: column(parts),
    offsets: column(2 * (parts - 1)),
    actions: base64.encode(deflate(new Uint8Array(joints))),
    contacts: column(parts),
  };
}

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

// Small items in huge numbers: without a limit, each takes seconds to minutes.
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
  ['frames in a recording', 'refused', withRecording({ frameCount: 30_000 }), bundlesFromFile],
  [
    'frames of next to nothing',
    'loaded',
    withRecording({ frameCount: 30_000, actionFrames: 30_000, columns: zeros(30_000) }),
    bundlesFromFile,
  ],
  ['numbers in a column', 'refused', withRecording({ columns: zeros(1_000_000) }), bundlesFromFile],
  [
    'amendments in a run',
    'loaded',
    sealed('run', { ...run, experiment: { ...run.experiment, amendments: many } }),
    runFromFile,
  ],
])('too many %s are %s in bounded time', (_what, result, input, read) => {
  expect(readOnce({ read: read as never }, input)).toBe(result);
});
