import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { evaluate } from '../../src/cli/evaluate.ts';
import { replayToDocument } from '../../src/format/replay-document.ts';
import { inProcess } from '../../src/run/evaluator.ts';
import { replayOf } from '../../src/run/replay.ts';
import { small, take } from '../run/small.ts';

const { pools } = vi.hoisted(() => ({ pools: [] as number[] }));
vi.mock('../../src/cli/node-pool.ts', async () => {
  const { inProcess } = await import('../../src/run/evaluator.ts');
  const createNodePool = (workerCount: number) => {
    pools.push(workerCount);
    return inProcess;
  };
  return { createNodePool, defaultWorkerCount: () => 3 };
});

const home = mkdtempSync(join(tmpdir(), 'gaitlab-evaluate-'));
afterAll(() => rmSync(home, { recursive: true }));
afterEach(() => void vi.restoreAllMocks());
const [generation] = await take(1, small({ task: { duration: 1 } }), inProcess);
const file = join(home, 'champion.replay.json');
const replay = replayOf(generation!.state.experiment, generation!.champion!);
writeFileSync(file, JSON.stringify(replayToDocument(replay)));

test('as many workers as asked for or cores, and no more than episodes', async () => {
  const told: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((line) => void told.push(line));
  for (const [workers, episodes, seed] of [[9, 2, 1], [1, 2, 1], [undefined, 4, 2], [undefined, 1, 2]] as const) // biome-ignore format: a table
    await evaluate(file, { ...(workers === undefined ? {} : { workers }), episodes, seed, json: true });
  expect(pools).toEqual([2, 1, 3, 1]);
  const summaries = told.map((line) => JSON.parse(line));
  expect(summaries.map(({ episodes }) => episodes)).toEqual([2, 2, 4, 1]);
  expect(summaries[1]).toEqual(summaries[0]);
  expect(summaries[3].deviation).toBe(0);
  expect(summaries[3].mean).toBe(summaries[3].median);
});
