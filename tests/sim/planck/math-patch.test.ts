import { expect, test } from 'vitest';
import { puppet } from '../../creature/puppet.ts';
import { level } from '../ground.ts';

test('planck computes with portable functions, and Math is restored', async () => {
  const engine = { sin: Math.sin, cos: Math.cos, atan2: Math.atan2 };
  const called: string[] = [];
  const watched = {
    sin: (x: number) => called.push('sin') && engine.sin(x),
    cos: (x: number) => called.push('cos') && engine.cos(x),
    atan2: (y: number, x: number) => called.push('atan2') && engine.atan2(y, x),
  };
  Object.assign(Math, watched);
  const { createPlanckPhysics } = await import('../../../src/sim/planck-physics.ts');
  const { sin, cos, atan2 } = Math;
  const settings = { gravity: 10, physicsRate: 60, velocityIterations: 8, positionIterations: 3, continuous: false };
  const physics = createPlanckPhysics(puppet, level(), settings);
  physics.drive(Float64Array.of(1, -1));
  for (let i = 0; i < 60; i++) physics.step();
  Object.assign(Math, engine);

  expect({ sin, cos, atan2 }).toEqual(watched);
  expect(Math.abs(physics.angle(1))).toBeGreaterThan(0.1);
  expect(called).toEqual([]);
});
