import { defineConfig } from 'vite';
import { withWasm } from '../wasm.ts';

/** The one file that all engines run. */
export default defineConfig({
  publicDir: false,
  plugins: [withWasm()],
  build: {
    target: 'es2023',
    lib: { entry: 'tests/engines/client.ts', formats: ['es'], fileName: () => 'client.js' },
  },
});
