import type { BrainKind } from '../creature/brain.ts';
import { brains } from '../creature/brains.ts';
import type { Optimizer } from '../evo/optimizer.ts';
import { optimizers } from '../evo/optimizers.ts';

type Room = 'brain' | 'optimizer';

/** What goes together: a brain that reads the genomes and an optimizer that searches such. */
const catalogues: Record<Room, Readonly<Record<string, Pick<BrainKind | Optimizer, 'genome'>>>> = {
  brain: brains,
  optimizer: optimizers,
};
const other = (room: Room): Room => (room === 'brain' ? 'optimizer' : 'brain');

/** Undefined of a name that is in no catalogue. */
function genomeOf(room: Room, name: unknown) {
  const entries = catalogues[room];
  return typeof name === 'string' && Object.hasOwn(entries, name) ? (entries[name]?.genome ?? 'vector') : undefined;
}

const fitting = (room: Room, genome: string) =>
  Object.keys(catalogues[room]).filter((name) => genomeOf(room, name) === genome);

/** Why a brain and an optimizer do not go together, in one sentence; empty when they do. */
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

/** What goes in the other room with `name`: `partner` where it fits; undefined where whatever is usual there does. */
export function partnerOf(room: Room, name: unknown, partner: string | undefined): string | undefined {
  const genome = genomeOf(room, name);
  if (genome === undefined) return partner;
  if (partner !== undefined && genomeOf(other(room), partner) === genome) return partner;
  return genome === 'vector' ? undefined : fitting(other(room), genome)[0];
}

/** A document in which the brain or the optimizer is left out, with the one that the other needs. */
export function withPartner(input: unknown): unknown {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return input;
  for (const room of ['brain', 'optimizer'] as const) {
    const { [room]: given, [other(room)]: left } = input as Record<Room, { name?: unknown } | undefined>;
    const name = given === undefined || left !== undefined ? undefined : partnerOf(room, given?.name, undefined);
    if (name !== undefined) return { ...input, [other(room)]: { name } };
  }
  return input;
}
