import { availableParallelism } from 'node:os';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { CHROMIUM_FLAGS, findChromium } from './scripts/chromium.mjs';
import { localSlots } from './scripts/local-slots.ts';
import { withWasm } from './scripts/wasm.ts';
import { makeInNode, verifyInNode } from './tests/setup/in-node.ts';
import { tags } from './tests/setup/tags.ts';

const executablePath = await findChromium();

/** For tests in whose own process worker threads end (src/cli/v8-flags.ts). */
const WITH_THREADS = ['--no-incremental-marking'];

/**
 * Three projects. `node`: all pure code, and the workers and the CLI as built into dist. `browser`: the same sources in
 * Chromium. `e2e`: the built page, served from a sub-path and driven from outside.
 */
export default defineConfig({
  plugins: [withWasm()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  worker: { format: 'es' },
  test: {
    tags,
    testTimeout: 120_000,
    hookTimeout: 240_000,
    projects: [
      {
        extends: true,
        plugins: [localSlots()],
        test: {
          name: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/browser/**', 'tests/e2e/**'],
          // Two files at once, also on two processors; the browsers below take all of them, so these run alone.
          maxWorkers: Math.max(2, availableParallelism() - 1),
          sequence: { groupOrder: 0 },
          execArgv: WITH_THREADS,
          globalSetup: ['tests/setup/build-node.ts'],
        },
      },
      {
        extends: true,
        // Made ready beforehand: a library found in the middle of a test would reload the page under it.
        optimizeDeps: {
          include: [
            ...['planck/dist/planck.js', 'seedrandom/lib/alea.js', 'valibot', 'workerpool', '@scure/base', 'fflate'],
            ...['pixi.js', 'preact', 'preact/hooks', 'preact/jsx-dev-runtime', '@preact/signals', 'uplot'],
          ],
        },
        test: {
          name: 'browser',
          sequence: { groupOrder: 1 },
          include: ['tests/browser/**/*.test.{ts,tsx}'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            commands: { makeInNode, verifyInNode },
            provider: playwright({
              launchOptions: { ...(executablePath && { executablePath }), args: CHROMIUM_FLAGS },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          // Two visits at once, also on two processors: much of a visit is waiting.
          sequence: { groupOrder: 2 },
          execArgv: WITH_THREADS,
          maxWorkers: Math.max(2, availableParallelism() - 1),
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/setup/build-node.ts', 'tests/setup/serve-web.ts'],
          // A visit waits for a run to learn something; on a busy machine that takes its time.
          testTimeout: 180_000,
          expect: { poll: { timeout: 30_000 } },
        },
      },
    ],
  },
});
