import { describe, expect, it } from 'vitest';
import { createAliveWorld, type Drive } from '../../../src/app/editor/alive-world.ts';
import { bodies } from '../../../src/creature/bodies.ts';
import type { BodyPlan } from '../../../src/creature/body-plan.ts';

const biped: BodyPlan = bodies.biped;
const indexOf = (plan: BodyPlan, name: string) => plan.parts.findIndex((part) => part.name === name);

/** Lives for some seconds. */
function lived(
  plan: BodyPlan,
  drive: Drive,
  seconds: number,
  each?: (world: ReturnType<typeof createAliveWorld>) => void,
) {
  const world = createAliveWorld(plan, 1);
  world.drive = drive;
  for (let i = 0; i < 60 * seconds; i++) {
    world.step();
    each?.(world);
  }
  return world;
}

describe('a drawing that is dropped', () => {
  it('falls apart where it is not joined, and holds together where it is', () => {
    const apart = (plan: BodyPlan) => {
      const { physics } = lived(plan, 'rhythm', 2);
      const [thigh, shin] = [indexOf(physics.plan, 'left thigh'), indexOf(physics.plan, 'left shin')];
      return Math.hypot(physics.x(thigh) - physics.x(shin), physics.y(thigh) - physics.y(shin));
    };
    const loose = { ...biped, joints: biped.joints.filter(({ name }) => name !== 'left knee') };
    expect(apart(biped)).toBeLessThan(1.15);
    expect(apart(loose)).toBeGreaterThan(1.3);
  });

  it('moves each joint in turn through most of its range', () => {
    const reached = biped.joints.map(() => [0, 0] as [number, number]);
    lived(biped, 'wiggle', 10, (world) => {
      const j = world.moving;
      const angle = world.physics.jointAngle(j);
      reached[j] = [Math.min(reached[j]![0], angle), Math.max(reached[j]![1], angle)];
    });
    for (const [j, [low, high]] of reached.entries()) {
      const [lower, upper] = biped.joints[j]!.limits;
      expect(high - low).toBeGreaterThan(0.5 * (upper - lower));
    }
  });

  it('is pulled by the part that is held', () => {
    const world = createAliveWorld(biped, 1);
    const torso = indexOf(world.plan, 'torso');
    world.take(torso, [world.physics.x(torso), world.physics.y(torso)]);
    world.pull([2, 4]);
    for (let i = 0; i < 180; i++) world.step();
    expect(world.physics.x(torso)).toBeCloseTo(2, 0);
    expect(world.physics.y(torso)).toBeGreaterThan(3);
    world.letGo();
    for (let i = 0; i < 120; i++) world.step();
    expect(world.physics.y(torso)).toBeLessThan(3);
  });

  it('is moved by a random brain, each in its way', () => {
    const end = (seed: number) => {
      const world = createAliveWorld(biped, seed);
      world.drive = 'brain';
      for (let i = 0; i < 60; i++) world.step();
      return world.physics.x(0);
    };
    expect(end(1)).toBe(end(1));
    expect(end(1)).not.toBe(end(2));
  });
});
