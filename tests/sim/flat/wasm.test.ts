import { afterEach, expect, test } from 'vitest';
import { bodies } from '../../../src/creature/bodies.ts';
import { createWorld } from '../../../src/sim/flat/create-world.ts';
import { compileWasm, hasWasm, wasmRefusal } from '../../../src/sim/flat/wasm.ts';
import { runsAs } from '../../../src/sim/flat/wasm-at-hand.ts';
import { code } from '../../../src/sim/flat/wasm-code.ts';
import type { PhysicsEngine } from '../../../src/sim/physics.ts';
import { level } from '../ground.ts';
import { compareWorlds } from './same-world.ts';

const settings = { gravity: 10, physicsRate: 60, velocityIterations: 8, positionIterations: 3, continuous: true };
const runs = (engine: PhysicsEngine) => createWorld(bodies.biped, level(), { ...settings, engine })?.runsAs;

afterEach(() => compileWasm(code));

test('a world runs as WebAssembly unless JavaScript is chosen', () => {
  expect(runsAs()).toBe('wasm');
  expect([runs('flat'), runs('wasm'), runs('javascript')]).toEqual(['wasm', 'wasm', 'javascript']);
});

test.each([
  ['compiling is refused', '00', /\w/],
  ['the build has no code', '', 'this build has none'],
])('where %s, it runs as JavaScript, and says why', (_what, refused, reason) => {
  compileWasm(refused);
  expect(hasWasm()).toBe(false);
  expect(wasmRefusal()).toMatch(reason);
  expect([runsAs(), runs('flat'), runs('wasm')]).toEqual(['javascript', 'javascript', 'javascript']);
  const treatment = { seed: 1, steps: 20, driveEvery: 5, pushEvery: 0, push: [1, 0] as const };
  expect(compareWorlds(bodies.biped, level(), settings, treatment).difference).toBe('');
});
