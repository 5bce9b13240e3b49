import { describe, expect, test } from 'vitest';
import { bodies } from '../../src/creature/bodies.ts';
import { decodeFile, encodeFile, KINDS } from '../../src/format/container.ts';
import { expectKind } from '../../src/format/expected-kind.ts';
import { bundlesFromFile } from '../../src/format/library-document.ts';
import { type DocumentKind, kindOfDocument } from '../../src/format/recognise.ts';
import { replayFrom } from '../../src/format/replay-source.ts';
import { runFromFile } from '../../src/format/run-file.ts';
import { parseExperiment } from '../../src/run/experiment.ts';
import { presets } from '../../src/run/presets.ts';

const bytesOf = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const json = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
/** Messages name the kind of a file, and quote none of its bytes. */
const PRINTABLE = /^[\x20-\x7e…]+$/;

const readers: [string, (bytes: Uint8Array, name: string) => unknown][] = [
  ['a replay', (bytes, name) => replayFrom({ name, bytes })],
  ['the library', bundlesFromFile],
  ['a run', runFromFile],
];

describe.each(readers)('where %s is wanted,', (_kind, read) => {
  test.each<[string, Uint8Array]>([
    ['a zip archive', bytesOf('PK\x03\x04\x14\x00\x00\x00')],
    ['a gzip archive', bytesOf('\x1f\x8b\x08\x00\x00')],
    ['a zip archive', bytesOf('PK\x05\x06\x00\x00')],
    ['a 7-Zip archive', bytesOf('7z\xbc\xaf\x27\x1c\x00\x04')],
    ['a RAR archive', bytesOf('Rar!\x1a\x07\x01\x00')],
    ['an xz archive', bytesOf('\xfd7zXZ\x00\x00\x04')],
    ['a bzip2 archive', bytesOf('BZh91AY&SY\x00')],
    ['a Zstandard archive', bytesOf('\x28\xb5\x2f\xfd\x04')],
    ['an AVI video', bytesOf('RIFF\x24\x00\x00\x00AVI LIST')],
    ['an Ogg recording', bytesOf('OggS\x00\x02')],
    ['an HDF5 file', bytesOf('\x89HDF\r\n\x1a\n')],
    ['a WebAssembly module', bytesOf('\x00asm\x01\x00')],
    ['a program', bytesOf('\x7fELF\x02\x01')],
    ['a program', bytesOf('MZ\x90\x00\x03')],
    ['a PNG picture', bytesOf('\x89PNG\r\n\x1a\n')],
    ['a JPEG picture', bytesOf('\xff\xd8\xff\xe0\x00\x10JFIF')],
    ['a GIF picture', bytesOf('GIF89a\x01\x00')],
    ['a WebP picture', bytesOf('RIFF\x24\x00\x00\x00WEBPVP8 ')],
    ['an MP4 video', bytesOf('\x00\x00\x00\x20ftypisom')],
    ['a WebM or Matroska video', bytesOf('\x1a\x45\xdf\xa3\x01')],
    ['a PDF document', bytesOf('%PDF-1.7\n')],
    ['an SQLite database', bytesOf('SQLite format 3\x00\x10')],
    ['a Python pickle', bytesOf('\x80\x04\x95\x05\x00}q\x00.')],
    ['a Python pickle', bytesOf('\x80\x02}q\x00.')],
    ['a Python pickle', bytesOf('\x80\x05}.')],
    ['neither a .gait file nor text', bytesOf('\x80\x01}q\x00.')],
    ['neither a .gait file nor text', bytesOf('\x80\x06}q\x00.')],
    ['neither a .gait file nor text', bytesOf('\x80\x04}q\x00')],
    ['a NumPy array', bytesOf('\x93NUMPY\x01\x00')],
    ['a tar archive', bytesOf(`a.txt${'\x00'.repeat(252)}ustar\x00`)],
    ['a web page', bytesOf('\n<!DOCTYPE html><html></html>')],
    ['an SVG picture', bytesOf('<?xml version="1.0"?>\n<svg xmlns="x"/>')],
    ['an XML document', bytesOf('<?xml version="1.0"?><a/>')],
    ['a list of JSON lines, such as the log of a run', bytesOf('{"generation":0}\n{"generation":1}\n')],
    ['plain text, which is not JSON', bytesOf('generation,best\n0,1\n')],
    ['empty', new Uint8Array()],
    ['empty', bytesOf(' \n')],
    ['neither a .gait file nor text', bytesOf('\x03\x00\xff\x00\x81\x00')],
    ['a simulation saved by Evolution (Keiwan)', json({ version: 3, simulationSettings: {}, creatureDesign: {} })],
    ['an EvoGym world', json({ grid_width: 20, grid_height: 5, objects: {} })],
    ['a list of numbers, such as the weights of an estool net', json([[0.5, -1, 2, 3], 12.5])],
    ['a list of numbers, such as the weights of an estool net', json([0.5, -1, 2, 3])],
    ['a list of numbers, such as the weights of an estool net', json([[1, 2, 3, 4]])],
    ['JSON of a kind that Gaitlab does not know', json([1, 2, 3])],
    ['a glTF model', json({ asset: { version: '2.0' }, meshes: [] })],
    ['a glTF model', json({ asset: { version: '2.0' }, nodes: [] })],
    ['a glTF model', json({ asset: { version: '2.0' }, scenes: [] })],
    ['the package.json of a program', json({ name: 'x', version: '1.0.0', dependencies: {} })],
    ['a JSON Schema', json({ $schema: 'https://json-schema.org', type: 'object', properties: {} })],
    ['a GeoJSON map', json({ type: 'FeatureCollection', features: [] })],
    ['a GeoJSON map', json({ type: 'Feature', geometry: null })],
    ['a simulation saved by Evolution (Keiwan)', json({ CreatureDesign: {} })],
    ['JSON of a kind that Gaitlab does not know', json({ asset: {} })],
    ['JSON of a kind that Gaitlab does not know', json({ bones: [] })],
    ['JSON of a kind that Gaitlab does not know', json({ name: 'x', dependencies: {} })],
    ['JSON of a kind that Gaitlab does not know', json({ type: 'feature' })],
    ['a Jupyter notebook', json({ cells: [], metadata: {}, nbformat: 4 })],
    ['JSON of a kind that Gaitlab does not know', json({ speed: 3 })],
    ['JSON of a kind that Gaitlab does not know', json([1])],
    ['JSON of a kind that Gaitlab does not know', json(null)],
  ])('%s is named', (what, bytes) => {
    let sentence = '';
    try {
      read(bytes, 'a.bin');
    } catch (error) {
      sentence = (error as Error).message;
    }
    expect(sentence.startsWith(`a.bin is ${what}`)).toBe(true);
    if (what !== 'neither a .gait file nor text')
      expect(sentence).toMatch(/; Gaitlab opens \.gait files, and experiments, body plans and replays as JSON$/);
    expect(sentence).toMatch(PRINTABLE);
  });

  test.each<[string, unknown, string]>([
    ['an experiment', { task: { name: 'walk' } }, 'gaitlab evolve FILE'],
    ['a body plan', bodies.biped, 'gaitlab evolve --body FILE'],
    ['a policy', { layers: [24, 4], activation: 'tanh', weights: [] }, 'gaitlab evaluate --policy FILE'],
    ['an episode of BipedalWalker', { terrain_y: [], actions: [] }, 'gaitlab rollout --given FILE'],
    ['the run.json of a run', { experiment: {}, ends: {} }, 'gaitlab resume FOLDER'],
    ['a table that "gaitlab export" wrote', { format: 'gaitlab-table', version: 1 }, 'cannot be read back'],
  ])('%s is named, with the command that opens it', (what, document, use) => {
    expect(() => read(json(document), 'a.json')).toThrow(new RegExp(`^a\\.json is ${what}, not an? \\w+; .*${use}`));
  });
});

