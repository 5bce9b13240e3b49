import { defineConfig } from 'vitest/config';
import { tags } from './tests/setup/tags.ts';

/**
 * `npm run test:unit`: the rooms that know neither the page nor the command line, without building anything first. Tests that
 * take long, or need more than the sources, say so by a tag (`tests/setup/tags.ts`). Modules are loaded once for all files.
 */
export default defineConfig({
  test: {
    include: [
      'tests/{schema,math,creature,sim,evo,run,format,view,export,contracts,golden}/**/*.test.ts',
      'tests/architecture.test.ts',
    ],
    tags,
    isolate: false,
    testTimeout: 30_000,
  },
});
