/** @module-tag alone */

import '../../../src/sim/planck/math-patch.ts';
import { expect, test } from 'vitest';
import { stream } from '../../../src/math/rng.ts';
import { type ContactState, solveVelocityConstraint } from '../../../src/sim/planck/contact-velocity.ts';

// planck's ESM build: an instance of its own that nothing of ours has been written into, under portable trigonometry.
const planck = await import('planck');
await import('../../../src/sim/planck/math-restore.ts');

const SOLVER = planck.Contact.prototype as unknown as { solveVelocityConstraint: typeof solveVelocityConstraint };
const THEIRS = SOLVER.solveVelocityConstraint;

/** How often each way through the solver was gone: by how many points, and whether they push. */
const ways = new Map<string, number>();
function counted(this: ContactState, ...rest: Parameters<typeof solveVelocityConstraint>): void {
  solveVelocityConstraint.apply(this, rest);
  const pushes = this.v_points
    .slice(0, this.v_pointCount)
    .map(({ normalImpulse }) => (normalImpulse > 0 ? 'push' : 'rest'));
  const way = pushes.join(' ');
  ways.set(way, (ways.get(way) ?? 0) + 1);
}

/** Boxes, balls and slabs thrown on a floor and on each other; every number of each after each step. */
function heap(seed: number, solver: typeof solveVelocityConstraint, blockSolve: boolean): number[] {
  SOLVER.solveVelocityConstraint = solver;
  const rng = stream(seed, 'heap');
  const world = new planck.World({ gravity: new planck.Vec2(0, -10), blockSolve });
  const ground = world.createBody();
  const floor = [-20, 0, 0, -0.5, 20, 0.5].flatMap((x, i, all) =>
    i % 2 === 0 ? [new planck.Vec2(x, all[i + 1] as number)] : [],
  );
  ground.createFixture({ shape: new planck.Chain(floor, false), friction: 1 });
  const bodies = Array.from({ length: 10 }, (_, i) => {
    const position = new planck.Vec2(4 * rng.next() - 2, 1 + i);
    const body = world.createBody({ type: 'dynamic', position, angle: 6 * rng.next() });
    const shape =
      i % 3 === 0 ? new planck.Circle(0.3) : new planck.Box(0.2 + 0.4 * rng.next(), 0.15 + 0.3 * rng.next());
    body.createFixture({ shape, density: 1 + rng.next(), friction: rng.next(), restitution: 0.3 * rng.next() });
    body.setLinearVelocity(new planck.Vec2(8 * rng.next() - 4, -4 * rng.next()));
    return body;
  });
  const seen: number[] = [];
  for (let i = 0; i < 200; i++) {
    world.step(1 / 60, 12, 4);
    for (const body of bodies) {
      const [p, v] = [body.getPosition(), body.getLinearVelocity()];
      seen.push(p.x, p.y, body.getAngle(), v.x, v.y, body.getAngularVelocity());
    }
  }
  SOLVER.solveVelocityConstraint = THEIRS;
  return seen;
}

test.each([
  ['two points at once', true],
  ['one point after the other', false],
])('a contact solves to the very bits of planck’s own, %s', (_name, blockSolve) => {
  for (const seed of [1, 2, 3]) {
    const ours = heap(seed, counted, blockSolve);
    expect(ours.every(Number.isFinite)).toBe(true);
    expect(ours).toEqual(heap(seed, THEIRS, blockSolve));
  }
});

test('the heaps go every way through the solver', () => {
  expect(ways.get('push')).toBeGreaterThan(100);
  for (const way of ['rest', 'push push', 'push rest', 'rest push']) expect(ways.get(way), way).toBeGreaterThan(10);
});
