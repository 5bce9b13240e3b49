import { exp, sin, tanh } from '../math/portable.ts';
import { RATE_LIMIT } from './brains/rate-limit.ts';
import { incomingOf, type Wiring, type WiringNode } from './wiring.ts';

const squash = {
  tanh,
  relu: (sum: number) => Math.max(0, sum),
  linear: (sum: number) => sum,
  clip: (sum: number) => Math.max(-1, Math.min(sum, 1)),
};

/** A node's own parameters by name. */
const ownParameters = (node: WiringNode, genome: ArrayLike<number>) =>
  Object.fromEntries(node.parameters.map(({ name, parameter }) => [name, genome[parameter]!]));

/**
 * The value of every node at every control step, step by step. It repeats the policy's arithmetic in the same order, so
 * output values equal its actions to the last bit.
 * @param observations the policy's input at each control step, one after the other.
 */
export function computeActivations(
  wiring: Wiring,
  genome: ArrayLike<number>,
  observations: Float64Array,
): Float64Array {
  const { nodes, beat, kickSteps = 0 } = wiring;
  const size = nodes.length;
  const inputCount = nodes.filter(({ kind }) => kind === 'input').length;
  const stepCount = Math.floor(observations.length / inputCount);
  const values = new Float64Array(stepCount * size);
  const incoming = incomingOf(wiring);
  const own = nodes.map((node) => ownParameters(node, genome));
  const clock = nodes.findIndex(({ kind }) => kind === 'clock');
  let phase = 0;
  for (let step = 0; step < stepCount; step++) {
    const at = step * size;
    let clockInput = 0;
    for (const [k, { activation, source, kick = 0 }] of nodes.entries()) {
      const { bias, amplitude = 0, phase: lead = 0, offset = 0 } = own[k] as Record<string, number>;
      if (activation === 'input') {
        values[at + k] = observations[step * inputCount + k]!;
      } else if (activation === 'opposite') {
        values[at + k] = -values[at + source!]!;
      } else if (activation === 'memory') {
        values[at + k] = step === 0 ? 0 : values[at - size + source!]!;
      } else if (activation === 'kick') {
        values[at + k] = step < kickSteps ? kick : 0;
      } else if (activation === 'wave') {
        values[at + k] = 3 * amplitude * sin(phase + Math.PI * 3 * lead) + 3 * offset;
      } else {
        let sum = bias ?? (source === undefined ? 0 : values[at + source]!);
        for (const { from, parameter } of incoming[k]!) sum += values[at + from]! * genome[parameter]!;
        if (activation === 'clock') clockInput = sum;
        values[at + k] = activation === 'clock' ? sin(phase) : squash[activation](sum);
      }
    }
    if (beat === undefined || clock < 0) continue;
    const rate = exp(Math.max(-RATE_LIMIT, Math.min(RATE_LIMIT, own[clock]?.rate as number)));
    phase += 2 * Math.PI * beat.frequency * rate * beat.controlTimestep * (1 + 0.5 * tanh(clockInput));
  }
  return values;
}
