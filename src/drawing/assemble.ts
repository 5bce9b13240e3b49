import type { BodyPlan, Joint, Part } from '../creature/body-plan.ts';
import { connected } from './connected.ts';
import type { Drawing } from './drawing.ts';

/** A joint seen from its other part: the angle of parent against child. */
function flipped({ parent, child, limits, sockets, ...joint }: Joint): Joint {
  const [lower, upper] = limits;
  return {
    ...joint,
    parent: child,
    child: parent,
    limits: [0 - upper, 0 - lower],
    ...(sockets && { sockets: [sockets[1], sockets[0]] }),
  };
}

/** The joints of a drawing that are directed away from the roots, in their order. */
function directed(joints: readonly Joint[], roots: readonly string[]): Joint[] {
  const reached = new Set(roots);
  const result = new Map<Joint, Joint>();
  for (const here of reached) {
    for (const joint of joints) {
      const other = joint.parent === here ? joint.child : joint.child === here ? joint.parent : here;
      if (reached.has(other)) continue;
      reached.add(other);
      result.set(joint, joint.parent === here ? joint : flipped(joint));
    }
  }
  return joints.map((joint) => result.get(joint)!);
}

/** The parts of a drawing that hang together, the largest piece first; of two of a size, the one with the first part. */
export function piecesOf({ parts, joints }: Pick<Drawing, 'parts' | 'joints'>): Part[][] {
  const seen = new Set<string>();
  const pieces: Part[][] = [];
  for (const { name } of parts) {
    if (seen.has(name)) continue;
    const names = connected({ joints }, name);
    for (const each of names) seen.add(each);
    pieces.push(parts.filter((part) => names.has(part.name)));
  }
  return pieces.sort((a, b) => b.length - a.length);
}

const rootOf = (piece: readonly Part[]) => piece.find(({ role }) => role === 'torso') ?? piece[0]!;

/**
 * The drawing as a body plan: its root first, joints directed away from it. The root is the first torso of the largest piece. A
 * plan of which parts hang loose can be simulated, but is not valid.
 */
export function assembled(drawing: Drawing): BodyPlan {
  const pieces = piecesOf(drawing);
  const roots = pieces.map(rootOf);
  const [root] = roots;
  if (root === undefined) return drawing;
  const isFirst = drawing.parts[0] === root;
  return {
    ...drawing,
    parts: isFirst ? drawing.parts : [root, ...drawing.parts.filter((part) => part !== root)],
    joints: directed(
      drawing.joints,
      roots.map(({ name }) => name),
    ),
  };
}
