import { execFileSync } from 'node:child_process';

/** Runs Vite as the npm scripts do: in a process of its own, without the test runner's environment. */
export function vite(...words: string[]): void {
  const { NODE_ENV, VITEST, ...env } = process.env;
  execFileSync(process.execPath, ['node_modules/vite/bin/vite.js', ...words, '--logLevel', 'warn'], {
    env,
    stdio: 'inherit',
  });
}
