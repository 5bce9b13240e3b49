import { describe, expect, test } from 'vitest';
import { initialStepRuleState, nextStep, type StepRuleState } from '../../src/evo/step-rule.ts';

/** Sums of seven ClipUp steps with rate 0.1, and with rate 0.2 and top speed 0.3. */
const CLIPUP = [0.522385720709, 0.303736291268, 0.509004303424];
const CLIPUP_FAST = [0.705795177305, 0.304837436189, 0.749730541515];

type Options = Parameters<typeof nextStep>[2];

/** The steps up one gradient after the other. */
function steps(gradients: number[][], options: Options): Float64Array[] {
  let ruleState: StepRuleState = initialStepRuleState(gradients[0]!.length);
  return gradients.map((gradient) => {
    const made = nextStep(ruleState, Float64Array.from(gradient), options);
    ruleState = made.ruleState;
    return made.step;
  });
}

function expectSteps(found: Float64Array[], expected: number[][], digits = 12): void {
  expect(found.length).toBe(expected.length);
  for (const [t, step] of found.entries())
    for (const [i, value] of step.entries()) expect(value, `step ${t + 1}`).toBeCloseTo(expected[t]![i]!, digits);
}

test('sgd multiplies the gradient by the rate', () => {
  expectSteps(steps([[2, -4], [1, 0]], { rule: 'sgd', rate: 0.5 }), [[1, -2], [0.5, 0]]); // biome-ignore format: a table
});

describe('Adam by hand', () => {
  test('the first step has the length of the rate for any gradient', () => {
    for (const gradient of [1e-2, 1, 500]) expectSteps(steps([[gradient]], { rule: 'adam', rate: 0.1 }), [[0.1]], 4);
    expectSteps(steps([[0]], { rule: 'adam', rate: 0.1 }), [[0]]);
  });

  test('the second step', () => {
    // m = 0.2, then 0.9 * 0.2 - 0.1 = 0.08; v = 0.004, then 0.999 * 0.004 + 0.001 = 0.004996.
    const first = (((0.1 * Math.sqrt(0.001)) / 0.1) * 0.2) / (Math.sqrt(0.004) + 1e-8);
    const second = (((0.1 * Math.sqrt(1 - 0.998001)) / 0.19) * 0.08) / (Math.sqrt(0.004996) + 1e-8);
    expect(second).toBeCloseTo(0.0266, 4);
    expectSteps(steps([[2], [-1]], { rule: 'adam', rate: 0.1 }), [[first], [second]]);
  });
});

describe('ClipUp by hand', () => {
  test('adds scaled gradients to the velocity, up to the top speed of twice the rate', () => {
    const gradients = [[3, 4], [30, 40], [0.3, 0.4], [-4, 3], [0, 0]]; // biome-ignore format: a table
    const last = 0.2 / Math.sqrt(0.028 * 0.028 + 0.204 * 0.204);
    expectSteps(steps(gradients, { rule: 'clipup', rate: 0.1 }), [
      [0.06, 0.08],
      [0.9 * 0.06 + 0.06, 0.9 * 0.08 + 0.08], // length 0.19
      [0.12, 0.16], // length 0.271 without the clip
      [last * 0.028, last * 0.204], // 0.9 (0.12, 0.16) + (-0.08, 0.06)
      [0.9 * last * 0.028, 0.9 * last * 0.204], // a zero gradient only decays the velocity
    ]);
  });

  test('with a given top speed', () => {
    // 0.75, then 0.675 + 0.75 clipped to 1, then 0.9 - 0.75.
    expectSteps(steps([[9], [1], [-5]], { rule: 'clipup', rate: 0.75, topSpeed: 1 }), [[0.75], [1], [0.15]]);
  });

  /** Three dimensions, seven gradients that change direction; computed with another program. */
  test('matches another program over seven steps', () => {
    const gradients = [[1, 1, 1], [1, 1, 1], [1, 1, 0], [1, 0, 1], [-1, -3, 0], [-4, -1, 0], [0, 0, -2]]; // biome-ignore format: a table
    const sum = (rate: number, topSpeed?: number) =>
      steps(gradients, { rule: 'clipup', rate, ...(topSpeed && { topSpeed }) }).reduce((at, step) =>
        at.map((x, i) => x + step[i]!),
      );
    for (const [i, x] of CLIPUP.entries()) expect(sum(0.1)[i]).toBeCloseTo(x, 10);
    for (const [i, x] of CLIPUP_FAST.entries()) expect(sum(0.2, 0.3)[i]).toBeCloseTo(x, 10);
  });
});
