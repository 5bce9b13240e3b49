import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { platform, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readBody, readBundle, readDocument, readExperiment, readReplay, readReplays } from '../../src/cli/files.ts';
import { readBytes } from '../../src/cli/read-file.ts';
import { UserError } from '../../src/cli/user-error.ts';
import { bodies } from '../../src/creature/bodies.ts';
import { MAX_FILE_BYTES } from '../../src/format/file-size.ts';
import { parseExperiment } from '../../src/run/experiment.ts';

const folder = mkdtempSync(join(tmpdir(), 'gaitlab-files-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, content: unknown) => {
  const path = join(folder, name);
  writeFileSync(path, content instanceof Uint8Array || typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};
const experiment = { seed: 3, task: { name: 'hills' } };
const utf16 = (value: unknown) => Buffer.from(`\ufeff${JSON.stringify(value)}`, 'utf16le');
const readers = { readExperiment, readBody, readReplay, readPiece: readBundle, readReplays, readBytes };

describe('a path that exists is a file,', () => {
  test.each(['legs.body', 'WALKER.JSON', 'no-suffix', 'biped 2'])('also with the name %s', (name) => {
    expect(readBody(file(name, bodies.hopper))).toEqual(bodies.hopper);
    expect(readExperiment(file(name, experiment))).toEqual(parseExperiment(experiment));
  });

  test('with a byte-order mark, and in UTF-16', () => {
    expect(readExperiment(file('bom', `\ufeff${JSON.stringify(experiment)}`)).seed).toBe(3);
    expect(readExperiment(file('wide', utf16(experiment))).seed).toBe(3);
    expect(readBody(file('wide.body', utf16(bodies.hopper)))).toEqual(bodies.hopper);
  });

  test('and a word without a file is a name, unless it looks like a path', () => {
    expect(readBody('biped')).toBe('biped');
    expect(readBody('bipde')).toBe('bipde');
    for (const path of ['bipde.json', './bipde'])
      expect(() => readBody(path)).toThrow(`${path} cannot be read: there is no such file (ENOENT)`);
  });
});

test.each(Object.entries(readers))('%s never waits for a path that is not a file', async (_name, read) => {
  const at = (name: string) => join(folder, `${name}-${_name}`);
  const cases: [string, RegExp][] = [];
  mkdirSync(at('folder'));
  cases.push([at('folder'), /cannot be read: it is a folder \(EISDIR\)/]);
  if (platform() !== 'win32') {
    execFileSync('mkfifo', [at('pipe')]);
    cases.push([at('pipe'), /cannot be read: it is a pipe; give - as the file/]);
    symlinkSync(at('pipe'), at('link'));
    cases.push([at('link'), /cannot be read: it is a pipe/]);
    symlinkSync(at('circle'), at('circle'));
    cases.push(['/dev/zero', /cannot be read: it is a device/]);
    const server = createServer().listen(at('socket'));
    await new Promise((done) => server.once('listening', done));
    cases.push([at('socket'), /cannot be read: it is a socket/]);
    for (const [path, sentence] of cases) {
      expect(() => read(path)).toThrow(UserError);
      expect(() => read(path)).toThrow(sentence);
    }
    server.close();
  }
  expect.assertions(2 * cases.length);
});

test('a file above the maximum size is refused before it is read', () => {
  const large = file('large.json', '');
  truncateSync(large, 700_000_000);
  for (const read of Object.values(readers))
    expect(() => read(large)).toThrow('large.json is too large: 700 MB, the maximum is 64 MB');
  truncateSync(large, MAX_FILE_BYTES + 1);
  expect(() => readBytes(large)).toThrow('is too large: 64 MB');
  truncateSync(large, MAX_FILE_BYTES);
  expect(readBytes(large)).toHaveLength(MAX_FILE_BYTES);
});

test('a file of another kind is named, with the command that reads it', () => {
  const body = file('walker.json', bodies.biped);
  const plan = file('plan.json', experiment);
  expect(() => readExperiment(body)).toThrow(
    `${body} is a body plan, not an experiment; train it with "gaitlab evolve --body FILE"`,
  );
  expect(() => readBody(plan)).toThrow(
    `${plan} is an experiment, not a body plan; train it with "gaitlab evolve FILE"`,
  );
  expect(() => readDocument(plan, 'policy')).toThrow(`${plan} is an experiment, not a policy;`);
  expect(() => readDocument(body, 'given')).toThrow(`${body} is a body plan, not an episode of BipedalWalker;`);
  const run = file('run.json', { experiment, ends: { generations: 3 } });
  expect(() => readExperiment(run)).toThrow(
    /is the run\.json of a run, not an experiment; continue the run with "gaitlab resume/,
  );
  const zip = file('a.json', Buffer.from('PK\x03\x04zip'));
  for (const read of [readExperiment, readBody, readReplay])
    expect(() => read(zip)).toThrow(`${zip} is a zip archive; Gaitlab opens`);
});

test('the folder of a run is read as its champion, never as an experiment', () => {
  const run = join(folder, 'run');
  mkdirSync(run);
  expect(() => readReplay(run)).toThrow('it is a folder (EISDIR) without a champion.replay.json');
  const champion = join(run, 'champion.replay.json');
  copyFileSync(file('champion', { format: 'gaitlab-replay', version: 99 }), champion);
  for (const read of [readReplay, readBundle, readReplays])
    expect(() => read(run)).toThrow(`${champion} is a replay of version 99`);
  writeFileSync(join(run, 'run.json'), '{}');
  expect(() => readExperiment(run)).toThrow(
    `${run} is the folder of a run, not an experiment; continue it by "gaitlab resume ${run}"`,
  );
});
