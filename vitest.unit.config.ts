import { readdirSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { tags } from './tests/setup/tags.ts';

/** Files that have a tag as a whole: they need not even be loaded. */
const tagged = readdirSync('tests', { recursive: true, encoding: 'utf8' })
  .map((path) => `tests/${path.replaceAll('\\', '/')}`)
  .filter((path) => path.endsWith('.test.ts') && readFileSync(path, 'utf8').startsWith('/** @module-tag '));

/**
 * `npm run test:unit`: the rooms that know neither the page nor the command line, without building anything first. Tests that
 * take long, or need more than the sources, say so by a tag (`tests/setup/tags.ts`), which package.json leaves out. Modules are
 * loaded once for all files, and kept as they were transformed.
 */
export default defineConfig({
  test: {
    include: [
      'tests/{schema,math,creature,sim,evo,run,format,view,export,contracts,golden}/**/*.test.ts',
      'tests/architecture.test.ts',
    ],
    exclude: tagged,
    tags,
    isolate: false,
    pool: 'threads',
    experimental: { fsModuleCache: true },
    testTimeout: 30_000,
  },
});
