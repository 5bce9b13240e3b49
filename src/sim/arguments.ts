/** Throws a TypeError or a RangeError for what is no action of that size. */
export function checkAction(action: ArrayLike<number> | undefined, size: number): asserts action is ArrayLike<number> {
  if (typeof action !== 'object' || action === null || typeof action.length !== 'number')
    throw new TypeError(`step takes an action: a list of ${size} numbers from -1 to 1, one for each joint and muscle`);
  if (action.length !== size) throw new RangeError(`action has ${action.length} numbers, must have ${size}`);
  for (let j = 0; j < size; j++) {
    if (!Number.isFinite(action[j])) throw new RangeError(`action[${j}] is ${action[j]}, must be a finite number`);
  }
}

/** Throws a RangeError for what is no seed. */
export function checkSeed(seed: number): void {
  if (Number.isInteger(seed) && seed >= 0 && seed < 4294967296) return;
  throw new RangeError(`seed is ${seed}, must be a whole number from 0 to 4294967295`);
}
