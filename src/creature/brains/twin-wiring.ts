import type { View } from '../views.ts';
import type { Wiring, WiringConnection, WiringNode } from '../wiring.ts';
import { denseCount } from './dense.ts';

/** Node places of one view: those that its net reads, then each hidden layer. */
interface Copy {
  view: View;
  layers: number[][];
}

/**
 * The net as often as there are views, between the same inputs and outputs: each number of the genome stands in every copy.
 * @param sizes layers of the net, its inputs with the kick first. @param kick how large it is, and how many steps it lasts.
 */
export function twinWiring(
  views: readonly View[],
  sizes: readonly number[],
  kick: { size: number; steps: number },
): Wiring {
  const observationSize = (sizes[0] as number) - 1;
  const last = sizes.length - 1;
  const nodes: WiringNode[] = [];
  const connections: WiringConnection[] = [];
  const starts = sizes.map((_, i) =>
    sizes.slice(0, i).reduce((sum, size, k) => (k === 0 ? 0 : sum + denseCount(sizes[k - 1] as number, size)), 0),
  );
  const add = (node: Omit<WiringNode, 'id'>): number => nodes.push({ ...node, id: nodes.length }) - 1;
  const bias = (layer: number, unit: number) => {
    const inputs = sizes[layer - 1] as number;
    return { name: 'bias', parameter: (starts[layer] as number) + inputs * (sizes[layer] as number) + unit };
  };
  /** Connects all nodes below to a node that is unit `unit` of its layer. */
  const connect = (below: readonly number[], to: number, layer: number, unit: number) => {
    for (const [i, from] of below.entries())
      connections.push({ from, to, parameter: (starts[layer] as number) + i * (sizes[layer] as number) + unit });
  };

  for (let index = 0; index < observationSize; index++)
    add({ kind: 'input', index, depth: 0, answer: 'felt', knobs: [] });
  const copies = views.map((view, index): Copy => {
    const kicked = add({ kind: 'kick', index, depth: 0, answer: 'kick', knobs: [], kick: view.sign * kick.size });
    return { view, layers: [[...view.senses, kicked]] };
  });
  let hiddenCount = 0;
  for (let layer = 1; layer < last; layer++) {
    for (const { layers } of copies) {
      const below = layers[layer - 1] as number[];
      const units = Array.from({ length: sizes[layer] as number }, (_, unit) => {
        const place = add({
          kind: 'hidden',
          index: hiddenCount++,
          depth: layer,
          answer: 'tanh',
          knobs: [bias(layer, unit)],
        });
        connect(below, place, layer, unit);
        return place;
      });
      layers.push(units);
    }
  }
  const jointCount = new Set(views.flatMap(({ joints }) => joints)).size;
  for (let index = 0; index < jointCount; index++) {
    const unit = copies.map(({ view }) => view.joints.indexOf(index)).find((at) => at >= 0) as number;
    const place = add({ kind: 'output', index, depth: last, answer: 'tanh', knobs: [bias(last, unit)] });
    for (const { view, layers } of copies)
      if (view.joints[unit] === index) connect(layers[last - 1] as number[], place, last, unit);
  }
  return { nodes, connections, kickSteps: kick.steps };
}
