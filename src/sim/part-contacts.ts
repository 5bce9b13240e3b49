import type { Body, Contact, World } from './planck/planck.ts';

/** Contacts of each part with the ground, updated by the world in each step. */
export interface PartContacts {
  /** Current number of contacts. */
  readonly counts: Int32Array;
  /** 1 from the begin of a contact to the end of any contact, as in BipedalWalker's ContactDetector. */
  readonly flags: Uint8Array;
  /** 1 after the first contact. */
  readonly ever: Uint8Array;
}

export function trackContacts(world: World, bodies: readonly Body[]): PartContacts {
  const counts = new Int32Array(bodies.length);
  const flags = new Uint8Array(bodies.length);
  const ever = new Uint8Array(bodies.length);
  const add = (body: Body, by: 1 | -1) => {
    const i = bodies.indexOf(body);
    if (i < 0) return;
    counts[i] = counts[i]! + by;
    flags[i] = by > 0 ? 1 : 0;
    if (by > 0) ever[i] = 1;
  };
  const both = (by: 1 | -1) => (contact: Contact) => {
    add(contact.getFixtureA().getBody(), by);
    add(contact.getFixtureB().getBody(), by);
  };
  world.on('begin-contact', both(1));
  world.on('end-contact', both(-1));
  return { counts, flags, ever };
}