test('our own kinds are recognised, even if they are faulty', () => {
  const kinds: [DocumentKind, object][] = [
    ...Object.values(presets).map(
      ({ experiment }) => ['experiment', parseExperiment(experiment)] as [DocumentKind, object],
    ),
    ...Object.values(bodies).map((body) => ['body', body] as [DocumentKind, object]),
    ['body', { ...bodies.biped, joints: undefined, wings: 2 }],
    ['experiment', { seed: 'x' }],
    ['experiment', { optimiser: 1, body: 3 }],
    ['replay', { format: 'gaitlab-replay', version: 99 }],
    ['policy', { weights: 3 }],
  ];
  for (const [kind, document] of kinds) expect(kindOfDocument(document)).toBe(kind);
  for (const none of [{}, [], null, 3, 'x', { version: 3 }, { format: 'gaitlab-toString' }, { format: 'toString' }])
    expect(kindOfDocument(none)).toBeUndefined();
});

test('a title alone is an experiment with the usual settings, and with anything unknown beside it nothing', () => {
  for (const document of [{ title: 'x' }, { version: 1, title: '' }])
    expect(kindOfDocument(document)).toBe('experiment');
  for (const document of [{}, { title: 'x', wings: 2 }, { version: 1, name: 'x' }])
    expect(kindOfDocument(document)).toBeUndefined();
});

test('a .gait file is recognised by its header, not by its content', () => {
  for (const kind of KINDS.filter((each) => each !== 'run'))
    expect(() => runFromFile(encodeFile(kind, {}), 'a.gait')).toThrow(
      new RegExp(`^a\\.gait is a ${kind}, not a run; show`),
    );
  expect(() => replayFrom({ name: 'a.gait', bytes: encodeFile('run', {}) })).toThrow(
    /^a\.gait is a run, not a replay; continue it/,
  );
});

test('a document of a later version is refused, one of this version is read', () => {
  for (const [kind, newest] of [
    ['replay', 4],
    ['film', 1],
    ['run', 1],
  ] as const) {
    const document = { format: `gaitlab-${kind}`, version: newest };
    expect(() => expectKind({ ...document, version: newest + 1 }, [kind], 'a.json')).toThrow(
      `a.json is a ${kind} of version ${newest + 1}, this Gaitlab reads up to version ${newest}; open it with a newer Gaitlab`,
    );
    expect(() => expectKind(document, [kind], 'a.json')).not.toThrow();
  }
  expect(() => expectKind({ version: 2, seed: 1 }, ['experiment'], 'a.json')).toThrow(
    'a.json is an experiment of version 2',
  );
});

test('what may be a faulty document of the wanted kind is left to its parser', () => {
  for (const kind of ['experiment', 'body', 'policy', 'given'] as const)
    for (const document of [{}, { speed: 3 }, [], null]) expect(() => expectKind(document, [kind], 'a')).not.toThrow();
});

test('messages about text that is not JSON contain no invisible characters', () => {
  for (const letter of ['\x1b', '\x07', '\u202e', '\u2028', '\u200b', '\x9b', '\n'])
    expect(() => decodeFile(new TextEncoder().encode(`{${letter}${letter}x`), 'a.json')).toThrow(
      /^a\.json is not JSON: [^\p{C}\p{Zl}\p{Zp}]+$/u,
    );
});
