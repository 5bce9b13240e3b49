/** @module-tag alone */

import '../../../src/sim/planck/math-patch.ts';
import { expect, test } from 'vitest';
import { stream } from '../../../src/math/rng.ts';
import { type ContactState, solveVelocityConstraint } from '../../../src/sim/planck/contact-velocity.ts';

// planck's ESM build: a separate instance without our patches, under portable trigonometry.
const planck = await import('planck');
await import('../../../src/sim/planck/math-restore.ts');

const SOLVER = planck.Contact.prototype as unknown as { solveVelocityConstraint: typeof solveVelocityConstraint };
const ORIGINAL = SOLVER.solveVelocityConstraint;

/** How often each branch of the solver ran: the number of points, and whether they push. */
const branches = new Map<string, number>();
function counted(this: ContactState, ...rest: Parameters<typeof solveVelocityConstraint>): void {
  solveVelocityConstraint.apply(this, rest);
  const pushes = this.v_points
    .slice(0, this.v_pointCount)
    .map(({ normalImpulse }) => (normalImpulse > 0 ? 'push' : 'rest'));
  const branch = pushes.join(' ');
  branches.set(branch, (branches.get(branch) ?? 0) + 1);
}

/** Boxes and balls thrown onto a floor and each other; the state of each after each step. */
function heap(seed: number, solver: typeof solveVelocityConstraint, blockSolve: boolean): number[] {
  SOLVER.solveVelocityConstraint = solver;
  const rng = stream(seed, 'heap');
  const world = new planck.World({ gravity: new planck.Vec2(0, -10), blockSolve });
  const ground = world.createBody();
  const floor = [-20, 0, 0, -0.5, 20, 0.5].flatMap((x, i, all) =>
    i % 2 === 0 ? [new planck.Vec2(x, all[i + 1]!)] : [],
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
  SOLVER.solveVelocityConstraint = ORIGINAL;
  return seen;
}

test.each([
  ['two points at once', true],
  ['one point after the other', false],
])('a contact solves to the same bits as planck’s own, %s', (_name, blockSolve) => {
  for (const seed of [1, 2, 3]) {
    const ours = heap(seed, counted, blockSolve);
    expect(ours.every(Number.isFinite)).toBe(true);
    expect(ours).toEqual(heap(seed, ORIGINAL, blockSolve));
  }
});

test('the heaps run every branch of the solver', () => {
  expect(branches.get('push')).toBeGreaterThan(100);
  for (const branch of ['rest', 'push push', 'push rest', 'rest push'])
    expect(branches.get(branch), branch).toBeGreaterThan(10);
});
