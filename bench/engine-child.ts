import '../src/cli/v8-flags.ts';
import '../src/sim/reference-at-hand.ts';
import '../src/sim/flat/wasm-at-hand.ts';
import type { PhysicsEngine } from '../src/sim/physics.ts';
import { bipedalWalkerHardcore } from '../src/sim/tasks/bipedal-walker/tasks.ts';
import { gymLoop } from './gym-loops.ts';
import { rolloutLoop, type Timing } from './loops.ts';
import { serveRounds } from './rounds.ts';

/** One loop, or all, with one physics engine, by the time of the processor: other processes do not count. */
const engine = process.argv[3] as PhysicsEngine;
const only = process.argv[4];

function timed(loop: () => Timing, repeats = 1): Timing {
  const before = process.cpuUsage();
  let steps = 0;
  for (let i = 0; i < repeats; i++) steps += loop().steps;
  const { user, system } = process.cpuUsage(before);
  return { steps, seconds: (user + system) / 1e6 };
}

await serveRounds((replay) => {
  const loops = {
    rollout: () => timed(() => rolloutLoop(replay, engine), 8),
    walker: () => timed(() => gymLoop(engine)),
    hardcore: () => timed(() => gymLoop(engine, bipedalWalkerHardcore)),
  };
  const chosen = Object.entries(loops).filter(([name]) => only === undefined || name === only);
  return Object.fromEntries(chosen.map(([name, loop]) => [name, loop()]));
});
