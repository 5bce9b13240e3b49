import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { expect, test } from 'vitest';

/** All that a package may hold: the program, its pieces, the library with its types, the page, and what says what it is. */
const MEANT = [
  /^(package\.json|README\.md|LICENSE|CHANGELOG\.md)$/,
  /^dist\/(cli|evaluate|library)\.js$/,
  /^dist\/library\.d\.ts$/,
  /^dist\/chunks\/[\w-]+\.js$/,
  /^dist\/web\/([\w-]+\.(html|js|json|svg|webmanifest)|(assets|static)\/[\w.-]+)$/,
];

/** What only a machine that builds has: where it built, and maps that lead back. */
const ALIEN = [process.cwd(), homedir(), 'sourceMappingURL=data:'];

const [packed] = JSON.parse(
  execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    shell: process.platform === 'win32',
  }),
) as [{ files: { path: string; size: number }[] }];
const paths = packed.files.map(({ path }) => path);

test('a package holds what is meant and nothing else', () => {
  expect(paths.filter((path) => !MEANT.some((pattern) => pattern.test(path)))).toEqual([]);
  const needed = ['package.json', 'LICENSE', 'README.md', 'dist/cli.js', 'dist/evaluate.js', 'dist/library.d.ts'];
  expect(paths).toEqual(expect.arrayContaining(needed));
});

test('nothing in it tells of the machine it was made on', () => {
  const telling = paths.flatMap((path) => {
    const text = readFileSync(path, 'latin1');
    return ALIEN.filter((alien) => alien.length > 1 && text.includes(alien)).map((alien) => `${path}: ${alien}`);
  });
  expect(telling).toEqual([]);
});
