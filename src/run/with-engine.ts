import type { PhysicsEngine } from '../sim/physics.ts';
import type { Evaluator } from './evaluator.ts';

/** An evaluator whose episodes are simulated by what is chosen when a batch begins. */
export const withEngine = ({ evaluate, close }: Evaluator, chosen: () => PhysicsEngine | undefined): Evaluator => ({
  evaluate(batch) {
    const engine = chosen();
    return evaluate(engine === undefined ? batch : { ...batch, engine });
  },
  close,
});
