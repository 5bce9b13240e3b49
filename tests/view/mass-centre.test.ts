import { expect, it } from 'vitest';
import { biped } from '../../src/creature/bodies/biped.ts';
import { bodies } from '../../src/creature/bodies.ts';
import type { Part } from '../../src/creature/body-plan.ts';
import { createPhysics } from '../../src/sim/create-physics.ts';
import { createMassCentreFinder, massCentrePath, massProperties } from '../../src/view/mass-centre.ts';
import { standingPose } from '../../src/view/pose.ts';
import { gliding } from './recordings.ts';

const part = (shape: Part['shape'], position: [number, number], angle = 0, density = 2): Part => ({
  ...{ name: 'part', shape, position, angle, density, friction: 1, role: 'limb', layer: 0 },
});

it.each(Object.entries(bodies))('weighs a %s as its physics does', (_, plan) => {
  const terrain = { points: Float64Array.of(-50, 0, 50, 0), blocks: [], friction: 1, end: 50 };
  const settings = { gravity: 9.8, physicsRate: 60, velocityIterations: 1, positionIterations: 1, continuous: false };
  const physics = createPhysics(plan, terrain, settings);
  const mass = plan.parts.reduce((sum, each) => sum + massProperties(each).mass, 0);
  expect(mass).toBeCloseTo(physics.mass, 6);
  physics.release();
});

it('finds the centre of a triangle off its own origin, turned with its part', () => {
  const triangle = {
    kind: 'polygon' as const,
    vertices: [
      [0, 0],
      [3, 0],
      [0, 3],
    ] as [number, number][],
  };
  expect(massProperties(part(triangle, [0, 0]))).toEqual({ mass: 9, x: 1, y: 1 });
  const out = new Float64Array(2);
  createMassCentreFinder([part(triangle, [0, 0])])(Float64Array.of(5, 7, Math.PI / 2), 0, out, 0);
  expect(out[0]).toBeCloseTo(4, 12);
  expect(out[1]).toBeCloseTo(8, 12);
});

it('weights parts by their mass', () => {
  const ball = { kind: 'circle' as const, radius: 1 };
  const out = new Float64Array(4);
  const balance = createMassCentreFinder([part(ball, [0, 0], 0, 1), part(ball, [0, 0], 0, 3)]);
  balance(Float64Array.of(9, 9, 9, 0, 0, 0, 4, 8, 0), 3, out, 2);
  expect([...out]).toEqual([0, 0, 3, 6]);
});

it('follows the creature through the recording', () => {
  const way = massCentrePath(gliding(3, 1));
  const out = new Float64Array(2);
  createMassCentreFinder(biped.parts)(standingPose(biped), 0, out, 0);
  expect(way[0]).toBeCloseTo(out[0]!, 12);
  expect(way[way.length - 2]).toBeCloseTo(out[0]! + 3, 12);
  expect(way[way.length - 1]).toBeCloseTo(out[1]!, 12);
});
