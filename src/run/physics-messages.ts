import type { PhysicsEngine } from '../sim/physics.ts';

/** Sent to a run host: what simulates from the next batch on. */
export interface PhysicsRequest {
  type: 'physics';
  engine: PhysicsEngine;
}

/** Sent by a run host: what our own core runs as in its workers. */
export interface PhysicsMessage {
  type: 'physics';
  runsAs: 'wasm' | 'javascript';
}
