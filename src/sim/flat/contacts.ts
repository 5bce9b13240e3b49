import type { int } from '../../math/int.ts';
import {
  C_COUNT,
  C_ENABLED,
  C_FRICTION,
  C_IN_ISLAND,
  C_KNOWS_TOI,
  C_NEXT,
  C_PART,
  C_PART_NEXT,
  C_PART_PREV,
  C_PIECE,
  C_PREV,
  C_TOI,
  C_TOI_COUNT,
  C_TOUCHING,
  CONTACT,
  CONTACT_I,
} from './contact-slots.ts';
import {
  CONTACTS,
  CONTACTS_I,
  MAX_CONTACTS,
  P_AWAKE,
  P_CONTACTS,
  P_EVER,
  P_FLAG,
  P_FRICTION,
  P_REST,
  P_TOUCHES,
  PART,
  PART_I,
  PARTS,
  PARTS_I,
  W_CONTACTS,
  W_FREE,
  W_HAS_LEFT,
} from './slots.ts';

/** Body.setAwake(true). */
export function wake(F: Float64Array, I: Int32Array, part: int): void {
  I[PARTS_I + part * PART_I + P_AWAKE] = 1;
  F[PARTS + part * PART + P_REST] = 0;
}

/** What sim/part-contacts.ts counts at the begin and the end of a contact. */
export function countTouch(I: Int32Array, part: int, by: int): void {
  const p = PARTS_I + part * PART_I;
  I[p + P_TOUCHES] = I[p + P_TOUCHES]! + by;
  I[p + P_FLAG] = by > 0 ? 1 : 0;
  if (by > 0) I[p + P_EVER] = 1;
}

/** Puts all contacts of a new world into the list of unused ones. */
export function clearContacts(I: Int32Array): void {
  I[W_CONTACTS] = -1;
  I[W_FREE] = 0;
  I[W_HAS_LEFT] = 0;
  for (let k = 0; k < MAX_CONTACTS; k++) I[CONTACTS_I + k * CONTACT_I + C_NEXT] = k + 1 < MAX_CONTACTS ? k + 1 : -1;
}

/** World.createContact between a piece of ground and a part, unless there is one. */
export function createContact(F: Float64Array, I: Int32Array, piece: int, part: int): void {
  const p = PARTS_I + part * PART_I;
  const first = I[p + P_CONTACTS]!;
  for (let k = first; k >= 0; k = I[CONTACTS_I + k * CONTACT_I + C_PART_NEXT]!) {
    if (I[CONTACTS_I + k * CONTACT_I + C_PIECE] === piece) return;
  }
  const contact = I[W_FREE]!;
  if (contact < 0) {
    I[W_HAS_LEFT] = 1;
    return;
  }
  const i = CONTACTS_I + contact * CONTACT_I;
  const f = CONTACTS + contact * CONTACT;
  I[W_FREE] = I[i + C_NEXT]!;
  I[i + C_PART] = part;
  I[i + C_PIECE] = piece;
  I[i + C_TOUCHING] = 0;
  I[i + C_ENABLED] = 1;
  I[i + C_KNOWS_TOI] = 0;
  I[i + C_TOI_COUNT] = 0;
  I[i + C_IN_ISLAND] = 0;
  I[i + C_COUNT] = 0;
  F[f + C_TOI] = 1;
  F[f + C_FRICTION] = F[PARTS + part * PART + P_FRICTION]!;
  I[i + C_PART_PREV] = -1;
  I[i + C_PART_NEXT] = first;
  if (first >= 0) I[CONTACTS_I + first * CONTACT_I + C_PART_PREV] = contact;
  I[p + P_CONTACTS] = contact;
  wake(F, I, part);
  const head = I[W_CONTACTS]!;
  I[i + C_PREV] = -1;
  I[i + C_NEXT] = head;
  if (head >= 0) I[CONTACTS_I + head * CONTACT_I + C_PREV] = contact;
  I[W_CONTACTS] = contact;
}

/** World.destroyContact. */
export function destroyContact(F: Float64Array, I: Int32Array, contact: int): void {
  const i = CONTACTS_I + contact * CONTACT_I;
  const part = I[i + C_PART]!;
  unlink(I, contact, C_PREV, C_NEXT, W_CONTACTS);
  if (I[i + C_TOUCHING] !== 0) countTouch(I, part, -1);
  unlink(I, contact, C_PART_PREV, C_PART_NEXT, PARTS_I + part * PART_I + P_CONTACTS);
  if (I[i + C_COUNT]! > 0) wake(F, I, part);
  I[i + C_NEXT] = I[W_FREE]!;
  I[W_FREE] = contact;
}

/** Takes a contact out of one of its two lists; `head` is where the list's first one is kept. */
function unlink(I: Int32Array, contact: int, prevSlot: int, nextSlot: int, head: int): void {
  const i = CONTACTS_I + contact * CONTACT_I;
  const prev = I[i + prevSlot]!;
  const next = I[i + nextSlot]!;
  if (prev >= 0) I[CONTACTS_I + prev * CONTACT_I + nextSlot] = next;
  else I[head] = next;
  if (next >= 0) I[CONTACTS_I + next * CONTACT_I + prevSlot] = prev;
}
