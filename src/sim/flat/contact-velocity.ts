import type { int } from '../../math/int.ts';
import { clamp } from './clamp.ts';
import {
  C_FRICTION,
  C_K11,
  C_K12,
  C_K22,
  C_M11,
  C_M12,
  C_M22,
  C_NX,
  C_NY,
  C_PART,
  C_SOLVED,
  C_SOLVED_COUNT,
  CONTACT,
  CONTACT_I,
  SOLVED,
  V_NORMAL,
  V_NORMAL_MASS,
  V_RX,
  V_RY,
  V_TANGENT,
  V_TANGENT_MASS,
} from './contact-slots.ts';
import { CONTACTS, CONTACTS_I, P_INV_I, P_INV_MASS, PART, PARTS, VELOCITY } from './slots.ts';

/**
 * Contact.solveVelocityConstraint (b2ContactSolver::SolveVelocityConstraints; `solveVelocityConstraint` in planck/) with ground
 * that has no mass and no velocity: its terms are left out, which changes no bit as long as no velocity is -0. A sum is -0 only if
 * both of its terms are, so a velocity that does not begin as -0 never becomes it (`hasMinusZero`).
 */
export function solveContact(F: Float64Array, I: Int32Array, contact: int): void {
  const i = CONTACTS_I + contact * CONTACT_I;
  const f = CONTACTS + contact * CONTACT;
  const part = I[i + C_PART]!;
  const mass = F[PARTS + part * PART + P_INV_MASS]!;
  const inertia = F[PARTS + part * PART + P_INV_I]!;
  const at = VELOCITY + 3 * part;
  const nx = F[f + C_NX]!;
  const ny = F[f + C_NY]!;
  const friction = F[f + C_FRICTION]!;
  const count = I[i + C_SOLVED_COUNT]!;
  let vx = F[at]!;
  let vy = F[at + 1]!;
  let w = F[at + 2]!;
  const one = f + C_SOLVED;
  const two = one + SOLVED;

  // Friction first, as in Box2D: the normal constraints are solved last because penetration is worse than sliding.
  for (let v = one; v < one + SOLVED * count; v += SOLVED) {
    const rx = F[v + V_RX]!;
    const ry = F[v + V_RY]!;
    const most = friction * F[v + V_NORMAL]!;
    const before = F[v + V_TANGENT]!;
    const wanted = before - F[v + V_TANGENT_MASS]! * ((vx - w * ry) * ny + (vy + w * rx) * -nx);
    const impulse = clamp(wanted, -most, most);
    F[v + V_TANGENT] = impulse;
    const change = impulse - before;
    const x = change * ny;
    const y = change * -nx;
    vx += mass * x;
    vy += mass * y;
    w += inertia * (rx * y - ry * x);
  }

  if (count === 2) {
    const rx1 = F[one + V_RX]!;
    const ry1 = F[one + V_RY]!;
    const rx2 = F[two + V_RX]!;
    const ry2 = F[two + V_RY]!;
    const before1 = F[one + V_NORMAL]!;
    const before2 = F[two + V_NORMAL]!;
    const k12 = F[f + C_K12]!;
    const speed1 = (vx - w * ry1) * nx + (vy + w * rx1) * ny;
    const speed2 = (vx - w * ry2) * nx + (vy + w * rx2) * ny;
    const goal1 = speed1 - (F[f + C_K11]! * before1 + k12 * before2);
    const goal2 = speed2 - (k12 * before1 + F[f + C_K22]! * before2);
    let x1 = -(F[f + C_M11]! * goal1 + F[f + C_M12]! * goal2);
    let x2 = -(F[f + C_M12]! * goal1 + F[f + C_M22]! * goal2);
    let isSolved = x1 >= 0 && x2 >= 0;
    if (!isSolved) {
      x1 = -F[one + V_NORMAL_MASS]! * goal1;
      x2 = 0;
      isSolved = x1 >= 0 && k12 * x1 + goal2 >= 0;
    }
    if (!isSolved) {
      x1 = 0;
      x2 = -F[two + V_NORMAL_MASS]! * goal2;
      isSolved = x2 >= 0 && k12 * x2 + goal1 >= 0;
    }
    if (!isSolved) {
      x1 = 0;
      x2 = 0;
      isSolved = goal1 >= 0 && goal2 >= 0;
    }
    if (isSolved) {
      const change1 = x1 - before1;
      const change2 = x2 - before2;
      const p1x = change1 * nx;
      const p1y = change1 * ny;
      const p2x = change2 * nx;
      const p2y = change2 * ny;
      vx = mass * p1x + mass * p2x + vx;
      vy = mass * p1y + mass * p2y + vy;
      w += inertia * (rx1 * p1y - ry1 * p1x + (rx2 * p2y - ry2 * p2x));
      F[one + V_NORMAL] = x1;
      F[two + V_NORMAL] = x2;
    }
  } else {
    const rx = F[one + V_RX]!;
    const ry = F[one + V_RY]!;
    const before = F[one + V_NORMAL]!;
    const wanted = before - F[one + V_NORMAL_MASS]! * ((vx - w * ry) * nx + (vy + w * rx) * ny);
    const impulse = Math.max(wanted, 0);
    F[one + V_NORMAL] = impulse;
    const change = impulse - before;
    const x = change * nx;
    const y = change * ny;
    vx += mass * x;
    vy += mass * y;
    w += inertia * (rx * y - ry * x);
  }
  F[at] = vx;
  F[at + 1] = vy;
  F[at + 2] = w;
}
