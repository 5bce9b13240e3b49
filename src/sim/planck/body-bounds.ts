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

/** planck 1.5.0's Body from the inside, as far as its transform and its place in the broad phase go. */
export interface BodyPlace {
  m_xf: Transform;
  m_sweep: { getTransform(into: Transform, share: number): void };
  m_world: { m_continuousPhysics: boolean; m_broadPhase: BroadPhase };
  m_fixtureList: Fixture | null;
  /** Its transform before the last step: what its sweep begins with. */
  before?: Transform;
  /** How often it was set from the sweep: the transform it was made with differs from the sweep's own by a rounding. */
  moves?: number;
}

const nowhere = (): Transform => ({ p: { x: 0, y: 0 }, q: { s: 0, c: 1 } });

/** Body.synchronizeTransform, which also keeps what it overwrites. */
export function synchronizeTransform(this: BodyPlace): void {
  this.before ??= nowhere();
  const { before, m_xf } = this;
  before.p.x = m_xf.p.x;
  before.p.y = m_xf.p.y;
  before.q.s = m_xf.q.s;
  before.q.c = m_xf.q.c;
  this.m_sweep.getTransform(m_xf, 1);
  this.moves = (this.moves ?? 0) + 1;
}

const displacement = { x: 0, y: 0 };

/**
 * Body.synchronizeFixtures for polygons in worlds without continuous collision, where a sweep begins where the last step
 * ended: the bounds of before and after on numbers, and no sine taken twice; the same bits. All else goes planck's way.
 */
export function boundsKeeper(theirs: (this: BodyPlace) => void): (this: BodyPlace) => void {
  return function synchronizeFixtures(this: BodyPlace): void {
    const { before, moves = 0, m_xf: after, m_world, m_fixtureList: fixture } = this;
    const isPlain = fixture?.m_next === null && fixture.m_shape.m_type === 'polygon';
    if (!isPlain || before === undefined || moves < 2 || m_world.m_continuousPhysics) {
      theirs.call(this);
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
        const { x: vx, y: vy } = vertices[i] as Vec;
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
