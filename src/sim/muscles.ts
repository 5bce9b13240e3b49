import { musclesOf } from '../creature/muscle.ts';
import { forceAtLength, forceAtSpeed } from './hill.ts';
import { locate, mobility, muscleEnd, pullAt, speedAlong } from './muscle-end.ts';
import type { Physics, PhysicsSettings } from './physics.ts';

/**
 * Most that the muscles of two parts may change the speed between their anchors in one step, m/s, were the parts free of joints.
 * Without it a strong muscle on a light part throws it out of its joints: of random bodies with muscles of up to 2000 N, half are
 * faster than 30 m/s and some fail; with it, none of a thousand reaches 40 m/s.
 */
const MAX_KICK = 60;

/** Below this length a muscle has no direction, metres. No muscle has a force there. */
const NO_LENGTH = 1e-6;

/**
 * A world with the muscles of its body: in each step every muscle pulls its two parts together along the line between its anchors,
 * or pushes them apart. To the world these are forces from outside, so every engine gives them the same bits. A plan without muscles
 * leaves the world as it is.
 */
export function withMuscles(physics: Physics, { physicsRate, strength = 1, topSpeed = 1 }: PhysicsSettings): Physics {
  const { plan } = physics;
  if (musclesOf(plan).length === 0) return physics;
  const { joints } = plan;
  const muscles = musclesOf(plan).map(({ from, to, anchors, rest, pushes = false, ...most }) => ({
    from: muscleEnd(plan, from, anchors[0]),
    to: muscleEnd(plan, to, anchors[1]),
    rest,
    lowest: pushes ? -1 : 0,
    strength: most.strength * strength,
    speed: most.speed * topSpeed,
    activation: 0,
    force: 0,
    power: 0,
    length: 0,
    rate: 0,
    // Direction from one anchor to the other.
    ux: 0,
    uy: 0,
  }));
  type State = (typeof muscles)[number];

  function measure(muscle: State): void {
    const { from, to } = muscle;
    locate(physics, from);
    locate(physics, to);
    const dx = to.x - from.x;
    const dy = to.y - from.y;
    const length = Math.sqrt(dx * dx + dy * dy);
    muscle.length = length;
    muscle.ux = length > NO_LENGTH ? dx / length : 0;
    muscle.uy = length > NO_LENGTH ? dy / length : 0;
    muscle.rate = rateOf(muscle);
  }

  /** m/s, positive while it lengthens, along its line as measured last. */
  const rateOf = ({ from, to, ux, uy }: State) => speedAlong(physics, to, ux, uy) - speedAlong(physics, from, ux, uy);

  function pull(muscle: State): void {
    measure(muscle);
    const { from, to, ux, uy, activation, length, rate } = muscle;
    const yielding = activation < 0 ? rate : -rate;
    const wanted =
      activation * muscle.strength * forceAtLength(length / muscle.rest) * forceAtSpeed(yielding / muscle.speed);
    const most = (MAX_KICK * physicsRate) / (mobility(from, ux, uy) + mobility(to, ux, uy));
    const force = Math.max(-most, Math.min(most, wanted));
    muscle.force = force;
    if (force === 0) return;
    pullAt(physics, from, force, ux, uy);
    pullAt(physics, to, -force, ux, uy);
  }

  for (const muscle of muscles) measure(muscle);
  const jointAction = new Float64Array(joints.length);
  // The world may replace its own functions by another engine's, so they are looked up in it each time.
  return Object.assign(Object.create(physics) as Physics, {
    muscles: {
      length: (m: number) => muscles[m]!.length,
      rate: (m: number) => muscles[m]!.rate,
      power: (m: number) => muscles[m]!.power,
    },
    drive(action: Float64Array) {
      for (let j = 0; j < jointAction.length; j++) jointAction[j] = action[j]!;
      physics.drive(jointAction);
      for (const [m, muscle] of muscles.entries())
        muscle.activation = Math.max(muscle.lowest, Math.min(1, action[jointAction.length + m]!));
    },
    effort(j: number) {
      if (j >= jointAction.length) return muscles[j - jointAction.length]!.activation;
      // A hinge without a motor spends nothing, whatever its action.
      return joints[j]!.torque > 0 ? physics.effort(j) : 0;
    },
    step() {
      for (const muscle of muscles) pull(muscle);
      physics.step();
      for (const muscle of muscles) {
        // Along the line on which the force acted: parts that turn fast have left it by now.
        muscle.power = -muscle.force * rateOf(muscle);
        measure(muscle);
      }
    },
  });
}
