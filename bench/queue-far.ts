import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type LossyLink, startLossyLink } from './lossy-link.ts';

/**
 * Speed of a queue whose workers are far away, by queue.ts: Redis and the coordinator in one network namespace, the workers in
 * another, and packets between the two delayed and lost, so that TCP sends them again. Needs Linux, root, iproute2 and g++. Other
 * options go to queue.ts.
 */
const { values, tokens } = parseArgs({
  options: {
    population: { type: 'string', default: '256' },
    /** Time that a packet takes in each direction, ms, and share of lost packets. */
    delay: { type: 'string', default: '20' },
    loss: { type: 'string', default: '0.01' },
    seed: { type: 'string', default: '1' },
  },
  strict: false,
  tokens: true,
});
const own = new Set(['population', 'delay', 'loss', 'seed']);
const others = tokens.flatMap((token) =>
  token.kind === 'positional' ? [token.value] : token.kind === 'option' && !own.has(token.name) ? [token.rawName] : [],
);

let link: LossyLink | undefined;
try {
  link = await startLossyLink(Number(values.delay), Number(values.loss), Number(values.seed));
} catch (error) {
  console.error(`The benchmark cannot run: ${(error as Error).message}`);
  process.exitCode = 1;
}
if (link !== undefined) {
  const script = fileURLToPath(new URL('./queue.js', import.meta.url));
  const words = ['--population', String(values.population), '--host', link.host, '--far', link.far, ...others];
  const bench = spawn('ip', ['netns', 'exec', link.near, process.execPath, script, ...words], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => bench.kill(signal));
  const [code] = (await once(bench, 'exit')) as [number | null];
  console.log(`packets: ${await link.remove()}`);
  process.exitCode = code ?? 1;
}
