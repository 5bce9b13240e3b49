import type { Wiring, WiringNode } from '../../creature/wiring.ts';
import { visibleText } from '../../format/visible-text.ts';
import type { NetParameter } from './net-parameters.ts';
import { words } from './net-words.ts';

/** A short name for each node: observations and joints have names, neurons numbers. */
export function namesOf({ nodes }: Wiring, senses: readonly string[], joints: readonly string[]): string[] {
  const nameOf: Record<WiringNode['kind'], (index: number) => string> = {
    input: (index) => senses[index] ?? words.sense(index + 1),
    opposite: (index) => words.opposite(senses[index] ?? words.sense(index + 1)),
    output: (index) => joints[index] ?? words.joint(index + 1),
    hidden: (index) => words.neuron(index + 1),
    memory: (index) => words.memory(index + 1),
    wave: (index) => words.wave(joints[index] ?? words.joint(index + 1)),
    clock: () => words.clock,
    kick: (index) => words.kick(index + 1),
  };
  return nodes.map(({ kind, index }) => visibleText(nameOf[kind](index)));
}

/** The name of a parameter: the connected nodes, or its node and its own name. */
export const parameterName = ({ from, to, name }: NetParameter, names: readonly string[]): string =>
  from === undefined ? `${names[to]}, ${name}` : `${names[from]} → ${names[to]}`;
