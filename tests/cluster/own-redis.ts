import { Redis } from 'ioredis';
import { afterAll, beforeAll } from 'vitest';
import type { Program } from './processes.ts';
import { type RedisServer, startRedis } from './redis.ts';

/** A Redis server for the tests of one file, a client of it, and the programs that use it, which are killed at the end. */
export interface OwnRedis {
  server: RedisServer;
  client: Redis;
  /** Notes a program, and returns it. */
  started(program: Program): Program;
}

/** Starts and removes them around the tests of the suite that calls it; they are there from its first test on. */
export function ownRedis(): OwnRedis {
  const programs: Program[] = [];
  const started = (program: Program) => {
    programs.push(program);
    return program;
  };
  const own = { started } as OwnRedis;

  beforeAll(async () => {
    own.server = await startRedis();
    own.client = new Redis(own.server.port);
    own.client.on('error', () => {});
  });

  afterAll(async () => {
    for (const { process } of programs) process.kill('SIGKILL');
    own.client.disconnect();
    await own.server.remove();
  });
  return own;
}
