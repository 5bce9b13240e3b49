import { cos, sin } from '../../math/portable.ts';
import { type Motion, push, type Rows } from './motion.ts';
import type { Bulk, Hinge } from './physique.ts';
import { turned } from './vectors.ts';

/** What a hinge has of slack before it is pulled straight: metres, radians; and the most it is turned back at once. */
const SLACK = 0.005;
const ANGLE_SLACK = Math.PI / 90;
const MOST_TURN = Math.PI / 22.5;

/** A hinge made ready for one step: arms from both centres of mass to it, and how all answers to an impulse there. */
export interface Ready {
  hinge: Hinge;
  arms: Arms;
  /** The symmetric 3 x 3 matrix of what an impulse (x, y, turn) changes in the drift (x, y, turn). */
  answer: Answer;
  /** rad/s it strives for, and N·m·s it has to get there. */
  goal: number;
  most: number;
}

interface Arms {
  ax: number;
  ay: number;
  bx: number;
  by: number;
}

const NO_ARMS: Arms = { ax: 0, ay: 0, bx: 0, by: 0 };

interface Answer {
  xx: number;
  xy: number;
  yy: number;
  xz: number;
  yz: number;
  zz: number;
}

function armsOf({ parent, child, sockets }: Hinge, { angle }: Rows): Arms {
  const [a, b] = [angle[parent] as number, angle[child] as number];
  const [ax, ay] = turned(sockets[0], cos(a), sin(a));
  const [bx, by] = turned(sockets[1], cos(b), sin(b));
  return { ax, ay, bx, by };
}

function answerOf({ parent, child }: Hinge, bulks: readonly Bulk[], { ax, ay, bx, by }: Arms): Answer {
  const [a, b] = [bulks[parent] as Bulk, bulks[child] as Bulk];
  const mass = a.inverseMass + b.inverseMass;
  const [iA, iB] = [a.inverseInertia, b.inverseInertia];
  return {
    xx: mass + iA * ay * ay + iB * by * by,
    xy: -iA * ax * ay - iB * bx * by,
    yy: mass + iA * ax * ax + iB * bx * bx,
    xz: -iA * ay - iB * by,
    yz: iA * ax + iB * bx,
    zz: iA + iB,
  };
}

const bend = ({ parent, child, rest }: Hinge, { angle }: Rows) =>
  (angle[child] as number) - (angle[parent] as number) - rest;

/** The impulse against a drift that does not turn. */
function against({ xx, xy, yy }: Answer, x: number, y: number): [number, number] {
  const scale = 1 / (xx * yy - xy * xy);
  return [scale * (yy * -x - xy * -y), scale * (xx * -y - xy * -x)];
}

/** The impulse against a drift that turns as well. */
function againstAll({ xx, xy, yy, xz, yz, zz }: Answer, x: number, y: number, z: number): [number, number, number] {
  const [cx, cy, cz] = [yy * zz - yz * yz, yz * xz - xy * zz, xy * yz - yy * xz];
  const scale = -1 / (xx * cx + xy * cy + xz * cz);
  return [
    scale * (x * cx + y * cy + z * cz),
    scale * (xx * (y * zz - z * yz) + xy * (z * xz - x * zz) + xz * (x * yz - y * xz)),
    scale * (xx * (yy * z - yz * y) + xy * (yz * x - xy * z) + xz * (xy * y - yy * x)),
  ];
}

/** One part this way and the other that way. */
function pushBoth(
  bulks: readonly Bulk[],
  rows: Rows,
  { parent, child }: Hinge,
  { ax, ay, bx, by }: Arms,
  [x, y, turn]: readonly [number, number, number],
): void {
  push(bulks[parent] as Bulk, rows, parent, ax, ay, -x, -y, -turn);
  push(bulks[child] as Bulk, rows, child, bx, by, x, y, turn);
}

/** @param effort of its motor, in [-1, 1]. It begins with what it pushed with in the last step. */
export function readied(hinge: Hinge, motion: Motion, effort: number, timestep: number): Ready {
  const { bulks, place, velocity } = motion;
  const arms = armsOf(hinge, place);
  const { limits, pull, torque, speed } = hinge;
  const angle = bend(hinge, place);
  const side = angle <= limits[0] ? -1 : angle >= limits[1] ? 1 : 0;
  if (side === 0 || side !== hinge.side) hinge.stop = 0;
  hinge.side = side;
  pushBoth(bulks, velocity, hinge, arms, [pull.x, pull.y, hinge.drive + hinge.stop]);
  return {
    hinge,
    arms,
    answer: answerOf(hinge, bulks, arms),
    goal: effort < 0 ? -speed : speed,
    most: Math.min(1, Math.abs(effort)) * torque * timestep,
  };
}

/** One go at holding it together, with the motor first; at a limit all at once (b2RevoluteJoint). */
export function holdTogether({ hinge, arms, answer, goal, most }: Ready, { bulks, velocity }: Motion): void {
  const { parent, child, pull } = hinge;
  const { x: vx, y: vy, angle: omega } = velocity;
  const before = hinge.drive;
  const wished = before - ((omega[child] as number) - (omega[parent] as number) - goal) / answer.zz;
  hinge.drive = Math.max(-most, Math.min(most, wished));
  pushBoth(bulks, velocity, hinge, arms, [0, 0, hinge.drive - before]);

  const [wA, wB] = [omega[parent] as number, omega[child] as number];
  const driftX = (vx[child] as number) - wB * arms.by - ((vx[parent] as number) - wA * arms.ay);
  const driftY = (vy[child] as number) + wB * arms.bx - ((vy[parent] as number) + wA * arms.ax);
  let [x, y, z] = [0, 0, 0];
  if (hinge.side === 0) [x, y] = against(answer, driftX, driftY);
  else {
    [x, y, z] = againstAll(answer, driftX, driftY, wB - wA);
    if (hinge.side * (hinge.stop + z) > 0) {
      // A limit only pushes: without it, the hinge alone has to take what is left.
      z = -hinge.stop;
      [x, y] = against(answer, driftX + z * answer.xz, driftY + z * answer.yz);
    }
    hinge.stop += z;
  }
  pull.x += x;
  pull.y += y;
  pushBoth(bulks, velocity, hinge, arms, [x, y, z]);
}

/** Turns it back within its limits and pulls it together. Whether it was straight enough before. */
export function straighten(hinge: Hinge, { bulks, place }: Motion): boolean {
  const { parent, child, limits, side } = hinge;
  let isBent = false;
  if (side !== 0) {
    const over = side * (bend(hinge, place) - (side < 0 ? limits[0] : limits[1]));
    isBent = over > ANGLE_SLACK;
    const back = Math.max(0, Math.min(MOST_TURN, over - ANGLE_SLACK));
    const { zz } = answerOf(hinge, bulks, NO_ARMS);
    pushBoth(bulks, place, hinge, NO_ARMS, [0, 0, (-side * back) / zz]);
  }
  const arms = armsOf(hinge, place);
  const gapX = (place.x[child] as number) + arms.bx - ((place.x[parent] as number) + arms.ax);
  const gapY = (place.y[child] as number) + arms.by - ((place.y[parent] as number) + arms.ay);
  const [x, y] = against(answerOf(hinge, bulks, arms), gapX, gapY);
  pushBoth(bulks, place, hinge, arms, [x, y, 0]);
  return !isBent && gapX * gapX + gapY * gapY <= SLACK * SLACK;
}
