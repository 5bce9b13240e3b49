import type { BodyPlan, Part } from '../../creature/body-plan.ts';
import { boundsOf } from '../../creature/bounds.ts';
import { hex } from '../../export/hex.ts';
import { degrees } from '../../math/degrees.ts';
import { type CreatureShapes, creatureShapes, drawingOrder } from '../../view/creature-shapes.ts';
import { EXAGGERATION, PUPIL } from '../../view/eye-shape.ts';
import { type MuscleLine, muscleColour, muscleLines, muscleOutline } from '../../view/muscle-shapes.ts';
import { CM } from '../../view/outline.ts';
import type { PaintedShape } from '../../view/painted-shape.ts';
import { dusk, type Palette, paper } from '../../view/palette.ts';
import { prefersDark } from '../browser/preferences.ts';
import './body-picture.css';

/** The stage's colours, by the viewer's preference. */
export const stagePalette = (): Palette => (prefersDark.value ? dusk : paper);

function Shape({ of }: { of: PaintedShape }) {
  const style = { fill: hex(of.colour), 'fill-opacity': of.alpha };
  if ('radius' in of) return <circle cx={of.x} cy={of.y} r={of.radius} {...style} />;
  return <polygon points={of.points.map((each) => Math.round(100 * each) / 100).join(' ')} {...style} />;
}

function Eye({ eye, palette }: { eye: NonNullable<Part['eye']>; palette: Palette }) {
  const [x, y] = [eye.position[0] * CM, eye.position[1] * CM];
  const radius = EXAGGERATION * eye.radius * CM;
  return (
    <>
      <circle cx={x} cy={y} r={radius} fill={hex(palette.eye)} />
      <circle cx={x + PUPIL.away * radius} cy={y - 0.1 * radius} r={PUPIL.size * radius} fill={hex(palette.pupil)} />
    </>
  );
}

/** Where a part is drawn: metres, y up, radians, in centimetres of its own frame. */
export const placed = (x: number, y: number, angle: number): string =>
  `translate(${x.toFixed(4)} ${y.toFixed(4)}) rotate(${degrees(angle).toFixed(3)}) scale(0.01)`;

export interface CreaturePartsProps {
  plan: BodyPlan;
  palette: Palette;
  /** The shapes, if they are known already. */
  shapes?: CreatureShapes;
  /** Receives the element of each part, by its index, to be moved. */
  onPart?(index: number, element: SVGGElement | null): void;
  /** Receives the element of each muscle, to be redrawn. */
  onMuscle?(index: number, element: SVGPolygonElement | null): void;
}

const pointsText = (points: readonly number[]) => points.map((each) => each.toFixed(4)).join(' ');

/** Redraws a muscle where its parts are now. */
export function redrawMuscle(element: SVGPolygonElement, line: MuscleLine, effort: number): void {
  element.setAttribute('points', pointsText(muscleOutline(line)));
  element.setAttribute('fill', hex(muscleColour(stagePalette(), effort)));
}

/** The parts of a body as SVG, in metres with y up, as on the stage. */
export function CreatureParts({
  plan,
  palette,
  shapes = creatureShapes(plan, palette),
  onPart,
  onMuscle,
}: CreaturePartsProps) {
  const pose = Float64Array.from(plan.parts.flatMap(({ position, angle }) => [...position, angle]));
  return (
    <>
      {drawingOrder(plan).map((i) => {
        const { name, position, angle, eye } = plan.parts[i]!;
        return (
          <g
            key={name}
            {...(onPart && { ref: (element: SVGGElement | null) => onPart(i, element) })}
            transform={placed(position[0], position[1], angle)}
          >
            {shapes[i]!.map((each, k) => (
              <Shape key={k} of={each} />
            ))}
            {eye && <Eye eye={eye} palette={palette} />}
          </g>
        );
      })}
      {muscleLines(plan, pose).map((line, m) => (
        <polygon
          key={m}
          {...(onMuscle && { ref: (element: SVGPolygonElement | null) => onMuscle(m, element) })}
          points={pointsText(muscleOutline(line))}
          fill={hex(muscleColour(palette, 0))}
          pointer-events="none"
        />
      ))}
    </>
  );
}

/** A small picture of a body standing on the ground. */
export function BodyPicture({ plan }: { plan: BodyPlan }) {
  const palette = stagePalette();
  const { left, right, bottom, top } =
    plan.parts.length > 0 ? boundsOf(plan.parts) : { left: -1, right: 1, bottom: 0, top: 1 };
  const size = Math.max(top - bottom, 0.75 * (right - left)) * 1.15;
  const [middle, ground] = [(left + right) / 2, 0.12 * size];
  return (
    <svg
      class="body-picture"
      viewBox={`${middle - size * 0.667} ${-(bottom + size)} ${size * 1.333} ${size + ground}`}
      aria-hidden="true"
      focusable="false"
    >
      <g transform="scale(1 -1)">
        <rect x={middle - size} y={bottom - size} width={2 * size} height={size} fill={hex(palette.earth)} />
        <CreatureParts plan={plan} palette={palette} />
      </g>
    </svg>
  );
}
