import type { Joint, Part } from '../creature/body-plan.ts';
import { mirrorName } from '../creature/legs.ts';
import { type Muscle, musclesOf } from '../creature/muscle.ts';
import { hanging } from './connected.ts';
import { type Drawing, freeName } from './drawing.ts';
import type { Edit } from './edit.ts';

/** Names with those of their counterparts: `right shin` for `left shin`, where there is one. */
export function withMates(all: readonly { name: string }[], names: readonly string[]): string[] {
  const mates = names.map(mirrorName).filter((mate) => all.some(({ name }) => name === mate));
  return [...new Set([...names, ...mates])];
}

/** Whether a name belongs to a pair. */
export const hasMate = (all: readonly { name: string }[], name: string): boolean => withMates(all, [name]).length === 2;

/** `name` as that of a left one, with neither it nor its counterpart taken. */
export function freePairName(taken: readonly { name: string }[], name: string): string {
  const mates = taken.map((each) => ({ name: mirrorName(each.name) }));
  return freeName([...taken, ...mates], `left ${name.replace(/^(left|right) /, '')}`.slice(0, 40));
}

/**
 * Makes pairs of parts and of all that hangs on them: these become the left ones, in front, and copies at the same place the
 * right ones, behind. Throws an Error for parts that have a counterpart already.
 */
export function pairEdit(drawing: Drawing, names: readonly string[]): Edit {
  const set = hanging(drawing, names);
  const parts = drawing.parts.filter(({ name }) => set.has(name));
  const paired = parts.find(({ name }) => hasMate(drawing.parts, name));
  if (paired !== undefined) throw new Error(`the ${paired.name} is one of a pair already`);
  if (parts.some(({ name }) => name === drawing.parts[0]?.name && drawing.parts.length > 1))
    throw new Error('the part that all others hang on cannot be one of a pair');
  const joints = drawing.joints.filter(({ child }) => set.has(child));
  const muscles = musclesOf(drawing).filter(({ from, to }) => set.has(from) || set.has(to));
  const taken = [...drawing.parts, ...drawing.joints, ...musclesOf(drawing)];
  const lefts = new Map<string, string>();
  for (const { name } of [...parts, ...joints, ...muscles]) {
    const left = freePairName([...taken, ...[...lefts.values()].map((each) => ({ name: each }))], name);
    lefts.set(name, left);
  }
  const left = (name: string) => lefts.get(name) ?? name;
  const right = (name: string) => mirrorName(left(name));
  return {
    kind: 'all',
    edits: [
      ...parts.map(({ name }): Edit => ({ kind: 'rename', of: 'parts', from: name, to: left(name) })),
      ...joints.map(({ name }): Edit => ({ kind: 'rename', of: 'joints', from: name, to: left(name) })),
      ...muscles.map(({ name }): Edit => ({ kind: 'rename', of: 'muscles', from: name, to: left(name) })),
      { kind: 'part', names: parts.map(({ name }) => left(name)), to: { layer: 1 } },
      {
        kind: 'add',
        parts: parts.map((part): Part => ({ ...part, name: right(part.name), layer: -1 })),
        joints: joints.map((joint): Joint => {
          const { name, parent, child } = joint;
          return {
            ...joint,
            name: right(name),
            parent: set.has(parent) ? right(parent) : parent,
            child: right(child),
          };
        }),
        ...(muscles.length > 0 && {
          muscles: muscles.map(({ name, from, to, ...rest }): Muscle => {
            const end = (part: string) => (set.has(part) ? right(part) : part);
            return { ...rest, name: right(name), from: end(from), to: end(to) };
          }),
        }),
      },
    ],
  };
}
