import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { median } from '../src/math/stats.ts';
import { type BenchProcess, startBenchProcess } from './rounds.ts';

/** Physics steps of rollouts a second, divided by those of another commit: medians over the rounds of the ratios within a round. */
export interface BesideRatios {
  wasm: number;
  javascript: number;
}

/** Generations after which the walker of the other commit goes far. */
const GENERATIONS = 80;

/** The program of another checkout. Throws an Error that says how to build it. */
export function builtIn(path: string, file: string): string {
  const found = join(resolve(path), 'dist', file);
  if (!existsSync(found)) throw new Error(`no ${found}: run npm ci and npm run build:bench in ${path}`);
  return found;
}

/** A default biped trained by the other checkout, whose replays this one reads too. Returns the replay's path. */
export function walkerOf(path: string, folder: string): string {
  const out = join(folder, 'beside');
  const options = ['evolve', '--seed', '1', '--generations', `${GENERATIONS}`, '--out', out];
  execFileSync(process.execPath, [builtIn(path, 'cli.js'), ...options], { stdio: ['ignore', 'ignore', 'inherit'] });
  return join(out, 'champion.replay.json');
}

/**
 * Rollouts of the walker in `replayFile` compared with those of the checkout at `path`, by the processor's time. The processes
 * take turns.
 * @param script path of the built engine-child.ts.
 */
export async function compareBeside(
  path: string,
  script: string,
  replayFile: string,
  warmUp: number,
  count: number,
): Promise<BesideRatios> {
  const other = startBenchProcess(
    ['--import', resolve('bench/cpu-clock.mjs'), builtIn(path, 'bench/ours-child.js')],
    replayFile,
  );
  const wasm = startBenchProcess(script, replayFile, 'wasm', 'rollout');
  const javascript = startBenchProcess(script, replayFile, 'javascript', 'rollout');
  const ratios: BesideRatios[] = [];
  for (let i = 0; i < warmUp + count; i++) {
    const theirs = await rolloutRate(other);
    const round = { wasm: (await rolloutRate(wasm)) / theirs, javascript: (await rolloutRate(javascript)) / theirs };
    if (i >= warmUp) ratios.push(round);
  }
  for (const child of [other, wasm, javascript]) child.end();
  const ratio = (engine: keyof BesideRatios) => median(ratios.map((each) => each[engine]));
  return { wasm: ratio('wasm'), javascript: ratio('javascript') };
}

async function rolloutRate(child: BenchProcess): Promise<number> {
  const { rollout } = await child.round();
  return rollout!.steps / rollout!.seconds;
}
