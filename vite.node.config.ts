import { readdirSync } from 'node:fs';
import { defineConfig } from 'vite';

/** `dist/cli.js` and its worker `dist/evaluate.js`; every library bundled, so that the package installs alone. */
const program = { cli: 'src/cli/main.ts', evaluate: 'workers/evaluate.ts' };

/** With `--mode bench`: every `bench/NAME.ts` becomes `dist/bench/NAME.js`. */
const benches = () =>
  Object.fromEntries(
    readdirSync('bench')
      .filter((file) => file.endsWith('.ts'))
      .map((file) => [`bench/${file.slice(0, -3)}`, `bench/${file}`]),
  );

export default defineConfig(({ mode }) => ({
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: true,
    outDir: 'dist',
    emptyOutDir: false,
    target: 'node20',
    reportCompressedSize: false,
    rolldownOptions: {
      input: mode === 'bench' ? { ...program, ...benches() } : program,
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name].js' },
    },
  },
}));
