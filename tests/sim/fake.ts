import { createGaitMeter } from '../../src/sim/gait/meter.ts';
import type { Physics } from '../../src/sim/physics.ts';
import type { SimState } from '../../src/sim/sim-state.ts';
import { puppet } from '../creature/puppet.ts';
import { level } from './ground.ts';

/** A state of the puppet that throws when anything but the given values is read. */
export function moment(
  physics: Partial<Physics>,
  { action = [0, 0], ...rest }: Partial<Omit<SimState, 'physics' | 'action' | 'effort'>> & { action?: number[] } = {},
): SimState {
  const missing = () => {
    throw new Error('this value is not given');
  };
  const all = { x: missing, y: missing, angle: missing, touches: missing, plan: puppet, ...physics };
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
