import { expect, test } from 'vitest';
import { bundleOf, bundleToDocument, type ReplayBundle } from '../../src/format/bundle-document.ts';
import { encodeFile } from '../../src/format/container.ts';
import { bundlesFromFile, libraryToFile } from '../../src/format/library-document.ts';
import { inProcess } from '../../src/run/evaluator.ts';
import { replayOf } from '../../src/run/replay.ts';
import { small, take } from '../run/small.ts';

const [first, second] = (await take(2, small(), inProcess)).map(({ state, champion }) =>
  replayOf(state.experiment, champion!),
);
const film: ReplayBundle = { kind: 'film', title: '', scenes: [first!, second!] };
const labelled = (piece: ReplayBundle, name: string) => ({
  name,
  tags: ['early', 'slow'],
  made: 1_700_000_000_000,
  document: bundleToDocument(piece),
});
const text = (document: unknown) => new TextEncoder().encode(JSON.stringify(document));

test('a library is restored with its names and tags', () => {
  const file = libraryToFile([labelled(bundleOf(first!), 'One'), labelled(film, 'Two')]);
  const labels = { tags: ['early', 'slow'], made: 1_700_000_000_000 };
  expect(bundlesFromFile(file, 'all.gait')).toEqual([
    { bundle: bundleOf(first!), labels: { name: 'One', ...labels } },
    { bundle: film, labels: { name: 'Two', ...labels } },
  ]);
});

test.each([bundleOf(second!), film])('a file of a single bundle is read, as .gait and as JSON: $kind', (piece) => {
  const document = bundleToDocument(piece);
  for (const file of [encodeFile(piece.kind, document), text(document)]) {
    expect(bundlesFromFile(file, 'a.gait')).toEqual([{ bundle: piece, labels: undefined }]);
  }
});

test.each<[string, Uint8Array, RegExp]>([
  ['a run', encodeFile('run', {}), /^a\.gait is a run, not a replay; continue it with "gaitlab resume/],
  [
    'a replay that says it is a film',
    encodeFile('film', bundleToDocument(bundleOf(first!))),
    /^a\.gait is a film by its header, but not by its content$/,
  ],
  [
    'a film that says it is a library',
    encodeFile('library', bundleToDocument(film)),
    /^a\.gait is a library by its header, but not by its content$/,
  ],
  [
    'a library of which one is wrong, wholly',
    libraryToFile([
      labelled(bundleOf(first!), 'One'),
      { ...labelled(film, 'Two'), document: { format: 'gaitlab-film' } },
    ]),
    /^a\.gait, number 2 \("Two"\): version is missing$/,
  ],
  [
    'a tag without letters',
    libraryToFile([{ ...labelled(film, 'Two'), tags: [''] }]),
    /^a\.gait: items\[0\]\.tags\[0\] is "", must have 1 letter or more$/,
  ],
  ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0xff), /^a\.gait is a PNG picture; Gaitlab opens \.gait files/],
  ['nothing', new Uint8Array(), /^a\.gait/],
  ['null', text(null), /^a\.gait is JSON of a kind that Gaitlab does not know, not a replay; Gaitlab opens/],
])('refuses %s', (_what, file, sentence) => {
  expect(() => bundlesFromFile(file, 'a.gait')).toThrow(sentence);
});

test('a library that is too large to be read is not written', () => {
  expect(() => encodeFile('replay', 'x'.repeat(6_000_001))).toThrow(
    /^This replay is too large: 6000003 bytes, the maximum is 6000000$/,
  );
});
