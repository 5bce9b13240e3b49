import '../src/cli/v8-flags.ts';
import * as v from 'valibot';
import { bodies } from '../src/creature/bodies.ts';
import type { BodyPlan } from '../src/creature/body-plan.ts';
import { seedOf, stream } from '../src/math/rng.ts';
import { hasWasm, wasmRefusal } from '../src/sim/flat/wasm.ts';
import type { EpisodeSettings, Task } from '../src/sim/task.ts';
import { tasks } from '../src/sim/tasks.ts';
import { compareWorlds } from '../tests/sim/flat/same-world.ts';

// Compares the flat physics, as JavaScript and as WebAssembly, with planck, every number after every step, for all bodies on all tasks' grounds with continuous
// collision, sleep and servos on and off, until a number of steps is reached: `same-physics.js STEPS FIRST_ROUND`. Each round has
// its own grounds and actions.

if (!hasWasm()) throw new Error(`no WebAssembly here: ${wasmRefusal()}`);

const wanted = Number(process.argv[2] ?? 1_000_000);
const STEPS = 600;
const totals = { episodes: 0, steps: 0, numbers: 0, touching: 0, handedOver: 0, differing: 0 };
const said = performance.now();

for (let round = Number(process.argv[3] ?? 0); totals.steps < wanted; round++) {
  for (const task of Object.values(tasks) as Task[]) {
    for (const plan of Object.values(bodies) as BodyPlan[]) {
      for (const mode of [0, 1, 2, 3, 4, 5, 6, 7]) {
        const name = `${task.name} ${plan.name} ${mode}`;
        if (totals.steps >= wanted) continue;
        const chosen = v.parse(task.settings, {}) as EpisodeSettings;
        const difficult = { ...chosen, ...('difficulty' in chosen && { difficulty: (round % 5) / 4 }) };
        const base = task.episodeSettings?.(difficult) ?? difficult;
        const settings: EpisodeSettings = {
          ...base,
          continuous: (mode & 1) !== 0,
          sleep: (mode & 2) !== 0,
          drive: (mode & 4) !== 0 ? 'servo' : 'torque',
        };
        const seed = seedOf(round, name);
        const terrain = task.terrain(difficult, stream(seed, 'terrain'));
        const treatment = {
          seed,
          steps: STEPS,
          driveEvery: [1, 3, 20, 90, 0][round % 5]!,
          pushEvery: [0, 37, 110][round % 3]!,
          push: [round % 2 === 0 ? 0 : 2, 0] as const,
        };
        const found = compareWorlds(plan, terrain, settings, treatment);
        totals.episodes++;
        totals.steps += found.steps;
        totals.numbers += found.numbers;
        totals.touching += found.touching;
        if (found.handedOver) totals.handedOver++;
        if (found.difference === '') continue;
        totals.differing++;
        console.log(`${name}, round ${round}: ${found.difference}${found.handedOver ? ' (handed over)' : ''}`);
      }
    }
  }
  console.log(`round ${round}: ${JSON.stringify(totals)}, ${Math.round((performance.now() - said) / 1000)} s`);
}
if (totals.differing > 0) process.exitCode = 1;
