import { describe, expect, test } from 'vitest';
import type { Brain } from '../../src/creature/brain.ts';
import { cpg } from '../../src/creature/brains/cpg.ts';
import { linear } from '../../src/creature/brains/linear.ts';
import { mlp } from '../../src/creature/brains/mlp.ts';
import { recurrent } from '../../src/creature/brains/recurrent.ts';

/** Actions of one policy for one observation after the other. */
function actions(brain: Brain, parameters: number[], ...observations: number[][]): number[][] {
  expect(brain.parameterCount).toBe(parameters.length);
  const policy = brain.createPolicy(Float32Array.from(parameters));
  return observations.map((observation) => {
    const action = new Float64Array(actionSize);
    policy(Float64Array.from(observation), action);
    return Array.from(action);
  });
}

let actionSize = 1;
const shape = (observations: number, actions: number, controlTimestep = 0.1) => {
  actionSize = actions;
  return { observationSize: observations, actionSize: actions, controlTimestep };
};
/** Math's own tanh and sin differ from the portable ones in the last bit at most. */
const close = (values: number[][], expected: number[][]) => {
  expect(values.length).toBe(expected.length);
  for (const [t, row] of expected.entries()) {
    for (const [j, value] of row.entries()) expect(values[t]![j]).toBeCloseTo(value, 13);
  }
};
const { tanh, sin, PI, exp } = Math;

describe('linear', () => {
  test('has its weights input by input, then the biases', () => {
    const brain = linear.build({}, shape(2, 3));
    // To the three actions: from the first observation 1 2 3, from the second 4 5 6, biases 0.25 0.5 0.75.
    close(actions(brain, [1, 2, 3, 4, 5, 6, 0.25, 0.5, 0.75], [0, 0], [0.5, 0], [0, 0.125]), [
      [tanh(0.25), tanh(0.5), tanh(0.75)],
      [tanh(0.75), tanh(1.5), tanh(2.25)],
      [tanh(0.75), tanh(1.125), tanh(1.5)],
    ]);
  });
});

describe('mlp', () => {
  const TANH = { activation: 'tanh', output: 'tanh' } as const;

  test('1-2-1 by hand', () => {
    const brain = mlp.build({ ...TANH, hidden: [2] }, shape(1, 1));
    const parameters = [0.5, -1.5, 0.25, -0.25, 2, 3, -0.5];
    const x = 0.75;
    close(actions(brain, parameters, [x]), [[tanh(2 * tanh(0.5 * x + 0.25) + 3 * tanh(-1.5 * x - 0.25) - 0.5)]]);
  });

  test('hidden neurons may be relu or linear, and outputs clipped', () => {
    const of = (activation: 'relu' | 'linear') => mlp.build({ hidden: [2], activation, output: 'clip' }, shape(1, 1));
    // Hidden sums: 2 x and -x; the action: the first less half of the second, and 0.25.
    const parameters = [2, -1, 0, 0, 1, -0.5, 0.25];
    expect(actions(of('relu'), parameters, [0.25], [-0.25], [9], [-9])).toEqual([[0.75], [0.125], [1], [-1]]);
    expect(actions(of('linear'), parameters, [0.25], [-0.25], [9], [-9])).toEqual([[0.875], [-0.375], [1], [-1]]);
  });

  test('has its layers one after the other in the genome; without hidden layers it is the linear brain', () => {
    const deep = mlp.build({ ...TANH, hidden: [1, 1] }, shape(1, 1));
    close(actions(deep, [1, 0.5, 2, 0.25, 3, 0.125], [0.5]), [[tanh(3 * tanh(2 * tanh(1) + 0.25) + 0.125)]]);
    const flat = mlp.build({ ...TANH, hidden: [] }, shape(2, 1));
    expect(actions(flat, [1, 2, 3], [0.5, 0.25])).toEqual(
      actions(linear.build({}, shape(2, 1)), [1, 2, 3], [0.5, 0.25]),
    );
  });

  test('keeps no state', () => {
    const brain = mlp.build({ ...TANH, hidden: [2] }, shape(1, 1));
    const [first, , third] = actions(brain, [1, 2, 3, 4, 5, 6, 7], [0.5], [-0.5], [0.5]);
    expect(third).toEqual(first);
  });
});

describe('recurrent', () => {
  test('its hidden neuron reads the observation, then its own last state', () => {
    const brain = recurrent.build({ hidden: 1 }, shape(1, 1));
    // Hidden: 2 of the observation, 0.5 of itself, bias 0.25. Action: 3 of the hidden, bias -0.5.
    const parameters = [2, 0.5, 0.25, 3, -0.5];
    const h1 = tanh(2 * 0.5 + 0.25);
    const h2 = tanh(2 * -1 + 0.5 * h1 + 0.25);
    const h3 = tanh(0.5 * h2 + 0.25);
    close(
      actions(brain, parameters, [0.5], [-1], [0]),
      [h1, h2, h3].map((h) => [tanh(3 * h - 0.5)]),
    );
  });

  test('all its neurons read the last state, not each other’s new one', () => {
    const brain = recurrent.build({ hidden: 2 }, shape(1, 1));
    // Each hidden neuron copies the other: [from observation] [from h1] [from h2] biases | out, bias.
    const swap = [1, 0, /* h1 */ 0, 1, /* h2 */ 1, 0, /* biases */ 0, 0, /* out */ 1, 0, 0];
    const h1 = tanh(0.5);
    close(actions(brain, swap, [0.5], [0], [0]), [[tanh(h1)], [tanh(tanh(0))], [tanh(tanh(tanh(h1)))]]);
  });
});

describe('cpg', () => {
  test('each joint follows its amplitude, phase and offset, and the clock advances by the control step', () => {
    const brain = cpg.build({ frequency: 2, feedback: false }, shape(5, 2, 0.05));
    const rate = 0.25;
    const turn = 2 * PI * 2 * exp(rate) * 0.05;
    const at = (phase: number) => [tanh(3 * 0.5 * sin(phase + PI * 3 * 0.125) + 3 * -0.25), tanh(3 * -1 * sin(phase))];
    const still = [0, 0, 0, 0, 0];
    close(actions(brain, [rate, 0.5, 0.125, -0.25, -1, 0, 0], still, still, still), [at(0), at(turn), at(2 * turn)]);
  });

  test('feedback is added to each joint and to the clock’s rate', () => {
    const brain = cpg.build({ frequency: 1, feedback: true }, shape(2, 1, 0.1));
    // Rate, amplitude, phase, offset; then for each observation: on the clock, on the joint.
    const parameters = [0, 0.5, 0, 0.125, /* first */ 2, -1, /* second */ -0.5, 0.25];
    const clockInput = 2 * 0.5 - 0.5 * 1;
    const feedback = -1 * 0.5 + 0.25 * 1;
    const turn = 2 * PI * 0.1 * (1 + 0.5 * tanh(clockInput));
    const at = (phase: number) => [tanh(1.5 * sin(phase) + 0.375 + feedback)];
    close(actions(brain, parameters, [0.5, 1], [0.5, 1]), [at(0), at(turn)]);
  });
});
