import type { int } from '../../math/int.ts';
import { synchronize } from './broad-phase.ts';
import { solveIsland } from './island.ts';
import { J_A, J_B, JOINT_I } from './joint-slots.ts';
import {
  ISLAND_JOINTS,
  ISLAND_PARTS,
  JOINTS_I,
  NEXT_END,
  P_AWAKE,
  P_ENDS,
  P_IN_ISLAND,
  PART_I,
  PARTS_I,
  STACK,
  W_ISLAND_JOINTS,
  W_ISLAND_PARTS,
  W_PARTS,
  W_SEED,
} from './slots.ts';

/**
 * Solver.solveWorld: wakes and solves each island that has a part awake. Ground joins no islands, so an island is what joints
 * hold together; it depends on the part that is found awake first in which order it is solved.
 */
export function solveIslands(F: Float64Array, I: Int32Array): void {
  const parts = I[W_PARTS]!;
  for (let k = 0; k < parts; k++) I[PARTS_I + k * PART_I + P_IN_ISLAND] = 0;
  // planck's list of bodies begins with the last one created.
  for (let seed = parts - 1; seed >= 0; seed--) {
    const p = PARTS_I + seed * PART_I;
    if (I[p + P_IN_ISLAND] !== 0 || I[p + P_AWAKE] === 0) continue;
    if (I[W_SEED] !== seed) findIsland(I, seed);
    for (let k = 0; k < I[W_ISLAND_PARTS]!; k++) {
      const member = PARTS_I + I[ISLAND_PARTS + k]! * PART_I;
      I[member + P_IN_ISLAND] = 1;
      I[member + P_AWAKE] = 1;
    }
    solveIsland(F, I);
  }
  for (let k = 0; k < parts; k++) if (I[PARTS_I + k * PART_I + P_IN_ISLAND] !== 0) synchronize(F, I, k);
}

/** Depth-first search from a part along the joints, in planck's order. */
function findIsland(I: Int32Array, seed: int): void {
  I[W_SEED] = seed;
  let partCount = 0;
  let jointCount = 0;
  let height = 1;
  I[STACK] = seed;
  while (height > 0) {
    height--;
    const part = I[STACK + height]!;
    I[ISLAND_PARTS + partCount] = part;
    partCount++;
    for (let end = I[PARTS_I + part * PART_I + P_ENDS]!; end >= 0; end = I[NEXT_END + end]!) {
      const joint = end >> 1;
      if (has(I, ISLAND_JOINTS, jointCount, joint)) continue;
      I[ISLAND_JOINTS + jointCount] = joint;
      jointCount++;
      const i = JOINTS_I + joint * JOINT_I;
      const other = (end & 1) === 0 ? I[i + J_B]! : I[i + J_A]!;
      if (has(I, ISLAND_PARTS, partCount, other) || has(I, STACK, height, other)) continue;
      I[STACK + height] = other;
      height++;
    }
  }
  I[W_ISLAND_PARTS] = partCount;
  I[W_ISLAND_JOINTS] = jointCount;
}

/** Whether a value is among the first `count` numbers of a list. */
function has(I: Int32Array, list: int, count: int, value: int): boolean {
  for (let k = list; k < list + count; k++) if (I[k] === value) return true;
  return false;
}
