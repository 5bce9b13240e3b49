import type { View } from '../views.ts';
import type { Wiring, WiringConnection, WiringNode } from '../wiring.ts';
import { denseCount } from './dense.ts';

/** Indices of the nodes of one view: the inputs of its net, then each hidden layer. */
interface Copy {
  view: View;
  layers: number[][];
}

/**
 * The graph of a twin net: one copy of the net for each view, between the same inputs and outputs. Every copy has the same weights.
 * @param sizes layers of the net, its inputs with the kick first. @param kick its size and its duration in control steps.
 * @param turned sensors whose opposite is the input of views that alternate with the first one.
 */
export function twinWiring(
  views: readonly View[],
  sizes: readonly number[],
  kick: { size: number; steps: number },
  turned: readonly number[],
): Wiring {
  const observationSize = sizes[0]! - 1;
  const last = sizes.length - 1;
  const nodes: WiringNode[] = [];
  const connections: WiringConnection[] = [];
  const starts = sizes.map((_, i) =>
    sizes.slice(0, i).reduce((sum, size, k) => (k === 0 ? 0 : sum + denseCount(sizes[k - 1]!, size)), 0),
  );
  const add = (node: Omit<WiringNode, 'id'>): number => nodes.push({ ...node, id: nodes.length }) - 1;
  const bias = (layer: number, unit: number) => {
    const inputs = sizes[layer - 1]!;
    return { name: 'bias', parameter: starts[layer]! + inputs * sizes[layer]! + unit };
  };
  /** Connects all nodes below to a node that is unit `unit` of its layer. */
  const connect = (below: readonly number[], to: number, layer: number, unit: number) => {
    for (const [i, from] of below.entries())
      connections.push({ from, to, parameter: starts[layer]! + i * sizes[layer]! + unit });
  };

  for (let index = 0; index < observationSize; index++)
    add({ kind: 'input', index, depth: 0, activation: 'input', parameters: [] });
  const opposites = new Map(
    turned.map((index): [number, number] => {
      const node = {
        kind: 'opposite',
        index,
        depth: 0,
        activation: 'opposite',
        parameters: [],
        source: index,
      } as const;
      return [index, add(node)];
    }),
  );
  const copies = views.map((view, index): Copy => {
    const kicked = add({
      kind: 'kick',
      index,
      depth: 0,
      activation: 'kick',
      parameters: [],
      kick: view.sign * kick.size,
    });
    const seen = view.sensors.map((sensor) => (view.sign < 0 ? (opposites.get(sensor) ?? sensor) : sensor));
    return { view, layers: [[...seen, kicked]] };
  });
  let hiddenCount = 0;
  for (let layer = 1; layer < last; layer++) {
    for (const { layers } of copies) {
      const below = layers[layer - 1]!;
      const units = Array.from({ length: sizes[layer]! }, (_, unit) => {
        const place = add({
          kind: 'hidden',
          index: hiddenCount++,
          depth: layer,
          activation: 'tanh',
          parameters: [bias(layer, unit)],
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
    const place = add({ kind: 'output', index, depth: last, activation: 'tanh', parameters: [bias(last, unit)] });
    for (const { view, layers } of copies)
      if (view.joints[unit] === index) connect(layers[last - 1]!, place, last, unit);
  }
  return { nodes, connections, kickSteps: kick.steps };
}
