import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A Redis server of a benchmark's own, on a free port of the loopback interface or of another address. */
export interface BenchRedis {
  url: string;
  pid(): number;
  /** Starts it again with the same data, after `stop`. */
  start(): Promise<void>;
  stop(signal?: NodeJS.Signals): Promise<void>;
  /** Stops it and removes its data. */
  remove(): Promise<void>;
}

const freePort = (host: string) =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, host, () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

const answers = (port: number, host: string) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, host, () => socket.write('PING\r\n'));
    socket.once('data', (data) => {
      socket.destroy();
      resolve(data.toString().startsWith('+PONG'));
    });
    socket.once('error', () => resolve(false));
  });

/** @param words further flags of redis-server */
export const startBenchRedis = (...words: string[]): Promise<BenchRedis> => startBenchRedisAt('127.0.0.1', ...words);

/**
 * @param host an address of this machine
 * @param words further flags of redis-server
 */
export async function startBenchRedisAt(host: string, ...words: string[]): Promise<BenchRedis> {
  const folder = mkdtempSync(join(tmpdir(), 'gaitlab-redis-'));
  const port = await freePort(host);
  let running: ChildProcess | undefined;
  const server: BenchRedis = {
    url: `redis://${host}:${port}/0`,
    pid: () => running?.pid ?? 0,
    async start() {
      const plain = ['--port', String(port), '--bind', host, '--dir', folder, '--save', '', '--protected-mode', 'no'];
      running = spawn('redis-server', [...plain, ...words], { stdio: 'ignore' });
      while (!(await answers(port, host))) {
        if (running.exitCode !== null) throw new Error(`redis-server ended with exit code ${running.exitCode}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    async stop(signal = 'SIGTERM') {
      const ended = new Promise((resolve) => running?.once('exit', resolve));
      if (running?.kill(signal)) await ended;
    },
    async remove() {
      await server.stop();
      rmSync(folder, { recursive: true });
    },
  };
  await server.start();
  return server;
}
