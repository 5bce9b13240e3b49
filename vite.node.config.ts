import { execFileSync } from 'node:child_process';
import { copyFileSync, readdirSync } from 'node:fs';
import { defineConfig, type Plugin } from 'vite';
import { withWasm } from './scripts/wasm.ts';

/**
 * `dist/cli.js`, its worker `dist/evaluate.js` and `dist/library.js`, what the package's name imports; every library bundled,
 * so that the package installs alone.
 */
const program = { cli: 'src/cli/main.ts', evaluate: 'workers/evaluate.ts', library: 'src/library.ts' };

/** `dist/library.d.ts`: of all declarations the compiler emits, the one that stands alone. */
const declarations = (): Plugin => ({
  name: 'declarations',
  writeBundle() {
    execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig/library.json'], {
      stdio: 'inherit',
    });
    copyFileSync('node_modules/.cache/tsc/library/src/library.d.ts', 'dist/library.d.ts');
  },
});

/** With `--mode bench`: every `bench/NAME.ts` becomes `dist/bench/NAME.js`. */
const benches = () =>
  Object.fromEntries(
    readdirSync('bench')
      .filter((file) => file.endsWith('.ts'))
      .map((file) => [`bench/${file.slice(0, -3)}`, `bench/${file}`]),
  );

export default defineConfig(({ mode }) => ({
  publicDir: false,
  plugins: [withWasm(), ...(mode === 'bench' ? [] : [declarations()])],
  // Optional: of several megabytes for each platform and needed for pictures alone, or needed for a queue alone.
  ssr: { noExternal: true, external: ['@napi-rs/canvas', 'bullmq', 'ioredis'] },
  build: {
    ssr: true,
    outDir: 'dist',
    emptyOutDir: false,
    target: 'node20',
    reportCompressedSize: false,
    rolldownOptions: {
      // The flat physics has hundreds of numbers by name; the engine does not know that they are constant.
      optimization: { inlineConst: { mode: 'all', pass: 2 } },
      input: mode === 'bench' ? { ...program, ...benches() } : program,
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name].js' },
    },
  },
}));
