interface Vec {
  x: number;
  y: number;
}

interface Transform {
  p: Vec;
  q: { s: number; c: number };
}

interface Bounds {
  lowerBound: Vec;
  upperBound: Vec;
}

interface BroadPhase {
  moveProxy(id: number, bounds: Bounds, displacement: Vec): void;
}

interface Fixture {
  m_next: Fixture | null;
  m_shape: { m_type: string; m_vertices: Vec[]; m_radius: number };
  m_proxies: [{ aabb: Bounds; proxyId: number }];
}

/** Internals of planck 1.5.0's Body: its transform and its place in the broad phase. */
export interface BodyInternals {
  m_xf: Transform;
  m_sweep: { getTransform(into: Transform, share: number): void };
  m_world: { m_continuousPhysics: boolean; m_broadPhase: BroadPhase };
  m_fixtureList: Fixture | null;
  /** Transform before the last step, where its sweep begins. Ours. */
  previous?: Transform;
  /** Number of times its transform was set from its sweep. The initial transform differs by a rounding. Ours. */
  moves?: number;
}

const identity = (): Transform => ({ p: { x: 0, y: 0 }, q: { s: 0, c: 1 } });

/** Body.synchronizeTransform, which also saves the previous transform. */
export function synchronizeTransform(this: BodyInternals): void {
  this.previous ??= identity();
  const { previous: before, m_xf } = this;
  before.p.x = m_xf.p.x;
  before.p.y = m_xf.p.y;
  before.q.s = m_xf.q.s;
  before.q.c = m_xf.q.c;
  this.m_sweep.getTransform(m_xf, 1);
  this.moves = (this.moves ?? 0) + 1;
}

const displacement = { x: 0, y: 0 };

/**
 * A faster Body.synchronizeFixtures with the same bits, for polygons in worlds without continuous collision, where a sweep
 * begins where the last step ended: it computes the bounds of both transforms on plain numbers, without computing a sine
 * again. All other bodies use planck's own function.
 */
export function fastSynchronizeFixtures(original: (this: BodyInternals) => void): (this: BodyInternals) => void {
  return function synchronizeFixtures(this: BodyInternals): void {
    const { previous: before, moves = 0, m_xf: after, m_world, m_fixtureList: fixture } = this;
    const isPolygon = fixture?.m_next === null && fixture.m_shape.m_type === 'polygon';
    if (!isPolygon || before === undefined || moves < 2 || m_world.m_continuousPhysics) {
      original.call(this);
      return;
    }
    const { m_vertices: vertices, m_radius: radius } = fixture.m_shape;
    let left = Number.POSITIVE_INFINITY;
    let bottom = Number.POSITIVE_INFINITY;
    let right = Number.NEGATIVE_INFINITY;
    let top = Number.NEGATIVE_INFINITY;
    for (let k = 0; k < 2; k++) {
      const { p, q } = k === 0 ? before : after;
      const { s, c } = q;
      for (let i = 0; i < vertices.length; i++) {
        const { x: vx, y: vy } = vertices[i]!;
        const x = c * vx - s * vy + p.x;
        const y = s * vx + c * vy + p.y;
        left = Math.min(left, x);
        right = Math.max(right, x);
        bottom = Math.min(bottom, y);
        top = Math.max(top, y);
      }
    }
    const [{ aabb, proxyId }] = fixture.m_proxies;
    aabb.lowerBound.x = left - radius;
    aabb.lowerBound.y = bottom - radius;
    aabb.upperBound.x = right + radius;
    aabb.upperBound.y = top + radius;
    displacement.x = after.p.x - before.p.x;
    displacement.y = after.p.y - before.p.y;
    m_world.m_broadPhase.moveProxy(proxyId, aabb, displacement);
  };
}
