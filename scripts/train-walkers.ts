import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { walkers } from '../src/app/walkers/walkers.ts';
import { replayFromDocument, replayToDocument } from '../src/format/replay-document.ts';
import { championHash } from '../src/run/champion.ts';
import { inProcess } from '../src/run/evaluator.ts';
import { type Replay, verify } from '../src/run/replay.ts';

/** The replay with only its best test. */
function withBestTest(replay: Replay): Replay {
  const [best] = [...replay.tests].sort((a, b) => b.fitness - a.fitness);
  if (best === undefined) throw new Error('a replay without tests');
  const { fitness, hash } = best;
  return {
    ...replay,
    tests: [best],
    fitness,
    hash: championHash([{ evaluation: { fitness, hash } }]),
    recording: undefined,
  };
}

/**
 * Trains the walkers of these presets, or all of them, with the built command line, and writes their replays into a folder.
 * Returns a line about each.
 */
export async function trainWalkers(folder: string, presets: readonly string[]): Promise<string[]> {
  const lines: string[] = [];
  const runs = mkdtempSync(join(tmpdir(), 'gaitlab-walkers-'));
  for (const { preset, generations } of walkers) {
    if (presets.length > 0 && !presets.includes(preset)) continue;
    const out = join(runs, preset);
    const words = ['dist/cli.js', 'evolve', preset, '--generations', String(generations), '--out', out, '--json'];
    execFileSync(process.execPath, words, { stdio: ['ignore', 'ignore', 'inherit'] });
    const path = join(out, 'champion.replay.json');
    const replay = withBestTest(replayFromDocument(JSON.parse(readFileSync(path, 'utf8')), path));
    const { verified, difference, evaluations } = await verify(replay, inProcess);
    if (!verified) throw new Error(`${preset}: ${difference}`);
    writeFileSync(join(folder, `${preset}.json`), `${JSON.stringify(replayToDocument(replay))}\n`);
    const { distance, gait } = evaluations[0]!.metrics;
    lines.push(
      `${preset}: generation ${replay.generation}, ${distance.toFixed(1)} m, ${gait.name}, ${evaluations[0]!.ending}`,
    );
  }
  rmSync(runs, { recursive: true });
  return lines;
}
