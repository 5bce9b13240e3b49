import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { localSlots } from './scripts/local-slots.ts';
import { withWasm } from './scripts/wasm.ts';
import { tags } from './tests/setup/tags.ts';

/** Files with a tag for all of their tests, which need not be loaded. */
const tagged = readdirSync('tests', { recursive: true, encoding: 'utf8' })
  .map((path) => `tests/${path.replaceAll('\\', '/')}`)
  .filter((path) => path.endsWith('.test.ts') && readFileSync(path, 'utf8').startsWith('/** @module-tag '));

/**
 * `npm run test:unit`: the folders that depend neither on the page nor on the command line, without a build. Tests that take
 * long or need more than the sources have a tag (`tests/setup/tags.ts`), which package.json leaves out. Modules are loaded once
 * for all files, and their transformed code is cached.
 */
export default defineConfig({
  plugins: [localSlots(), withWasm()],

  test: {
    include: [
      'tests/{schema,math,creature,drawing,sim,evo,run,format,cluster,view,export,contracts,golden}/**/*.test.ts',
      'tests/architecture.test.ts',
    ],
    exclude: tagged,
    tags,
    isolate: false,
    pool: 'threads',
    maxWorkers: Math.max(2, availableParallelism() - 1),
    experimental: { fsModuleCache: true },
    testTimeout: 30_000,
  },
});
