import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Redis } from 'ioredis';
import { stream } from '../src/math/rng.ts';
import { startBenchRedis } from './bench-redis.ts';
import { startDelayProxy } from './delay-proxy.ts';

/**
 * A run on a queue while workers and the coordinator are killed and Redis is restarted, at random moments. Afterwards the run is
 * ended, and repeated on this machine alone. Prints whether the hashes are equal and what is left in the queue; exits with 1 if
 * they differ, a generation is missing or a job is left.
 */
const { values } = parseArgs({
  options: {
    workers: { type: 'string', default: '3' },
    'worker-kills': { type: 'string', default: '50' },
    'coordinator-kills': { type: 'string', default: '5' },
    restarts: { type: 'string', default: '3' },
    /** Longest time between two events, ms. */
    within: { type: 'string', default: '3000' },
    seed: { type: 'string', default: '1' },
    /** Time that data takes between Redis and the workers in each direction, ms, and share of lost segments. */
    delay: { type: 'string', default: '0' },
    loss: { type: 'string', default: '0' },
  },
});
const rng = stream(Number(values.seed), 'chaos');
const pause = (time: number) => new Promise((resolve) => setTimeout(resolve, time));
const cli = fileURLToPath(new URL('../cli.js', import.meta.url));
const home = mkdtempSync(join(tmpdir(), 'gaitlab-chaos-'));
const folder = join(home, 'run');
const redis = await startBenchRedis('--appendonly', 'yes');
const network = { delay: Number(values.delay), loss: Number(values.loss) };
const proxy = network.delay > 0 ? await startDelayProxy(Number(new URL(redis.url).port), network) : undefined;
const workersUrl = proxy ? `redis://127.0.0.1:${proxy.port}/0` : redis.url;
const messages = new Map<string, number>();

function start(...words: string[]): ChildProcess {
  const child = spawn(process.execPath, [cli, ...words], { stdio: ['ignore', 'ignore', 'pipe'] });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    for (const line of text.trim().split('\n')) messages.set(line, (messages.get(line) ?? 0) + 1);
  });
  return child;
}
const ended = (child: ChildProcess) =>
  new Promise((resolve) =>
    (child.exitCode ?? child.signalCode) === null ? child.once('exit', resolve) : resolve(null),
  );

const experiment = [
  '--brain',
  'linear',
  '--seed',
  '7',
  '--set',
  'task.duration=3',
  '--set',
  'optimizer.populationSize=24',
];
const evolve = (...words: string[]) => ['evolve', ...experiment, '--generations', '100000', '--json', ...words];
const begin = () =>
  existsSync(join(folder, 'checkpoint.gait'))
    ? start('resume', folder, '--generations', '100000', '--queue', redis.url, '--json')
    : start(...evolve('--queue', redis.url, '--out', folder));
let workerCount = 0;
const startWorker = () => start('worker', '--queue', workersUrl, '--threads', '1', '--name', `worker ${workerCount++}`);

const workers = Array.from({ length: Number(values.workers) }, startWorker);
let coordinator = begin();
await pause(5000);

const events = [
  ...Array<string>(Number(values['worker-kills'])).fill('worker'),
  ...Array<string>(Number(values['coordinator-kills'])).fill('coordinator'),
  ...Array<string>(Number(values.restarts)).fill('redis'),
];
const started = performance.now();
const ends: string[] = [];
while (events.length > 0) {
  await pause(rng.next() * Number(values.within));
  // A coordinator that ended by itself is a fault.
  if (coordinator.exitCode !== null) {
    ends.push(`the coordinator ended with exit code ${coordinator.exitCode}`);
    coordinator = begin();
  }
  const [event] = events.splice(Math.floor(rng.next() * events.length), 1);
  if (event === 'worker') {
    const place = Math.floor(rng.next() * workers.length);
    workers[place]?.kill('SIGKILL');
    workers[place] = startWorker();
  } else if (event === 'coordinator') {
    coordinator.kill('SIGKILL');
    await ended(coordinator);
    coordinator = begin();
  } else {
    await redis.stop(rng.next() < 0.5 ? 'SIGKILL' : 'SIGTERM');
    await pause(rng.next() * 3000);
    await redis.start();
  }
  console.error(`${event}; ${events.length} events left`);
}
await pause(10_000);
coordinator.kill('SIGINT');
await ended(coordinator);
const seconds = Math.round((performance.now() - started) / 1000);

// A killed coordinator counts as alive for half a minute; then workers drop its batches. The last result that came before keeps
// its stream for another minute.
await pause(95_000);
const client = new Redis(redis.url);
const left = (await client.keys('gaitlab:*')).filter((key) =>
  /(run|results|experiment|batches[^:]*):[0-9a-f]{16}/.test(key),
);
client.disconnect();
for (const worker of workers) worker.kill('SIGTERM');
await Promise.all(workers.map(ended));
proxy?.close();
await redis.remove();

const log = readFileSync(join(folder, 'log.jsonl'), 'utf8').trim().split('\n');
const isWhole = log.every((line, i) => (JSON.parse(line) as { generation: number }).generation === i);
const run = JSON.parse(readFileSync(join(folder, 'run.json'), 'utf8')) as { generations: number; historyHash: string };
const alone = start(
  'evolve',
  ...experiment,
  '--generations',
  String(run.generations),
  '--json',
  '--out',
  join(home, 'alone'),
);
await ended(alone);
const { historyHash } = JSON.parse(readFileSync(join(home, 'alone', 'run.json'), 'utf8')) as { historyHash: string };
rmSync(home, { recursive: true });

const result = {
  workerKills: Number(values['worker-kills']),
  coordinatorKills: Number(values['coordinator-kills']),
  restarts: Number(values.restarts),
  seconds,
  generations: run.generations,
  historyHash: run.historyHash,
  alone: historyHash,
  same: run.historyHash === historyHash,
  everyGenerationLogged: isWhole && log.length === run.generations,
  leftInQueue: left,
  coordinatorEnds: ends,
  messages: Object.fromEntries([...messages].sort((a, b) => b[1] - a[1]).slice(0, 12)),
};
console.log(JSON.stringify(result, null, 2));
if (!result.same || !result.everyGenerationLogged || left.length > 0 || ends.length > 0) process.exitCode = 1;
