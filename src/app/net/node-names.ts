import type { Wiring, WiringNode } from '../../creature/wiring.ts';
import type { Knob } from './knobs.ts';
import { words } from './net-words.ts';

/** A short name for each node: senses and joints by theirs, neurons by number. */
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
  return nodes.map(({ kind, index }) => nameOf[kind](index));
}

/** Where a knob sits, in words: from which node to which, or what of a node. */
export const nameOfKnob = ({ from, to, name }: Knob, names: readonly string[]): string =>
  from === undefined ? `${names[to]}, ${name}` : `${names[from]} → ${names[to]}`;
