import type { Wiring, WiringConnection, WiringNode } from '../wiring.ts';
import { denseCount } from './dense.ts';

type Squash = 'tanh' | 'relu' | 'linear' | 'clip';

/** Graph of dense layers with the parameters in the order of `dense`. `sizes` begins with the number of inputs. */
export function denseWiring(sizes: readonly number[], hidden: Squash, output: Squash): Wiring {
  const nodes: WiringNode[] = [];
  const connections: WiringConnection[] = [];
  const last = sizes.length - 1;
  let at = 0;
  let hiddenCount = 0;
  for (const [depth, size] of sizes.entries()) {
    const inputs = sizes[depth - 1] ?? 0;
    const first = nodes.length;
    for (let j = 0; j < size; j++) {
      const parameters = depth === 0 ? [] : [{ name: 'bias', parameter: at + inputs * size + j }];
      const common = { id: first + j, depth, parameters };
      if (depth === 0) nodes.push({ ...common, kind: 'input', index: j, activation: 'input' });
      else if (depth === last) nodes.push({ ...common, kind: 'output', index: j, activation: output });
      else nodes.push({ ...common, kind: 'hidden', index: hiddenCount++, activation: hidden });
      for (let i = 0; i < inputs; i++)
        connections.push({ from: first - inputs + i, to: first + j, parameter: at + i * size + j });
    }
    if (depth > 0) at += denseCount(inputs, size);
  }
  return { nodes, connections };
}
