import { expect, test } from 'vitest';
import { C_COUNT, CONTACT_I } from '../../../src/sim/flat/contact-slots.ts';
import { createContact, destroyContact } from '../../../src/sim/flat/contacts.ts';
import { createWorld } from '../../../src/sim/flat/create-world.ts';
import { CONTACTS_I, P_AWAKE, P_REST, PARTS, PARTS_I, W_CONTACTS } from '../../../src/sim/flat/slots.ts';
import { puppet } from '../../creature/puppet.ts';
import { level } from '../ground.ts';

const settings = { gravity: 10, physicsRate: 60, velocityIterations: 8, positionIterations: 3, continuous: false };

test.each([
  ['wakes its part, whose time at rest begins again, if it had points', 1, [1, 0]],
  ['leaves its part asleep if it had none', 0, [0, 0.4]],
])('the end of a contact %s, as World.destroyContact', (_what, points, expected) => {
  const { F, I } = createWorld(puppet, level(), settings)!;
  createContact(F, I, 0, 0);
  const contact = I[W_CONTACTS]!;
  I[CONTACTS_I + contact * CONTACT_I + C_COUNT] = points;
  I[PARTS_I + P_AWAKE] = 0;
  F[PARTS + P_REST] = 0.4;
  destroyContact(F, I, contact);
  expect([I[PARTS_I + P_AWAKE], F[PARTS + P_REST]]).toEqual(expected);
});
