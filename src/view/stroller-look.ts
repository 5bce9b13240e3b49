import { stroller } from '../creature/bodies/stroller.ts';
import type { Part } from '../creature/body-plan.ts';
import { scaleFrom } from './likeness.ts';
import { CM } from './outline.ts';
import { type PaintedShape, paintedDisc, scaledPaint } from './painted-shape.ts';
import { mix, type Palette } from './palette.ts';

const inCentimetres = (points: readonly number[]) => points.map((each) => each * CM);

/** A leaf from its root to its tip, and its width, metres. */
type Feather = readonly [root: readonly [number, number], tip: readonly [number, number], width: number];

/** The outline of a feather, widest beyond its middle. */
function outlineOf([root, tip, width]: Feather): number[] {
  const [dx, dy] = [tip[0] - root[0], tip[1] - root[1]];
  const half = width / 2 / Math.hypot(dx, dy);
  const point = (along: number, side: 1 | -1) => {
    const away = side * half * Math.sin(Math.PI * along ** 1.25);
    return [root[0] + dx * along + dy * away, root[1] + dy * along - dx * away];
  };
  const steps = Array.from({ length: 9 }, (_, k) => k / 8);
  return [...steps.flatMap((along) => point(along, 1)), ...steps.flatMap((along) => point(1 - along, -1))];
}

/** Crest and tail in the torso's frame, metres. */
const FEATHERS: readonly Feather[] = [
  [[0.46, 0.06], [0.2, 0.4], 0.13],
  [[0.52, 0.06], [0.4, 0.5], 0.14],
  [[0.58, 0.05], [0.6, 0.42], 0.12],
  [[-0.5, -0.32], [-1.02, -0.2], 0.2],
  [[-0.5, -0.2], [-1, 0.02], 0.2],
  [[-0.45, -0.1], [-0.86, 0.2], 0.18],
];

const plumage = ({ creature, dark }: Palette): PaintedShape[] =>
  FEATHERS.map((each, i) => {
    const points = inCentimetres(outlineOf(each));
    return { points, colour: mix(creature, dark, i % 3 === 1 ? 0.3 : 0.18), alpha: 1 };
  });

/** The arc on which the foot rolls, in the shin's frame: height of its middle, and radius, metres. */
const ROCKER = { y: -0.15, radius: 0.4 };
/** The sole follows that arc from heel to toe, radians from straight down, so that it never sinks in; radius of the cap, metres. */
const SHOE = { heel: -0.57, toe: 0.96, cap: 0.09 };
/** Half width and height of the shoe's top, and height of the sock above it, metres. */
const TOP = { half: 0.185, y: -0.24, sock: 0.055 };

function onRocker(angle: number, radius = ROCKER.radius): [x: number, y: number] {
  return [radius * Math.sin(angle), ROCKER.y - radius * Math.cos(angle)];
}

/** A round shoe and the hem of a sock. */
function shoe(colour: number, { dark, light }: Palette): PaintedShape[] {
  const { half, y, sock } = TOP;
  const { heel, toe, cap } = SHOE;
  const [capX, capY] = onRocker(toe, ROCKER.radius - cap);
  const sole = Array.from({ length: 13 }, (_, k) => onRocker(heel + ((toe - heel) * k) / 12)).flat();
  const upper = [capX + 0.02, capY + cap, half, y, -half, y, -half - 0.04, -0.4];
  const hem = [-half, y, half, y, half, y + sock, -half, y + sock];
  const leather = mix(colour, dark, 0.45);
  return [
    { points: inCentimetres(hem), colour: mix(colour, light, 0.55), alpha: 1 },
    { points: inCentimetres([...sole, ...upper]), colour: leather, alpha: 1 },
    paintedDisc(capX, capY, cap, leather),
  ];
}

const modelOf = (role: Part['role']) => stroller.parts.find((part) => part.role === role)!;
const [TORSO, FOOT] = [modelOf('torso'), modelOf('foot')];

/** Corners of the torso that may be elsewhere without the feathers losing their hold. */
const MOVED_CORNERS = 2;

const scaled = (scale: number | undefined, draw: () => PaintedShape[]): PaintedShape[] =>
  scale === undefined ? [] : draw().map((each) => scaledPaint(each, scale));

/** A young bird in round shoes: what is drawn behind and over the parts of the stroller, and of bodies that were made of it. */
export const strollerLook = {
  behind: (part: Part, palette: Palette): PaintedShape[] =>
    scaled(
      scaleFrom(TORSO, part, () => true, MOVED_CORNERS),
      () => plumage(palette),
    ),
  over: (part: Part, colour: number, palette: Palette): PaintedShape[] =>
    // The shoe has the lower end of the shin in it.
    scaled(
      scaleFrom(FOOT, part, ([, y]) => y < 0),
      () => shoe(colour, palette),
    ),
};
