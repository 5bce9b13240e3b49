import type { BroadPhase } from './pair-order.ts';

interface Contact {
  m_fixtureA: { m_body: { m_sweep: { alpha0: number } } };
  m_fixtureB: { m_body: { m_sweep: { alpha0: number } } };
  getNext(): Contact | null;
}

interface Fixture {
  m_next: Fixture | null;
  m_body: Body | null;
  m_shape: object | null;
  m_proxies: { fixture: Fixture | null }[];
}

interface Body {
  m_next: Body | null;
  m_world: WorldInternals | null;
  m_fixtureList: Fixture | null;
  m_jointList: object | null;
}

interface Solver {
  m_stack: unknown[];
  m_bodies: unknown[];
  m_contacts: unknown[];
  m_joints: unknown[];
}

/** Internals of planck 1.5.0's World: its lists and its memory. */
export interface WorldInternals {
  m_bodyList: Body | null;
  m_broadPhase: BroadPhase;
  m_solver: Solver;
  getContactList(): Contact | null;
  destroyContact(contact: Contact): void;
}

function popAll(array: unknown[]): void {
  while (array.length > 0) array.pop();
}

/**
 * Makes every world's solver empty its lists item by item. planck sets their length to 0 four times a step, which frees
 * their storage: a third of all garbage came from growing it again.
 */
export function reuseSolverArrays({ m_solver }: WorldInternals): void {
  Object.getPrototypeOf(m_solver).clear = function (this: Solver): void {
    popAll(this.m_stack);
    popAll(this.m_bodies);
    popAll(this.m_contacts);
    popAll(this.m_joints);
  };
}

/**
 * Removes all bodies of a new world, which are the ground's, from the list that each step loops over and from those that
 * look for contacts; the parts find the ground. `resetSweeps` does the one thing that a step would do to them.
 */
export function detachGround(world: WorldInternals): void {
  world.m_bodyList = null;
  world.m_broadPhase.m_moveBuffer.length = 0;
}

/** Resets the sweeps of bodies in contact after continuous collision, as planck does for the bodies in its list. */
export function resetSweeps(world: WorldInternals): void {
  for (let contact = world.getContactList(); contact; contact = contact.getNext()) {
    contact.m_fixtureA.m_body.m_sweep.alpha0 = 0;
    contact.m_fixtureB.m_body.m_sweep.alpha0 = 0;
  }
}

/**
 * Ends a world so that its memory can be collected at once: returns its contacts to planck's pool, which all worlds share,
 * and removes the references between its objects. Otherwise one dead object in the collector's old generation keeps the
 * whole world alive until the next full collection.
 */
export function releaseMemory(world: WorldInternals): void {
  for (let contact = world.getContactList(); contact; contact = world.getContactList()) world.destroyContact(contact);
  for (let body = world.m_bodyList; body; body = body.m_next) {
    for (let fixture = body.m_fixtureList; fixture; fixture = fixture.m_next) {
      fixture.m_body = null;
      fixture.m_shape = null;
      for (const proxy of fixture.m_proxies) proxy.fixture = null;
      fixture.m_proxies = [];
    }
    body.m_world = null;
    body.m_fixtureList = null;
    body.m_jointList = null;
  }
  Object.assign(world.m_broadPhase.m_tree, { m_nodes: {}, m_root: null });
  Object.assign(world, { m_bodyList: null, m_jointList: null, m_broadPhase: null, m_solver: null });
}
