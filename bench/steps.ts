import '../src/cli/v8-flags.ts';
import '../src/math/decompose-at-hand.ts';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { replayToDocument } from '../src/format/replay-document.ts';
import { seedOf } from '../src/math/rng.ts';
import { median } from '../src/math/stats.ts';
import type { Evaluator } from '../src/run/evaluator.ts';
import { type Replay, testBatch } from '../src/run/replay.ts';
import { benchPool } from './bench-pool.ts';
import { compareBeside, walkerOf } from './beside.ts';
import { compareEngines, engineLines } from './engine-rounds.ts';
import { gymBareLoop, gymLoop } from './gym-loops.ts';
import type { Timing } from './loops.ts';
import { overheadOf } from './overhead.ts';
import { startBenchProcess } from './rounds.ts';
import { trainWalker } from './walker.ts';

/**
 * Physics steps per second of the walking default biped, compared with a bare loop of our own physics step and with unmodified
 * planck. The processes take turns in one run. The first rounds are warm-up; results are medians over the other rounds of the
 * ratios within a round. `--beside PATH` compares rollouts with those of another checkout of this repository instead, where
 * `npm ci` and `npm run build:bench` were run.
 */
const WARM_UP = 12;
const ROUNDS = 15;

const rate = ({ steps, seconds }: Timing) => steps / seconds;

const siblingPath = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/** Control steps per second of a pool. */
async function poolRate(pool: Evaluator, replay: Replay): Promise<number> {
  const seeds = Array.from({ length: 480 }, (_, i) => seedOf(1, 'bench', i));
  const started = performance.now();
  const episodes = await pool.evaluate(testBatch(replay, seeds));
  const steps = episodes.reduce((sum, { evaluation }) => sum + evaluation.steps, 0);
  return (steps / (performance.now() - started)) * 1000;
}

const { beside } = parseArgs({ options: { beside: { type: 'string' } } }).values;
const folder = mkdtempSync(join(tmpdir(), 'gaitlab-bench-'));
if (beside !== undefined) {
  const walker = walkerOf(beside, folder);
  const ratios = await compareBeside(beside, siblingPath('./engine-child.js'), walker, WARM_UP / 3, ROUNDS);
  console.log(`rollout to ${beside}  ${ratios.wasm.toFixed(2)}  as JavaScript ${ratios.javascript.toFixed(2)}`);
  process.exit();
}

const two = benchPool(2);
const replay = await trainWalker(two);
const file = join(folder, 'walker.replay.json');
writeFileSync(file, JSON.stringify(replayToDocument(replay)));

const engines = await compareEngines(siblingPath('./engine-child.js'), file, WARM_UP / 3, ROUNDS);

const ours = startBenchProcess(siblingPath('./ours-child.js'), file);
const theirs = startBenchProcess(siblingPath('./naive-child.js'), file);
const rounds: { rollout: number; bare: number; naive: number }[] = [];
for (let i = 0; i < WARM_UP + ROUNDS; i++) {
  const [mine, other] = [await ours.round(), await theirs.round()];
  if (i < WARM_UP) continue;
  rounds.push({
    rollout: rate(mine.rollout!),
    bare: rate(mine.bare!),
    naive: rate(other.naive!),
  });
}
ours.end();
theirs.end();

const one = benchPool(1);
const scaling: { one: number; two: number }[] = [];
for (let i = 0; i < WARM_UP + ROUNDS; i++) {
  const round = { one: await poolRate(one, replay), two: await poolRate(two, replay) };
  if (i >= WARM_UP) scaling.push(round);
}
await one.close();

const gym: { environment: number; bare: number }[] = [];
for (let i = 0; i < WARM_UP / 3 + ROUNDS; i++) {
  const environment = gymLoop();
  const round = { environment: rate(environment), bare: rate(gymBareLoop(environment.lengths)) };
  if (i >= WARM_UP / 3) gym.push(round);
}
const snes = await overheadOf({ name: 'snes', populationSize: 64 }, [42, 42], 1_000_000, two);
const cma = await overheadOf({ name: 'cma-es', populationSize: 32 }, [10], 300_000, two);
await two.close();

const result = {
  node: process.version,
  rounds: ROUNDS,
  rolloutStepsPerSecond: Math.round(median(rounds.map(({ rollout }) => rollout))),
  barePlanckStepsPerSecond: Math.round(median(rounds.map(({ bare }) => bare))),
  planckOutOfTheBoxStepsPerSecond: Math.round(median(rounds.map(({ naive }) => naive))),
  rolloutToBarePlanck: median(rounds.map(({ rollout, bare }) => rollout / bare)),
  rolloutToPlanckOutOfTheBox: median(rounds.map(({ rollout, naive }) => rollout / naive)),
  twoWorkersToOne: median(scaling.map((round) => round.two / round.one)),
  walkerStepsPerSecond: Math.round(median(gym.map(({ environment }) => environment))),
  walkerToBarePlanck: median(gym.map(({ environment, bare }) => environment / bare)),
  snesShare: snes.share,
  cmaShare: cma.share,
  ...engines,
};
mkdirSync('bench/results', { recursive: true });
writeFileSync('bench/results/steps.json', `${JSON.stringify(result, null, 2)}\n`);
const { rolloutToBarePlanck, rolloutToPlanckOutOfTheBox, twoWorkersToOne } = result;
console.log(`rollout                 ${result.rolloutStepsPerSecond} physics steps/s`);
console.log(`bare step loop          ${result.barePlanckStepsPerSecond} physics steps/s`);
console.log(`planck out of the box   ${result.planckOutOfTheBoxStepsPerSecond} physics steps/s`);
console.log(`rollout to bare step loop         ${rolloutToBarePlanck.toFixed(3)}  (at least 0.85)`);
console.log(`rollout to planck out of the box  ${rolloutToPlanckOutOfTheBox.toFixed(2)}  (at least 3.5)`);
console.log(`two workers to one                ${twoWorkersToOne.toFixed(2)}  (at least 1.8)`);
console.log(`bipedal-walker          ${result.walkerStepsPerSecond} environment steps/s, resets and lidar included`);
console.log(`bipedal-walker to bare step loop  ${result.walkerToBarePlanck.toFixed(3)}  (at least 0.85)`);
for (const line of engineLines(engines)) console.log(line);
const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
console.log(`ask + tell of SNES, ${snes.weights} weights      ${percent(snes.share)}  (under 2 %)`);
console.log(`ask + tell of CMA-ES, ${cma.weights} weights     ${percent(cma.share)}  (under 20 %)`);
