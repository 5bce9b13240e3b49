import type { Wiring, WiringNode } from '../../creature/wiring.ts';
import { visibleText } from '../../format/visible-text.ts';
import type { Knob } from './knobs.ts';
import { words } from './net-words.ts';

/** A short name for each node: observations and joints by their names, neurons by number. */
export function namesOf({ nodes }: Wiring, senses: readonly string[], joints: readonly string[]): string[] {
  const nameOf: Record<WiringNode['kind'], (index: number) => string> = {
    input: (index) => senses[index] ?? words.sense(index + 1),
    output: (index) => joints[index] ?? words.joint(index + 1),
    hidden: (index) => words.neuron(index + 1),
    memory: (index) => words.memory(index + 1),
    wave: (index) => words.wave(joints[index] ?? words.joint(index + 1)),
    clock: () => words.clock,
    kick: (index) => words.kick(index + 1),
  };
  return nodes.map(({ kind, index }) => visibleText(nameOf[kind](index)));
}

/** The name of a parameter: from which node to which, or of which node. */
export const nameOfKnob = ({ from, to, name }: Knob, names: readonly string[]): string =>
  from === undefined ? `${names[to]}, ${name}` : `${names[from]} → ${names[to]}`;
