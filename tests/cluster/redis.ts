import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findRedis, NO_REDIS } from '../../scripts/redis.mjs';

/** A Redis server of a test's own, on a free port of the loopback interface. */
export interface RedisServer {
  url: string;
  port: number;
  /** Starts it again with the same data, after `stop`. */
  start(): Promise<void>;
  stop(signal?: NodeJS.Signals): Promise<void>;
  /** Stops it and removes its data. */
  remove(): Promise<void>;
}

/** Without the program, tests are skipped with a sentence; CI has to have it. */
export const isWithoutRedis = findRedis() === undefined && process.env.CI === undefined;
if (isWithoutRedis) console.error(NO_REDIS);

export const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

/** Whether a server answers on a port. */
const answers = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
    socket.once('data', (data) => {
      socket.destroy();
      resolve(data.toString().startsWith('+PONG'));
    });
    socket.once('error', () => resolve(false));
  });

export async function startRedis(...words: string[]): Promise<RedisServer> {
  const program = findRedis();
  if (program === undefined) throw new Error(NO_REDIS);
  const folder = mkdtempSync(join(tmpdir(), 'gaitlab-redis-'));
  const port = await freePort();
  let running: ChildProcess | undefined;
  const server: RedisServer = {
    url: `redis://127.0.0.1:${port}/0`,
    port,
    async start() {
      const plain = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', ''];
      running = spawn(program, [...plain, ...words], { stdio: 'ignore' });
      while (!(await answers(port))) {
        if (running.exitCode !== null) throw new Error(`${program} ended with exit code ${running.exitCode}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    async stop(signal = 'SIGTERM') {
      const ended = new Promise((resolve) => running?.once('exit', resolve));
      if (running === undefined || !running.kill(signal)) return;
      await ended;
    },
    async remove() {
      await server.stop();
      rmSync(folder, { recursive: true });
    },
  };
  await server.start();
  return server;
}
