import { describe, expect, test } from 'vitest';
import { atRest, type StepSize, stepUp } from '../../src/evo/step-rule.ts';

/** Where seven steps of 0.1, and of 0.2 at 0.3 at most, end. */
const CLIPUP = [0.522385720709, 0.303736291268, 0.509004303424];
const CLIPUP_FAST = [0.705795177305, 0.304837436189, 0.749730541515];

type How = Parameters<typeof stepUp>[2];

/** The steps up one gradient after the other. */
function steps(gradients: number[][], how: How): Float64Array[] {
  let stride: StepSize = atRest((gradients[0] as number[]).length);
  return gradients.map((gradient) => {
    const made = stepUp(stride, Float64Array.from(gradient), how);
    stride = made.stride;
    return made.step;
  });
}

function expectSteps(found: Float64Array[], expected: number[][], digits = 12): void {
  expect(found.length).toBe(expected.length);
  for (const [t, step] of found.entries())
    for (const [i, value] of step.entries())
      expect(value, `step ${t + 1}`).toBeCloseTo(expected[t]?.[i] as number, digits);
}

test('sgd steps by the slope', () => {
  expectSteps(steps([[2, -4], [1, 0]], { rule: 'sgd', rate: 0.5 }), [[1, -2], [0.5, 0]]); // biome-ignore format: a table
});

describe('Adam by hand', () => {
  test('begins with a step of its rate whatever the slope', () => {
    for (const slope of [1e-2, 1, 500]) expectSteps(steps([[slope]], { rule: 'adam', rate: 0.1 }), [[0.1]], 4);
    expectSteps(steps([[0]], { rule: 'adam', rate: 0.1 }), [[0]]);
  });

  test('and goes on', () => {
    // m = 0.2, then 0.9 * 0.2 - 0.1 = 0.08; v = 0.004, then 0.999 * 0.004 + 0.001 = 0.004996.
    const first = (((0.1 * Math.sqrt(0.001)) / 0.1) * 0.2) / (Math.sqrt(0.004) + 1e-8);
    const second = (((0.1 * Math.sqrt(1 - 0.998001)) / 0.19) * 0.08) / (Math.sqrt(0.004996) + 1e-8);
    expect(second).toBeCloseTo(0.0266, 4);
    expectSteps(steps([[2], [-1]], { rule: 'adam', rate: 0.1 }), [[first], [second]]);
  });
});

describe('ClipUp by hand', () => {
  test('pushes by its rate, gathers speed and keeps to the top speed, twice the rate', () => {
    const gradients = [[3, 4], [30, 40], [0.3, 0.4], [-4, 3], [0, 0]]; // biome-ignore format: a table
    const last = 0.2 / Math.sqrt(0.028 * 0.028 + 0.204 * 0.204);
    expectSteps(steps(gradients, { rule: 'clipup', rate: 0.1 }), [
      [0.06, 0.08],
      [0.9 * 0.06 + 0.06, 0.9 * 0.08 + 0.08], // length 0.19
      [0.12, 0.16], // length 0.271 without the clip
      [last * 0.028, last * 0.204], // 0.9 (0.12, 0.16) + (-0.08, 0.06)
      [0.9 * last * 0.028, 0.9 * last * 0.204], // on flat ground it rolls out
    ]);
  });

  test('with a top speed of its own', () => {
    // Pushes of 0.75: 0.75 at once, then 0.675 + 0.75 is clipped to 1, turning about 0.9 - 0.75.
    expectSteps(steps([[9], [1], [-5]], { rule: 'clipup', rate: 0.75, topSpeed: 1 }), [[0.75], [1], [0.15]]);
  });

  /** Three dimensions, seven gradients that turn about, worked out with another program. */
  test('follows a longer way', () => {
    const gradients = [[1, 1, 1], [1, 1, 1], [1, 1, 0], [1, 0, 1], [-1, -3, 0], [-4, -1, 0], [0, 0, -2]]; // biome-ignore format: a table
    const sum = (rate: number, topSpeed?: number) =>
      steps(gradients, { rule: 'clipup', rate, ...(topSpeed && { topSpeed }) }).reduce((at, step) =>
        at.map((x, i) => x + (step[i] as number)),
      );
    for (const [i, x] of CLIPUP.entries()) expect(sum(0.1)[i]).toBeCloseTo(x, 10);
    for (const [i, x] of CLIPUP_FAST.entries()) expect(sum(0.2, 0.3)[i]).toBeCloseTo(x, 10);
  });
});
