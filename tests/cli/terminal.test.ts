import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { shellQuoted } from '../../src/cli/shell-quoted.ts';
import { bodies } from '../../src/creature/bodies.ts';
import { visibleText } from '../../src/format/visible-text.ts';
import { gaitlab, jsonLines, QUICK } from './gaitlab.ts';

const home = mkdtempSync(join(tmpdir(), 'gaitlab-terminal-'));
afterAll(() => rmSync(home, { recursive: true }));
/** Sets the window's title, clears the screen, in C0 and C1; turns the line around; forges a line; has no width. */
const EVIL = '\u001b]0;PWNED\u0007\u009b2J\u202eevil\r\ngaitlab: fine\u200b';
const SHOWN = visibleText(EVIL);
const file = (name: string, content: unknown) => {
  const path = join(home, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};

const [torso, ...parts] = bodies.hopper.parts;
const rename = (name: string) => (name === torso!.name ? EVIL : name);
/** A hopper with hidden characters in its names, and motors too weak to lift it, which `check` warns of. */
const body = {
  ...bodies.hopper,
  name: EVIL,
  title: EVIL,
  parts: [{ ...torso!, name: EVIL }, ...parts],
  joints: bodies.hopper.joints.map((joint, i) => ({
    ...joint,
    name: `${EVIL}${i}`,
    parent: rename(joint.parent),
    child: rename(joint.child),
    torque: joint.torque / 50,
  })),
};

/** Runs the program; expects a line for a person to have nothing hidden in it. */
async function shown(...words: string[]) {
  const outcome = await gaitlab(words);
  const lines = `${outcome.out}${outcome.err}`.split('\n');
  for (const line of lines) {
    expect(line).toBe(visibleText(line));
    expect(line).not.toBe('gaitlab: fine');
  }
  return outcome;
}

const run = join(home, `run ${EVIL.replace('\r\n', '')}`);
beforeAll(async () => {
  const words = ['--body', file('body.json', body), ...QUICK, '--generations', '1', '--workers', '1', '--out', run];
  const { code, err, out } = await shown('evolve', ...words);
  expect({ code, err }).toEqual({ code: 0, err: expect.stringContaining('gaitlab: note: ') });
  expect(out).toContain('\\u202e');
});

describe('text from files is printed with hidden characters as escapes:', () => {
  test('names of a body and a run, in warnings, titles and paths', async () => {
    for (const path of [join(home, 'body.json'), run]) {
      expect((await shown('check', path)).code).toBe(1);
      const { code, out } = await shown('check', path, '--json');
      expect(code).toBe(1);
      expect(jsonLines(out)[0]!.file).toBe(path);
    }
    const table = join(home, 'table.csv');
    const { code, out } = await shown('export', run, '--to', table);
    expect(code).toBe(0);
    expect(out).toContain(SHOWN);
    expect((await shown('evolve', ...QUICK, '--out', run)).err).toContain('gaitlab resume $');
  });

  test('names in a library, as text and as JSON of the same names', async () => {
    const document = JSON.parse(readFileSync(join(run, 'champion.replay.json'), 'utf8'));
    const items = [{ name: EVIL, tags: [], made: 1, document }];
    const library = file('library.json', { format: 'gaitlab-library', version: 1, items });
    expect((await shown('replay', library)).out).toContain(`${SHOWN}: Episode 1: `);
    expect((await shown('replay', library, '--verify')).out).toContain(`${SHOWN}: Verified`);
    expect(jsonLines((await shown('replay', library, '--json')).out)[0]!.name).toBe(EVIL);
  });

  test.each<[string, unknown]>([
    ['a key', { [EVIL]: 1 }],
    ['a value', { seed: EVIL }],
    ['a path of an amendment', { amendments: [{ generation: 0, changes: { [EVIL.slice(0, 20)]: 1 } }] }],
    ['text that is not JSON', `{"a":${EVIL}}`],
    ['a title', { title: EVIL, seed: -1 }],
    ['a name of a part', { body: { ...body, parts: [...body.parts, body.parts[0]] } }],
  ])('%s in an error', async (name, content) => {
    const path = file(`${name}.json`, content);
    for (const command of ['evolve', 'check', 'replay', 'sweep']) {
      const { code, err } = await shown(command, path);
      expect(code).toBe(2);
      expect(err.trimEnd().split('\n')).toHaveLength(1);
    }
  });

  test.each<[string[]]>([
    [['evolve', EVIL]],
    [['evolve', join(home, EVIL)]],
    [['evolve', '--set', EVIL]],
    [['evolve', '--set', `${EVIL}.a=1`]],
    [['evolve', '--body', EVIL]],
    [['evolve', '--seed', EVIL]],
    [[`--${EVIL}`]],
    [[EVIL]],
    [['list', EVIL]],
    [['list', 'bodies', '--plan', EVIL]],
    [['sweep', '--vary', `${EVIL}=1,2`]],
    [['sweep', '--vary', 'optimizer.sigma=1,2', '--seeds', EVIL]],
    [['sweep', '--resume', EVIL]],
    [['resume', EVIL]],
    [['check', EVIL]],
    [['replay', EVIL]],
    [['export', EVIL, '--to', `${EVIL}.csv`]],
    [['export', join(home, 'body.json'), '--to', EVIL]],
    [['evaluate', EVIL]],
    [['evaluate', '--policy', EVIL, '--task', 'walk']],
    [['rollout', '--given', EVIL]],
  ])('words of the command line, in the error of %j', async (words) => {
    const { code, out, err } = await shown(...words);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^gaitlab: [^\n]+\n$/);
  });
});

test('a path with hidden characters is quoted as shells read it', () => {
  expect(shellQuoted('a b')).toBe("'a b'");
  expect(shellQuoted("it's")).toBe("'it'\\''s'");
  expect(shellQuoted("\u001b[31m'\\")).toBe("$'\\u001b[31m\\'\\\\'");
});

test('all lines for people are printed by print.ts', () => {
  const raw = readdirSync('src/cli').filter((name) =>
    /console\.|std(out|err)\.write/.test(readFileSync(join('src/cli', name), 'utf8')),
  );
  // The progress of an export is a number, and a sweep's CSV is a table of values that were checked.
  expect(raw.sort()).toEqual(['film.ts', 'print.ts', 'sweep.ts']);
});
