import type { int } from '../../math/int.ts';
import { overlap } from './broad-phase.ts';
import {
  C_COUNT,
  C_ENABLED,
  C_KEYS,
  C_NEXT,
  C_PART,
  C_PIECE,
  C_POINTS,
  C_TOUCHING,
  CONTACT,
  CONTACT_I,
  E_CORNER_COUNT,
  E_CORNERS,
  E_KIND,
  PIECE_I,
  POINT,
} from './contact-slots.ts';
import { countTouch, destroyContact, wake } from './contacts.ts';
import { collideEdgeCircle } from './edge-circle.ts';
import { collideEdgePolygon } from './edge-polygon.ts';
import { collidePolygonCircle } from './polygon-circle.ts';
import { collidePolygons } from './polygons.ts';
import {
  CONTACTS,
  CONTACTS_I,
  GROUND_I,
  P_AWAKE,
  P_CORNER_COUNT,
  PART,
  PART_I,
  PARTS,
  PARTS_I,
  W_CONTACTS,
} from './slots.ts';

/** Contact.evaluate: the manifold of a contact in its part's current frame. */
function collide(F: Float64Array, I: Int32Array, contact: int): void {
  const f = CONTACTS + contact * CONTACT;
  const i = CONTACTS_I + contact * CONTACT_I;
  const piece = GROUND_I + I[i + C_PIECE]! * PIECE_I;
  const part = I[i + C_PART]!;
  const p = PARTS + part * PART;
  const count = I[PARTS_I + part * PART_I + P_CORNER_COUNT]!;
  const corners = I[piece + E_CORNERS]!;
  const cornerCount = I[piece + E_CORNER_COUNT]!;
  if (cornerCount === 2) {
    if (count === 1) collideEdgeCircle(F, I, f, i, corners, I[piece + E_KIND]!, p);
    else collideEdgePolygon(F, I, f, i, corners, I[piece + E_KIND]!, p, count);
  } else if (count === 1) collidePolygonCircle(F, I, f, i, corners, cornerCount, p);
  else collidePolygons(F, I, f, i, corners, cornerCount, p, count);
}

/** Contact.update: a new manifold, whose points keep the impulses of the old ones with the same features. */
export function updateContact(F: Float64Array, I: Int32Array, contact: int): void {
  const i = CONTACTS_I + contact * CONTACT_I;
  const points = CONTACTS + contact * CONTACT + C_POINTS;
  const part = I[i + C_PART]!;
  I[i + C_ENABLED] = 1;
  const wasTouching = I[i + C_TOUCHING]!;
  const oldCount = I[i + C_COUNT]!;
  const key0 = I[i + C_KEYS]!;
  const key1 = I[i + C_KEYS + 1]!;
  const normal0 = F[points + 2]!;
  const tangent0 = F[points + 3]!;
  const normal1 = F[points + POINT + 2]!;
  const tangent1 = F[points + POINT + 3]!;
  collide(F, I, contact);
  const count = I[i + C_COUNT]!;
  for (let k = 0; k < count; k++) {
    const key = I[i + C_KEYS + k]!;
    const isFirst = oldCount > 0 && key0 === key;
    const isSecond = !isFirst && oldCount > 1 && key1 === key;
    F[points + POINT * k + 2] = isFirst ? normal0 : isSecond ? normal1 : 0;
    F[points + POINT * k + 3] = isFirst ? tangent0 : isSecond ? tangent1 : 0;
  }
  const isTouching = count > 0 ? 1 : 0;
  if (isTouching === wasTouching) return;
  wake(F, I, part);
  I[i + C_TOUCHING] = isTouching;
  countTouch(I, part, isTouching ? 1 : -1);
}

/** World.updateContacts: contacts of parts that are awake; those whose bounds left each other end. */
export function updateContacts(F: Float64Array, I: Int32Array): void {
  let next = -1;
  for (let contact = I[W_CONTACTS]!; contact >= 0; contact = next) {
    const i = CONTACTS_I + contact * CONTACT_I;
    next = I[i + C_NEXT]!;
    const part = I[i + C_PART]!;
    if (I[PARTS_I + part * PART_I + P_AWAKE] === 0) continue;
    if (overlap(F, I[i + C_PIECE]!, part)) updateContact(F, I, contact);
    else destroyContact(F, I, contact);
  }
}
