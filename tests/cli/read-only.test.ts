import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { platform, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { gaitlab, jsonLines, QUICK } from './gaitlab.ts';

const home = mkdtempSync(join(tmpdir(), 'gaitlab-read-only-'));
afterAll(() => rmSync(home, { recursive: true }));

const evolve = (out: string, generations: number) => [
  ...['evolve', ...QUICK, '--json', '--workers', '1', '--out', out, '--generations', String(generations)],
];

/** A disk of its own in a folder of that name; undefined where none may be mounted. */
function mounted(name: string): string | undefined {
  const disk = join(home, name);
  mkdirSync(disk);
  if (platform() !== 'linux' || process.getuid?.() !== 0) return undefined;
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', disk], { stdio: 'ignore' });
    execFileSync('mount', ['-o', 'remount,rw', disk], { stdio: 'ignore' });
    return disk;
  } catch {
    return undefined;
  }
}
const remount = (disk: string, how: 'ro' | 'rw') => execFileSync('mount', ['-o', `remount,${how}`, disk]);
const disk = mounted('disk');
afterAll(() => {
  if (disk) execFileSync('umount', [disk]);
});

// Root may write whatever permissions say; only a disk that cannot be written to holds for everybody.
describe.skipIf(disk === undefined)('a read-only disk (skipped where none can be mounted)', () => {
  test('is refused in a sentence for a new run', async () => {
    remount(disk!, 'ro');
    const folder = join(disk!, 'never');
    expect(await gaitlab(evolve(folder, 1))).toEqual({
      code: 2,
      out: '',
      err: `gaitlab: ${folder} cannot be created: the disk is read-only (EROFS)\n`,
    });
    remount(disk!, 'rw');
  });

  test('is refused for resuming, and the run is not damaged', async () => {
    const folder = join(disk!, 'kept');
    const whole = jsonLines((await gaitlab(evolve(folder, 3))).out).at(-1)!;
    remount(disk!, 'ro');
    expect(await gaitlab(['resume', folder, '--generations', '4'])).toEqual({
      code: 2,
      out: '',
      err: `gaitlab: ${folder} cannot be written to: the disk is read-only (EROFS)\n`,
    });
    remount(disk!, 'rw');
    const again = jsonLines((await gaitlab(['resume', folder, '--json'])).out).at(-1)!;
    expect(again).toMatchObject({ historyHash: whole.historyHash, generations: 3 });
  });
});
