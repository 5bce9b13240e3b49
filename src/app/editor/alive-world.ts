import { lowestPoint, massOf } from '../../creature/anatomy.ts';
import type { BodyPlan, Point } from '../../creature/body-plan.ts';
import type { BrainKind, Policy } from '../../creature/brain.ts';
import { brains } from '../../creature/brains.ts';
import { actuatorCount, musclesOf } from '../../creature/muscle.ts';
import { assembled } from '../../drawing/assemble.ts';
import type { Drawing } from '../../drawing/drawing.ts';
import { stream } from '../../math/rng.ts';
import { parseExperiment } from '../../run/experiment.ts';
import { setupOf } from '../../run/setup.ts';
import { createPhysics } from '../../sim/create-physics.ts';
import type { Physics } from '../../sim/physics.ts';
import { sensesOf } from '../../sim/sensors.ts';
import type { SimState } from '../../sim/sim-state.ts';
import type { Terrain } from '../../sim/terrain.ts';

/** What moves the joints: nothing, each through its range in turn, all in a rhythm, or an untrained brain. */
export type Drive = 'limp' | 'wiggle' | 'rhythm' | 'brain';

/** A drawing in the physics, as it is: what is not joined falls apart. */
export interface AliveWorld {
  readonly plan: BodyPlan;
  readonly physics: Physics;
  drive: Drive;
  /** The joint or muscle that is moved through its range, as a place among the actions; -1 for none. */
  readonly moving: number;
  /** Simulates one physics step. */
  step(): void;
  /** Takes a part at a point of the world; `pull` draws it to a point until `letGo`. */
  take(part: number, at: Point): void;
  pull(to: Point): void;
  letGo(): void;
}

const { settings } = setupOf(parseExperiment({ task: { name: 'walk' } }));
/** Seconds for which each joint is moved in turn, and Hz of the rhythm. */
const TURN = 2.4;
const BEAT = 1.3;
/** Spring and damping of the pointer on what it holds, 1/s² and 1/s, and its greatest acceleration of the whole, m/s². */
const SPRING = 120;
const DAMPING = 14;
const MAX_PULL = 80;
/** Share of the torque per radian of error. */
const STIFFNESS = 5;

const level = (plan: BodyPlan): Terrain => ({
  points: Float64Array.from([-400, 0, 400, 0]),
  blocks: [],
  friction: 1,
  end: Number.POSITIVE_INFINITY,
  // Where it is drawn; lifted out of the ground.
  start: [0, Math.max(0, -lowestPoint(plan.parts))],
});

/** A brain of random weights on the body's own sensors. */
function randomPolicy(plan: BodyPlan, seed: number): Policy {
  const { sensors } = sensesOf(plan, { sight: 0, clock: 1 });
  const kind: BrainKind = brains.mlp;
  const brain = kind.build(
    { ...parseExperiment({}).brain },
    {
      observationSize: sensors.length,
      actionSize: actuatorCount(plan),
      controlTimestep: 1 / settings.physicsRate,
    },
  );
  const rng = stream(seed, 'untrained brain');
  return brain.createPolicy(Float32Array.from({ length: brain.parameterCount }, () => 0.7 * rng.normal()));
}

/** The depth of each joint and muscle below the root, and whether it is on the right. */
function phases(plan: BodyPlan): number[] {
  const { joints } = plan;
  const depth = (child: string): number => {
    const above = joints.find((joint) => joint.child === child);
    return above === undefined ? 0 : 1 + depth(above.parent);
  };
  const all = [...joints, ...musclesOf(plan).map(({ name, to }) => ({ name, child: to }))];
  return all.map(({ name, child }, j) => {
    const isRight = name.startsWith('right ') || (!name.startsWith('left ') && j % 2 === 1);
    return (isRight ? Math.PI : 0) - (depth(child) * Math.PI) / 3;
  });
}

