import { vite } from './vite.ts';

/** Builds `dist/cli.js` and `dist/evaluate.js`, which the tests of the CLI and of the worker pool run. */
export default function buildNode() {
  vite('build', '--config', 'vite.node.config.ts');
}
