import type { BodyPlan } from '../creature/body-plan.ts';
import { createGround, createJoints, createParts } from './build-world.ts';
import { startOf } from './lowest-point.ts';
import { trackContacts } from './part-contacts.ts';
import type { Physics, PhysicsSettings } from './physics.ts';
import type { HingeState } from './planck/hinge-state.ts';
import { internalsOf, planck } from './planck/planck.ts';
import { releaseMemory, resetSweeps } from './planck/world-internals.ts';
import { createServos, motorsOf } from './servo.ts';
import type { Terrain } from './terrain.ts';

/**
 * The reference: a new planck world with the creature on the ground. The order of creation determines the last bits: ground,
 * then parts, then joints, each in the order of the plan.
 */
export function createPlanckPhysics(plan: BodyPlan, terrain: Terrain, settings: PhysicsSettings): Physics {
  const { gravity, physicsRate, velocityIterations, positionIterations, continuous, sleep = false } = settings;
  const world = new planck.World({
    gravity: planck.Vec2(0, -gravity),
    allowSleep: sleep,
    continuousPhysics: continuous,
  });
  createGround(world, terrain);
  const start = startOf(plan, terrain);
  const bodies = createParts(world, plan, start);
  const joints = createJoints(world, plan, bodies, start);
  const hinges = joints as unknown as HingeState[];
  const motors = motorsOf(plan, settings);
  const servos = settings.drive === 'servo' ? createServos(plan, motors, settings) : undefined;
  const currentAction = new Float64Array(hinges.length);
  const contacts = trackContacts(world, bodies);
  const timestep = 1 / physicsRate;
  let isBroken = false;
  const body = (i: number) => bodies[i]!;
  const joint = (j: number) => joints[j]!;
  const touches = (i: number) => contacts.counts[i]! > 0;
  const jointAngle = (j: number) => joint(j).getJointAngle();
  // planck's setters would restart the sleep timer of a part that is awake, which Box2D's do not.
  const setMotor = (j: number, speed: number, torque: number) => {
    const hinge = hinges[j]!;
    hinge.m_motorSpeed = speed;
    hinge.m_maxMotorTorque = torque;
  };

  return {
    plan,
    mass: bodies.reduce((sum, b) => sum + b.getMass(), 0),
    get isBroken() {
      return isBroken;
    },
    step() {
      if (isBroken) return;
      servos?.command(setMotor, touches, jointAngle);
      if (continuous) resetSweeps(internalsOf(world));
      try {
        world.step(timestep, velocityIterations, positionIterations);
      } catch {
        // Continuous collision looks for the nearest corners; it finds none when all distances are NaN.
        isBroken = true;
      }
    },
    drive(action) {
      currentAction.set(action);
      servos?.setTargets(action);
      for (let j = 0; servos === undefined && j < hinges.length; j++) {
        const a = action[j]!;
        const speed = motors.speeds[j]!;
        setMotor(j, a < 0 ? -speed : speed, motors.torques[j]! * Math.min(Math.abs(a), 1));
      }
      if (!sleep) return;
      for (const b of bodies) if (!b.isAwake()) b.setAwake(true);
    },
    push(vx, vy) {
      for (const b of bodies) {
        const v = b.getLinearVelocity();
        b.setLinearVelocity(planck.Vec2(v.x + vx, v.y + vy));
      }
    },
    effort(j) {
      if (servos === undefined) return currentAction[j]!;
      const torque = motors.torques[j]!;
      return torque > 0 ? joint(j).getMotorTorque(physicsRate) / torque : 0;
    },
    twist: (i, torque) => body(i).applyTorque(torque),
    force: (i, fx, fy) => body(i).applyForceToCenter(planck.Vec2(fx, fy)),
    x: (i) => body(i).getPosition().x,
    y: (i) => body(i).getPosition().y,
    angle: (i) => body(i).getAngle(),
    vx: (i) => body(i).getLinearVelocity().x,
    vy: (i) => body(i).getLinearVelocity().y,
    omega: (i) => body(i).getAngularVelocity(),
    touches,
    touchFlag: (i) => contacts.flags[i] === 1,
    hasTouched: (i) => contacts.ever[i] === 1,
    jointAngle,
    jointSpeed: (j) => joint(j).getJointSpeed(),
    motorTorque: (j) => joint(j).getMotorTorque(physicsRate),
    powers(into) {
      for (let j = 0; j < joints.length; j++)
        into[j] = Math.abs(joint(j).getMotorTorque(physicsRate) * joint(j).getJointSpeed());
    },
    pose(i, into) {
      const { p, q } = body(i).getTransform();
      into.set([p.x, p.y, body(i).getAngle(), q.s, q.c]);
    },
    release: () => releaseMemory(internalsOf(world)),
  };
}
