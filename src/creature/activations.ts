import { exp, sin, tanh } from '../math/portable.ts';
import { RATE_LIMIT } from './brains/rate-limit.ts';
import { incomingOf, type Wiring, type WiringNode } from './wiring.ts';

const squash = {
  tanh,
  relu: (sum: number) => Math.max(0, sum),
  linear: (sum: number) => sum,
  clip: (sum: number) => Math.max(-1, Math.min(sum, 1)),
};

/** Each number of a node's own, by its name. */
const ownOf = ({ knobs }: WiringNode, parameters: ArrayLike<number>) =>
  Object.fromEntries(knobs.map(({ name, parameter }) => [name, parameters[parameter] as number]));

/**
 * What every node says at every step of a life, step by step: the policy's own arithmetic in its own order, so outputs are its
 * actions to the last bit. `felt` is what the brain was given at each step, one after the other.
 */
export function activationsOf(wiring: Wiring, parameters: ArrayLike<number>, felt: Float64Array): Float64Array {
  const { nodes, beat, kickSteps = 0 } = wiring;
  const size = nodes.length;
  const inputCount = nodes.filter(({ kind }) => kind === 'input').length;
  const stepCount = Math.floor(felt.length / inputCount);
  const values = new Float64Array(stepCount * size);
  const incoming = incomingOf(wiring);
  const own = nodes.map((node) => ownOf(node, parameters));
  let phase = 0;
  for (let step = 0; step < stepCount; step++) {
    const at = step * size;
    let hurry = 0;
    for (const [k, { answer, source = 0, kick = 0 }] of nodes.entries()) {
      const { bias, amplitude = 0, phase: lead = 0, offset = 0 } = own[k] as Record<string, number>;
      if (answer === 'felt') {
        values[at + k] = felt[step * inputCount + k] as number;
      } else if (answer === 'remembered') {
        values[at + k] = step === 0 ? 0 : (values[at - size + source] as number);
      } else if (answer === 'kick') {
        values[at + k] = step < kickSteps ? kick : 0;
      } else if (answer === 'wave') {
        values[at + k] = 3 * amplitude * sin(phase + Math.PI * 3 * lead) + 3 * offset;
      } else {
        const start = nodes[k]?.source === undefined ? 0 : (values[at + source] as number);
        let sum = bias ?? start;
        for (const { from, parameter } of incoming[k] as Wiring['connections'])
          sum += (values[at + from] as number) * (parameters[parameter] as number);
        if (answer === 'clock') hurry = sum;
        values[at + k] = answer === 'clock' ? sin(phase) : squash[answer](sum);
      }
    }
    const rate = nodes.findIndex(({ kind }) => kind === 'clock');
    if (beat === undefined || rate < 0) continue;
    const pace = exp(Math.max(-RATE_LIMIT, Math.min(RATE_LIMIT, own[rate]?.rate as number)));
    phase += 2 * Math.PI * beat.frequency * pace * beat.controlTimestep * (1 + 0.5 * tanh(hurry));
  }
  return values;
}
