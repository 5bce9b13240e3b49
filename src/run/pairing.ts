import type { BrainKind } from '../creature/brain.ts';
import { brains } from '../creature/brains.ts';
import type { OptimizerDescription } from '../evo/optimizer.ts';
import { optimizerDescriptions } from '../evo/optimizer-descriptions.ts';

type Room = 'brain' | 'optimizer';

/** A brain and an optimizer fit together if they use the same kind of genome. */
const catalogues: Record<Room, Readonly<Record<string, Pick<BrainKind | OptimizerDescription, 'genome'>>>> = {
  brain: brains,
  optimizer: optimizerDescriptions,
};
const other = (room: Room): Room => (room === 'brain' ? 'optimizer' : 'brain');

/** Undefined if the catalogue has no such name. */
function genomeOf(room: Room, name: unknown) {
  const entries = catalogues[room];
  return typeof name === 'string' && Object.hasOwn(entries, name) ? (entries[name]?.genome ?? 'vector') : undefined;
}

const fitting = (room: Room, genome: string) =>
  Object.keys(catalogues[room]).filter((name) => genomeOf(room, name) === genome);

/** One sentence that says why a brain and an optimizer do not fit together; empty if they do. */
export function pairFault(brain: string, optimizer: string): string {
  const read = genomeOf('brain', brain) ?? 'vector';
  const searched = genomeOf('optimizer', optimizer) ?? 'vector';
  if (read === searched) return '';
  const needs = (room: Room, name: string, genome: string) => {
    const names = fitting(other(room), genome).map((each) => `"${each}"`);
    return `${room} "${name}" needs ${other(room)} ${names.join(' or ')}`;
  };
  return searched === 'vector' ? needs('brain', brain, read) : needs('optimizer', optimizer, searched);
}

/** The name for the other section that fits `name`: `partner` if it fits; undefined if the default does. */
export function partnerOf(room: Room, name: unknown, partner: string | undefined): string | undefined {
  const genome = genomeOf(room, name);
  if (genome === undefined) return partner;
  if (partner !== undefined && genomeOf(other(room), partner) === genome) return partner;
  return genome === 'vector' ? undefined : fitting(other(room), genome)[0];
}

/** Adds the brain or the optimizer that the other needs to a document that leaves it out. */
export function withPartner(input: unknown): unknown {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return input;
  for (const room of ['brain', 'optimizer'] as const) {
    const { [room]: given, [other(room)]: left } = input as Record<Room, { name?: unknown } | undefined>;
    const name = given === undefined || left !== undefined ? undefined : partnerOf(room, given?.name, undefined);
    if (name !== undefined) return { ...input, [other(room)]: { name } };
  }
  return input;
}
