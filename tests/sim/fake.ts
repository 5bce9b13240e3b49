import { createGaitMeter } from '../../src/sim/gait/meter.ts';
import type { Physics } from '../../src/sim/physics.ts';
import type { SimState } from '../../src/sim/sim-state.ts';
import { puppet } from '../creature/puppet.ts';
import { level } from './ground.ts';

/** A moment of the puppet's life that says of itself only what is given. */
export function moment(
  physics: Partial<Physics>,
  { action = [0, 0], ...rest }: Partial<Omit<SimState, 'physics' | 'action' | 'effort'>> & { action?: number[] } = {},
): SimState {
  const unasked = () => {
    throw new Error('not of this moment');
  };
  const all = { x: unasked, y: unasked, angle: unasked, touches: unasked, plan: puppet, ...physics };
  return {
    physics: all as unknown as Physics,
    terrain: level(),
    time: 1,
    standingHeight: 1,
    startX: 0,
    action: Float64Array.from(action),
    effort: Float64Array.from(action),
    gait: createGaitMeter(puppet, 60),
    ...rest,
  };
}
