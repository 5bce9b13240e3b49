import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';
import binaryen from 'assemblyscript/binaryen';
import type { Plugin } from 'vite';

// Compiles the flat physics and the eigendecomposition to WebAssembly from the same sources as to JavaScript. They are written so
// that AssemblyScript reads them too: functions over typed arrays, `int` for whole numbers, doubles with a point. What differs is here: AssemblyScript
// wants no `type` in imports, and takes these meanings of the typed arrays, an address without bounds, and of math/int.ts. A slot
// of a record, as in `F[p + P_X]`, becomes a constant offset of the load or store, which no optimizer does by itself.

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const INT = 'src/math/int.ts';

/** What is compiled, and the file that the build writes the code into. */
const MODULES = [
  { entry: 'src/sim/flat/step.ts', code: 'src/sim/flat/wasm-code.ts' },
  { entry: 'src/math/decompose.ts', code: 'src/math/decompose-code.ts' },
] as const;
type Entry = (typeof MODULES)[number]['entry'];

const array = (name: string, type: string, shift: number) => `
@final @unmanaged export class ${name} {
  @inline @operator('[]') get(i: i32): ${type} {
    return load<${type}>(changetype<usize>(this) + (<usize>i << ${shift}));
  }
  @inline @operator('[]=') set(i: i32, value: ${type}): void {
    store<${type}>(changetype<usize>(this) + (<usize>i << ${shift}), value);
  }
  @inline at(record: i32, slot: i32): ${type} {
    return load<${type}>(changetype<usize>(this) + (<usize>record << ${shift}) + (<usize>slot << ${shift}));
  }
  @inline put(record: i32, slot: i32, value: ${type}): void {
    store<${type}>(changetype<usize>(this) + (<usize>record << ${shift}) + (<usize>slot << ${shift}), value);
  }
}`;

const DIALECT = `
export type int = i32;
@inline export function toInt(whole: f64): i32 { return <i32>whole; }
${array('Float64Array', 'f64', 3)}
${array('Int32Array', 'i32', 2)}
`;

const SLOT = String.raw`\b([FI])\[(\w+) \+ ([A-Z][A-Z0-9_]*|\d+)\]`;

/** The source with constant slots apart from the records' indices. */
const withSlots = (source: string) =>
  source
    .replace(new RegExp(`${SLOT} = ([^;]+);`, 'g'), '$1.put($2, $3, $4);')
    .replace(new RegExp(SLOT, 'g'), '$1.at($2, $3)');

/** A source as AssemblyScript reads it; null for a file that there is not. */
function sourceOf(file: string): string | null {
  if (file === INT) return DIALECT;
  if (!existsSync(ROOT + file)) return null;
  const int = file.startsWith('src/math/') ? './int.ts' : '../../math/int.ts';
  const source = readFileSync(ROOT + file, 'utf8')
    .replace(/^import type \{/gm, 'import {')
    .replace(/([{,] )type (?=int\b)/g, '$1');
  return `import { Float64Array, Int32Array } from '${int}';\n${withSlots(source)}`;
}

const OPTIONS = ['--optimizeLevel', '0', '--runtime', 'stub', '--importMemory', '--disableWarning', '--noAssert'];

/** Compiles a module. Throws an Error with the compiler's messages. */
async function compile(entry: Entry): Promise<Uint8Array> {
  const files = new Map<string, Uint8Array | string>();
  const { error, stderr } = await asc.main([entry, '--outFile', 'module.wasm', ...OPTIONS], {
    // Import paths here end in `.ts`, to which the compiler adds another.
    readFile: (name) => sourceOf(name.replace(/\.ts\.ts$/, '.ts')),
    writeFile: (name, contents) => void files.set(name, contents),
    listFiles: () => [],
  });
  const compiled = files.get('module.wasm');
  if (error || !(compiled instanceof Uint8Array))
    throw new Error(`${entry} as WebAssembly: ${error?.message}\n${stderr}`);
  return optimized(entry, compiled);
}

/** Optimizes without the fast math that AssemblyScript switches on, which does not keep every corner case of IEEE 754. */
function optimized(entry: Entry, compiled: Uint8Array): Uint8Array {
  binaryen.setFastMath(false);
  binaryen.setOptimizeLevel(3);
  binaryen.setShrinkLevel(0);
  binaryen.setAlwaysInlineMaxSize(12);
  binaryen.setFlexibleInlineMaxSize(70);
  // No address is so small that an offset could lead beyond the end of 32 bits.
  binaryen.setLowMemoryUnused(true);
  const module = binaryen.readBinary(compiled);
  // What every engine has had for years, and AssemblyScript uses by default.
  const { BulkMemory, SignExt, NontrappingFPToInt, MutableGlobals } = binaryen.Features;
  module.setFeatures(BulkMemory | SignExt | NontrappingFPToInt | MutableGlobals);
  module.optimize();
  module.optimize();
  module.runPasses(['optimize-added-constants-propagate']);
  module.optimize();
  if (!module.validate()) throw new Error(`${entry} as WebAssembly is not valid`);
  return module.emitBinary();
}

/** The sources' digest: equal sources and compilers give equal bytes. */
function digest(): string {
  const files = ['src/sim/flat', 'src/math'].flatMap((dir) => readdirSync(ROOT + dir).map((file) => `${dir}/${file}`));
  const hash = createHash('sha256');
  for (const file of [...files.sort(), 'scripts/wasm.ts', 'package-lock.json']) hash.update(readFileSync(ROOT + file));
  return hash.digest('hex').slice(0, 16);
}

/** A module's bytes in hexadecimal digits, compiled once for each state of the sources. */
async function codeOf(entry: Entry): Promise<string> {
  const file = `${ROOT}node_modules/.cache/wasm/${digest()}-${basename(entry, '.ts')}`;
  if (existsSync(file)) return readFileSync(file, 'utf8');
  const code = Buffer.from(await compile(entry)).toString('hex');
  mkdirSync(dirname(file), { recursive: true });
  // Several processes may do so at once.
  writeFileSync(`${file}.${process.pid}`, code);
  renameSync(`${file}.${process.pid}`, file);
  return code;
}

/** Puts the compiled modules into the files for their code. */
export const withWasm = (): Plugin => ({
  name: 'wasm',
  load: {
    filter: { id: /\/src\/(sim\/flat\/wasm|math\/decompose)-code\.ts$/ },
    handler: async (id) => {
      const found = MODULES.find(({ code }) => id.endsWith(code));
      return found && `export const code = '${await codeOf(found.entry)}';`;
    },
  },
});
