import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** BipedalWalker in C++ over Box2D 2.4, `bench/native-bipedal-walker.cpp`. */
export interface NativeWalker {
  /** Environment steps a second of the processor's time, over about a second. */
  stepsPerSecond(isHardcore: boolean): number;
}

/**
 * Compiles the native program; or says why there is none: it needs g++ and Box2D (Debian: libbox2d-dev; `BOX2D` is a folder with
 * its `include` and `lib`, if they are elsewhere).
 */
export function compileNativeWalker(): NativeWalker | string {
  const program = join(mkdtempSync(join(tmpdir(), 'gaitlab-native-')), 'walker');
  const at = process.env.BOX2D;
  const folders = at === undefined ? [] : [`-I${at}/include`, `-L${at}/lib`, `-Wl,-rpath,${at}/lib`];
  const flags = ['-O2', '-march=x86-64', '-DNDEBUG', '-DBOX2D24', ...folders];
  try {
    execFileSync('g++', [...flags, '-o', program, 'bench/native-bipedal-walker.cpp', '-lbox2d'], { stdio: 'pipe' });
  } catch (error) {
    const { code, stderr } = error as { code?: string; stderr?: Buffer };
    if (code === 'ENOENT') return 'g++ is not installed';
    return /box2d/i.test(`${stderr}`) ? 'libbox2d-dev is not installed' : `it does not compile: ${stderr}`;
  }
  return {
    stepsPerSecond(isHardcore) {
      const options = ['bench', '1', '1', '180', '60', isHardcore ? '1' : '0'];
      return JSON.parse(execFileSync(program, options, { encoding: 'utf8' })).sps;
    },
  };
}
