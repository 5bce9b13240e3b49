import '../math/decompose-at-hand.ts';
import '../sim/flat/wasm-at-hand.ts';
import type { Evaluator } from '../run/evaluator.ts';
import { withEngine } from '../run/with-engine.ts';
import { hasWasm, wasmRefusal } from '../sim/flat/wasm.ts';
import type { PhysicsEngine } from '../sim/physics.ts';
import { UserError } from './user-error.ts';

let engine: PhysicsEngine | undefined;

/** Sets what simulates in this process. Throws a UserError for WebAssembly where there is none. */
export function choosePhysics(chosen: PhysicsEngine): void {
  if (chosen === 'wasm' && !hasWasm())
    throw new UserError(`--physics wasm cannot be had (${wasmRefusal()}); flat takes JavaScript then`);
  engine = chosen;
}

export const chosenPhysics = (): PhysicsEngine | undefined => engine;

/** What that means in this process. */
const physicsInUse = (): Exclude<PhysicsEngine, 'flat'> =>
  engine === undefined || engine === 'flat' ? (hasWasm() ? 'wasm' : 'javascript') : engine;

/** What simulates, for the summary of a run; nothing where the workers of a queue simulate, each by its own choice. */
export const physicsNote = ({ queue }: { queue?: string }): { physics?: ReturnType<typeof physicsInUse> } =>
  queue === undefined ? { physics: physicsInUse() } : {};

/** An evaluator whose episodes are simulated by what `--physics` says. */
export const withChosenPhysics = (evaluator: Evaluator): Evaluator => withEngine(evaluator, chosenPhysics);
