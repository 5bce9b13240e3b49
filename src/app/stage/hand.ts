import type { OutsideForce } from '../../sim/pushed-episode.ts';
import type { SimState } from '../../sim/sim-state.ts';

/** A point of the world that pulls a part towards it, metres. */
export interface Hand {
  part: number;
  x: number;
  y: number;
}

/** Acceleration of the whole creature by the pull, 1/s² for each metre and 1/s against its speed. */
const STIFFNESS = 60;
const DAMPING = 9;
/** Greatest pull, in weights of the creature: enough to lift it, too little to tear it. */
const STRENGTH = 3;
/** Change of speed by a shove, m/s, and how long it takes, seconds. */
const SHOVE = { speed: 1.6, duration: 0.12 };

const weightOf = ({ physics }: SimState, gravity: number) => physics.mass * Math.max(1, gravity);

/** The pull of a hand: a damped spring of limited strength. */
export function pullOf({ part, x, y }: Hand, state: SimState, gravity: number): OutsideForce {
  const { physics } = state;
  const pull = (to: number, from: number, speed: number) => physics.mass * (STIFFNESS * (to - from) - DAMPING * speed);
  const [fx, fy] = [pull(x, physics.x(part), physics.vx(part)), pull(y, physics.y(part), physics.vy(part))];
  const share = Math.min(1, (STRENGTH * weightOf(state, gravity)) / Math.max(1e-9, Math.hypot(fx, fy)));
  return { part, fx: share * fx, fy: share * fy };
}

/** A shove to the torso from `start` seconds on; undefined when it is over. @param direction 1 forwards, -1 backwards */
export function shoveAt(
  time: number,
  start: number,
  direction: number,
  { physics }: SimState,
): OutsideForce | undefined {
  if (time < start || time >= start + SHOVE.duration) return undefined;
  return { part: 0, fx: (direction * physics.mass * SHOVE.speed) / SHOVE.duration, fy: 0 };
}
