import type { Body, Contact, World } from './planck/planck.ts';

/** What the parts of a creature touch, kept by the world as it steps; by part. */
export interface Touch {
  /** How many pieces of ground it touches now. */
  readonly counts: Int32Array;
  /** 1 from when it touched ground until any of its touches ended, as BipedalWalker's ContactDetector has it. */
  readonly flags: Uint8Array;
  /** 1 once it has touched anything. */
  readonly ever: Uint8Array;
}

export function watchTouch(world: World, bodies: readonly Body[]): Touch {
  const counts = new Int32Array(bodies.length);
  const flags = new Uint8Array(bodies.length);
  const ever = new Uint8Array(bodies.length);
  const count = (body: Body, by: 1 | -1) => {
    const i = bodies.indexOf(body);
    if (i < 0) return;
    counts[i] = (counts[i] as number) + by;
    flags[i] = by > 0 ? 1 : 0;
    if (by > 0) ever[i] = 1;
  };
  const both = (by: 1 | -1) => (contact: Contact) => {
    count(contact.getFixtureA().getBody(), by);
    count(contact.getFixtureB().getBody(), by);
  };
  world.on('begin-contact', both(1));
  world.on('end-contact', both(-1));
  return { counts, flags, ever };
}
