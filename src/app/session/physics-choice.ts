import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { PhysicsMessage, PhysicsRequest } from '../../run/physics-messages.ts';
import type { PhysicsEngine } from '../../sim/physics.ts';

/** What simulates in the page's workers. */
export interface PhysicsChoice {
  /** Set it to choose, from the next batch on. */
  readonly engine: Signal<PhysicsEngine>;
  /** What our own core runs as. */
  readonly runsAs: ReadonlySignal<PhysicsMessage['runsAs']>;
}

export function createPhysicsChoice(post: (request: PhysicsRequest) => void) {
  const engine = signal<PhysicsEngine>('flat');
  const runsAs = signal<PhysicsMessage['runsAs']>('javascript');
  let told: PhysicsEngine = engine.value;
  engine.subscribe((chosen) => {
    if (chosen !== told) post({ type: 'physics', engine: chosen });
    told = chosen;
  });
  return {
    choice: { engine, runsAs } satisfies PhysicsChoice,
    receive(message: PhysicsMessage) {
      runsAs.value = message.runsAs;
    },
  };
}
