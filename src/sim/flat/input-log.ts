import type { Physics } from '../physics.ts';

/** What was done to a world, in order, to be done again to another one. */
export interface InputLog {
  step(): void;
  drive(action: Float64Array): void;
  push(vx: number, vy: number): void;
  force(part: number, fx: number, fy: number): void;
  twist(part: number, torque: number): void;
  /** Does everything again. */
  replay(physics: Physics): void;
}

/** Codes of the inputs, each followed by its numbers; a positive number counts steps. */
const DRIVE = -1;
const PUSH = -2;
const FORCE = -3;
const TWIST = -4;

const FIRST_LENGTH = 1024;

export function createInputLog(actionSize: number): InputLog {
  let numbers = new Float64Array(FIRST_LENGTH);
  let length = 0;
  let isCounting = false;
  /** Makes room for an input and the count of steps after it. */
  const add = (code: number, ...values: number[]) => {
    reserve(values.length);
    numbers[length++] = code;
    for (const value of values) numbers[length++] = value;
    isCounting = false;
  };
  const reserve = (count: number) => {
    if (length + count + 2 <= numbers.length) return;
    const longer = new Float64Array(2 * numbers.length + count);
    longer.set(numbers);
    numbers = longer;
  };
  return {
    step() {
      if (isCounting) {
        numbers[length - 1]!++;
        return;
      }
      reserve(0);
      numbers[length++] = 1;
      isCounting = true;
    },
    drive(action) {
      reserve(actionSize);
      numbers[length++] = DRIVE;
      for (let j = 0; j < actionSize; j++) numbers[length++] = action[j]!;
      isCounting = false;
    },
    push: (vx, vy) => add(PUSH, vx, vy),
    force: (part, fx, fy) => add(FORCE, part, fx, fy),
    twist: (part, torque) => add(TWIST, part, torque),
    replay(physics) {
      for (let at = 0; at < length; ) {
        const code = numbers[at++]!;
        const [a, b, c] = [numbers[at]!, numbers[at + 1]!, numbers[at + 2]!];
        if (code === DRIVE) {
          physics.drive(numbers.slice(at, at + actionSize));
          at += actionSize;
        } else if (code === PUSH) {
          physics.push(a, b);
          at += 2;
        } else if (code === FORCE) {
          physics.force(a, b, c);
          at += 3;
        } else if (code === TWIST) {
          physics.twist(a, b);
          at += 2;
        } else for (let n = 0; n < code; n++) physics.step();
      }
    },
  };
}
