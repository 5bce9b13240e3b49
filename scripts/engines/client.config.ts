import { defineConfig } from 'vite';
import { withFlatWasm } from '../flat-wasm.ts';

/** The one file that all engines run. */
export default defineConfig({
  publicDir: false,
  plugins: [withFlatWasm()],
  build: {
    target: 'es2023',
    lib: { entry: 'tests/engines/client.ts', formats: ['es'], fileName: () => 'client.js' },
  },
});
