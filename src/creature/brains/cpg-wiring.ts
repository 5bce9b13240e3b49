import type { Wiring, WiringConnection, WiringNode } from '../wiring.ts';

/** A clock, a wave for each joint, and an output that starts from its wave; with feedback, inputs into clock and outputs. */
export function cpgWiring(observationSize: number, actionSize: number, feedback: boolean): Wiring {
  const clock = observationSize;
  const firstOutput = clock + 1 + actionSize;
  const firstWeight = 1 + 3 * actionSize;
  const input = (index: number): WiringNode => {
    return { kind: 'input', id: index, index, depth: 0, activation: 'input', parameters: [] };
  };
  const wave = (index: number): WiringNode => {
    const knobs = ['amplitude', 'phase', 'offset'].map((name, k) => ({ name, parameter: 1 + 3 * index + k }));
    return {
      kind: 'wave',
      id: clock + 1 + index,
      index,
      depth: 2,
      activation: 'wave',
      parameters: knobs,
      source: clock,
    };
  };
  const output = (index: number): WiringNode => {
    const [id, source] = [firstOutput + index, clock + 1 + index];
    return { kind: 'output', id, index, depth: 3, activation: 'tanh', parameters: [], source };
  };
  const row = <T>(length: number, of: (index: number) => T) => Array.from({ length }, (_, index) => of(index));
  /** Connections into the clock (target 0) or an output. */
  const into = (target: number): WiringConnection[] =>
    row(observationSize, (from) => {
      const to = target === 0 ? clock : firstOutput + target - 1;
      return { from, to, parameter: firstWeight + from * (1 + actionSize) + target };
    });
  return {
    nodes: [
      ...row(observationSize, input),
      {
        kind: 'clock',
        id: clock,
        index: 0,
        depth: 1,
        activation: 'clock',
        parameters: [{ name: 'rate', parameter: 0 }],
      },
      ...row(actionSize, wave),
      ...row(actionSize, output),
    ],
    connections: feedback ? row(1 + actionSize, into).flat() : [],
  };
}