/** Throws ReferenceNeeded for a drawing that the flat physics has no room for, before planck is loaded. */
export function createAliveWorld(drawing: Drawing, seed: number): AliveWorld {
  const plan = assembled(drawing);
  const terrain = level(plan);
  const physics = createPhysics(plan, terrain, { ...settings, drive: 'torque' });
  const { sensors, observe } = sensesOf(plan, { sight: 0, clock: 1 });
  const policy = randomPolicy(plan, seed);
  const [observation, action] = [new Float64Array(sensors.length), new Float64Array(actuatorCount(plan))];
  const phase = phases(plan);
  const masses = plan.parts.map(massOf);
  let time = 0;
  let held: { part: number; local: Point; to: Point } | undefined;

  /** Sets actions so that each joint turns towards an angle, and each muscle pulls by a share. */
  const towards = (target: (j: number) => number, pull: (j: number) => number) => {
    for (let j = plan.joints.length; j < action.length; j++) action[j] = pull(j);
    for (let j = 0; j < plan.joints.length; j++) {
      const error = target(j) - physics.jointAngle(j) - 0.08 * physics.jointSpeed(j);
      action[j] = Math.max(-1, Math.min(1, STIFFNESS * error));
    }
  };
  const between = (j: number, share: number) => {
    const [lower, upper] = plan.joints[j]!.limits;
    return (lower + upper) / 2 + ((upper - lower) / 2) * share;
  };
  const turn = () => (action.length === 0 ? -1 : Math.floor(time / TURN) % action.length);

  function act(): void {
    if (world.drive === 'limp') action.fill(0);
    else if (world.drive === 'wiggle') {
      const [moving, sweep] = [turn(), Math.sin((2 * Math.PI * time) / TURN)];
      const isMoving = (j: number) => j === moving;
      towards(
        (j) => (isMoving(j) ? between(j, sweep) : 0),
        (j) => (isMoving(j) ? sweep : 0),
      );
    } else if (world.drive === 'rhythm') {
      const beat = (j: number) => 0.8 * Math.sin(2 * Math.PI * BEAT * time + phase[j]!);
      towards((j) => between(j, beat(j)), beat);
    } else {
      // The default senses without sight read nothing but the physics and the time.
      observe({ physics, terrain, time } as SimState, observation);
      policy(observation, action);
    }
    physics.drive(action);
  }

  function pullHeld(): void {
    if (held === undefined) return;
    const { part, local, to } = held;
    const angle = physics.angle(part);
    const [c, s] = [Math.cos(angle), Math.sin(angle)];
    const [rx, ry] = [c * local[0] - s * local[1], s * local[0] + c * local[1]];
    const [vx, vy] = [physics.vx(part) - physics.omega(part) * ry, physics.vy(part) + physics.omega(part) * rx];
    // Half of the whole hangs on what is held, about; a light part alone is not torn off by it.
    const mass = Math.min(0.5 * physics.mass, 6 * masses[part]!);
    const force = (error: number, v: number) =>
      mass * Math.max(-MAX_PULL, Math.min(MAX_PULL, SPRING * error - DAMPING * v));
    const [fx, fy] = [force(to[0] - physics.x(part) - rx, vx), force(to[1] - physics.y(part) - ry, vy)];
    physics.force(part, fx, fy + mass * settings.gravity);
    physics.twist(part, rx * fy - ry * fx);
  }

  const world: AliveWorld = {
    plan,
    physics,
    drive: 'limp',
    get moving() {
      return world.drive === 'wiggle' ? turn() : -1;
    },
    step() {
      if (physics.isBroken) return;
      act();
      pullHeld();
      physics.step();
      time += 1 / settings.physicsRate;
    },
    take(part, at) {
      const angle = physics.angle(part);
      const [dx, dy] = [at[0] - physics.x(part), at[1] - physics.y(part)];
      const [c, s] = [Math.cos(angle), Math.sin(angle)];
      held = { part, local: [c * dx + s * dy, c * dy - s * dx], to: at };
    },
    pull(to) {
      if (held) held.to = to;
    },
    letGo() {
      held = undefined;
    },
  };
  return world;
}
