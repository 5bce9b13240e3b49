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
  m_world: WorldInside | null;
  m_fixtureList: Fixture | null;
  m_jointList: object | null;
}

interface Solver {
  m_stack: unknown[];
  m_bodies: unknown[];
  m_contacts: unknown[];
  m_joints: unknown[];
}

/** planck 1.5.0's World from the inside, as far as its memory goes. */
export interface WorldInside {
  m_bodyList: Body | null;
  m_broadPhase: BroadPhase;
  m_solver: Solver;
  getContactList(): Contact | null;
  destroyContact(contact: Contact): void;
}

function empty(array: unknown[]): void {
  while (array.length > 0) array.pop();
}

/**
 * Has every world's solver empty its lists by taking items off: setting their length to 0, as planck does four times a
 * step, throws their storage away, and a third of all garbage was the storage grown anew.
 */
export function keepArrays({ m_solver }: WorldInside): void {
  Object.getPrototypeOf(m_solver).clear = function (this: Solver): void {
    empty(this.m_stack);
    empty(this.m_bodies);
    empty(this.m_contacts);
    empty(this.m_joints);
  };
}

/**
 * Takes all bodies there are, the ground's, off the list that each step goes through several times, and off the list of
 * those that look for contacts: the parts find the ground. A step resets one thing in them, which `rewind` does instead.
 */
export function retire(world: WorldInside): void {
  world.m_bodyList = null;
  world.m_broadPhase.m_moveBuffer.length = 0;
}

/** Where continuous collision left the ground within the last step is forgotten, as planck does for bodies on its list. */
export function rewind(world: WorldInside): void {
  for (let contact = world.getContactList(); contact; contact = contact.getNext()) {
    contact.m_fixtureA.m_body.m_sweep.alpha0 = 0;
    contact.m_fixtureB.m_body.m_sweep.alpha0 = 0;
  }
}

/**
 * Ends a world so that its memory is free at once: its contacts go back to planck's pool, which all worlds share, and what
 * is left is taken apart. An engine may put long-lived pieces of a young world among the old, where one dead piece that
 * still knows the rest has the garbage collector copy it all, world after world, until its next full round.
 */
export function forget(world: WorldInside): void {
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
