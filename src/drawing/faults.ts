import type { Part, Point } from '../creature/body-plan.ts';
import { polygonFault } from '../creature/polygon.ts';
import { piecesOf } from './assemble.ts';
import type { Drawing } from './drawing.ts';
import { type Finding, listOf, type Remedy, theOf } from './finding.ts';
import { hullOf } from './hull.ts';
import { newJoint } from './new-part.ts';
import { distanceFrom, outlineOf, touchPoint } from './touch.ts';
import { tidyPoint } from './transform.ts';

/** Most parts of a body plan. */
const MAX_PARTS = 32;

type Check = (drawing: Drawing) => Finding[];

const fault = (id: string, words: string, parts: readonly string[], remedies: readonly Remedy[] = []): Finding => {
  return { id, severity: 'fault', words, parts, joints: [], remedies };
};

const names = (parts: readonly Part[]) => parts.map(({ name }) => name);

const tooFew: Check = ({ parts }) => {
  if (parts.length > 1) return [];
  const words =
    parts.length === 0
      ? 'Nothing is drawn yet: draw a box for a body, then limbs that begin in it.'
      : 'One part alone cannot move: draw a limb that begins in it.';
  return [fault('few', words, [])];
};

const tooMany: Check = ({ parts }) =>
  parts.length <= MAX_PARTS
    ? []
    : [fault('too-many', `It has ${parts.length} parts, a body may have ${MAX_PARTS}: remove some.`, [])];

/** Where a loose piece lies nearest to the rest: the two parts, and the way to bring them together. */
function nearest(piece: readonly Part[], rest: readonly Part[]) {
  let best: { own: Part; other: Part; way: Point; distance: number } | undefined;
  for (const own of piece) {
    for (const other of rest) {
      for (const from of outlineOf(own)) {
        const distance = distanceFrom(other, from);
        if (best !== undefined && distance >= best.distance) continue;
        const [dx, dy] = [other.position[0] - from[0], other.position[1] - from[1]];
        const length = Math.sqrt(dx * dx + dy * dy);
        // A little further than to the edge, so that they overlap; never beyond the other's middle.
        const share = length === 0 ? 0 : Math.min(1, (Math.max(0, distance) + 0.05) / length);
        best = { own, other, way: tidyPoint([dx * share, dy * share]), distance };
      }
    }
  }
  return best;
}

function looseRemedies(drawing: Drawing, piece: readonly Part[], rest: readonly Part[]): Remedy[] {
  const remove: Remedy = {
    words: `Remove ${theOf(piece)}`,
    edit: { kind: 'remove', parts: names(piece), joints: [] },
  };
  for (const own of piece) {
    for (const other of rest) {
      const at = touchPoint(own, other);
      if (at === undefined) continue;
      const joints = [newJoint(drawing, other, own, at)];
      return [{ words: `Join the ${own.name} to the ${other.name}`, edit: { kind: 'add', parts: [], joints } }, remove];
    }
  }
  const found = nearest(piece, rest);
  if (found === undefined) return [remove];
  const { own, other, way } = found;
  const there: Part = { ...own, position: tidyPoint([own.position[0] + way[0], own.position[1] + way[1]]) };
  const at = touchPoint(there, other) ?? there.position;
  const move = { kind: 'move', parts: names(piece), by: way } as const;
  const add = { kind: 'add', parts: [], joints: [newJoint(drawing, other, own, at)] } as const;
  return [
    {
      words: `Move ${theOf(piece)} to the ${other.name} and join ${piece.length > 1 ? 'them' : 'it'}`,
      edit: { kind: 'all', edits: [move, add] },
    },
    remove,
  ];
}

const loose: Check = (drawing) => {
  const [main = [], ...pieces] = piecesOf(drawing);
  return pieces.map((piece) => {
    const what = `The ${listOf(names(piece))} ${piece.length > 1 ? 'hang' : 'hangs'}`;
    return fault(
      'loose-part',
      `${what} on no joint: what is not joined falls off.`,
      names(piece),
      looseRemedies(drawing, piece, main),
    );
  });
};

const corners: Check = ({ parts }) =>
  parts.flatMap(({ name, shape }) => {
    const found = shape.kind === 'polygon' ? polygonFault(shape.vertices) : '';
    if (shape.kind !== 'polygon' || found === '') return [];
    const vertices = hullOf(shape.vertices);
    const remedies: Remedy[] =
      vertices.length < 3 || polygonFault(vertices) !== ''
        ? [{ words: `Remove the ${name}`, edit: { kind: 'remove', parts: [name], joints: [] } }]
        : [
            {
              words: `Keep the outer corners of the ${name}`,
              edit: { kind: 'part', names: [name], to: { shape: { kind: 'polygon', vertices } } },
            },
          ];
    return [fault('corners', `The ${name} ${found}.`, [name], remedies)];
  });

/** What keeps a drawing from being a body; empty for a body. */
export function faultsIn(drawing: Drawing): Finding[] {
  return [tooFew, loose, corners, tooMany].flatMap((check) => check(drawing));
}
