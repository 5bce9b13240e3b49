type Corner = readonly [x: number, y: number];

/**
 * Square of the distance below which planck merges a corner with an earlier one, m²: half of its linear slop of 5 mm.
 * With fewer than three corners left, planck makes a box of 2 m by 2 m instead.
 */
const MERGE_SQUARED = 0.25 * (0.005 * 0.005);

/** Three corners that span less than half of this area lie on a line, m². */
const MIN_TURN = 1e-6;

/** Twice the signed area of the triangle a, b, c: positive when it turns left. */
const turn = (a: Corner, b: Corner, c: Corner): number => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);

/** Area, positive for corners that go round counter-clockwise, m². */
export const signedArea = (corners: readonly Corner[]): number =>
  corners.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = corners[(i + 1) % corners.length]!;
    return sum + (x * nextY - nextX * y) / 2;
  }, 0);

/** The first pair of corners that planck would merge. */
function mergedPair(corners: readonly Corner[]): [number, number] | undefined {
  for (const [j, [x, y]] of corners.entries()) {
    for (let i = 0; i < j; i++) {
      const [dx, dy] = [x - corners[i]![0], y - corners[i]![1]];
      if (dx * dx + dy * dy < MERGE_SQUARED) return [i, j];
    }
  }
  return undefined;
}

/** Whether each corner lies to the left of each side that it is no end of. */
const isConvex = (corners: readonly Corner[]): boolean =>
  corners.every((corner, i) => {
    const next = corners[(i + 1) % corners.length]!;
    return corners.every((other) => other === corner || other === next || turn(corner, next, other) > MIN_TURN);
  });

/** What keeps corners with a positive area from being convex. `number` gives a corner's place in the document. */
function dentIn(corners: readonly Corner[], number: (i: number) => number): string {
  const count = corners.length;
  const turns = corners.map((corner, i) => turn(corners[(i + count - 1) % count]!, corner, corners[(i + 1) % count]!));
  const inward = turns.findIndex((each) => each < -MIN_TURN);
  if (inward >= 0) return `corner ${number(inward)} bends inward`;
  const flat = turns.findIndex((each) => each <= MIN_TURN);
  return flat < 0 ? 'its sides cross' : `corner ${number(flat)} lies on a line with its neighbours, leave it out`;
}

/**
 * Why the physics would change a polygon, in words that follow its name; '' when planck keeps it corner by corner.
 * Corners are counted from 0.
 * @param mayBeClockwise whether corners may go round either way, as those of Gymnasium's rocks do.
 */
export function polygonFault(corners: readonly Corner[], mayBeClockwise = false): string {
  const pair = mergedPair(corners);
  if (pair) return `has corners ${pair[0]} and ${pair[1]} less than 2.5 mm apart, which the physics would merge`;
  const isClockwise = signedArea(corners) < 0;
  const needed = mayBeClockwise ? 'must be convex' : 'must be convex and counter-clockwise';
  if (isClockwise && !mayBeClockwise) return `${needed}: its corners go round clockwise`;
  const leftTurning = isClockwise ? corners.toReversed() : corners;
  if (isConvex(leftTurning)) return '';
  return `${needed}: ${dentIn(leftTurning, (i) => (isClockwise ? corners.length - 1 - i : i))}`;
}
