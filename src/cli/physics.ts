import type { Evaluator } from '../run/evaluator.ts';
import type { PhysicsEngine } from '../sim/physics.ts';

/** The choices of `--physics`. */
export const ENGINES: readonly PhysicsEngine[] = ['flat', 'planck'];

let engine: PhysicsEngine | undefined;

/** Sets what simulates in this process. */
export function choosePhysics(chosen: PhysicsEngine): void {
  engine = chosen;
}

export const chosenPhysics = (): PhysicsEngine | undefined => engine;

/** An evaluator whose episodes are simulated by what `--physics` says. */
export const withChosenPhysics = ({ evaluate, close }: Evaluator): Evaluator => ({
  evaluate: (batch) => evaluate(engine === undefined ? batch : { ...batch, engine }),
  close,
});
