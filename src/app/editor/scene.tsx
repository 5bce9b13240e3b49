import type { Drawing } from '../../drawing/drawing.ts';
import { hex } from '../../export/hex.ts';
import type { Palette } from '../../view/palette.ts';
import { gridStep, type Size, type View } from './camera.ts';

/** Ground that is drawn to the left and right of the middle, metres: more than can be seen. */
const FAR = 400;

const metres = (x: number) => `${Math.round(x)} m`.replace('-', '−');

/** Multiples of a step in a range. */
function steps(from: number, to: number, step: number): number[] {
  const first = Math.ceil(from / step);
  return Array.from({ length: Math.max(0, Math.floor(to / step) - first + 1) }, (_, i) => (first + i) * step);
}

/** Sky, grid, ground and ruler, in metres with y up. */
export function Scenery({
  view,
  size,
  palette,
  hasGrid,
}: {
  view: View;
  size: Size;
  palette: Palette;
  hasGrid: boolean;
}) {
  const [halfWidth, halfHeight] = [size.width / 2 / view.scale, size.height / 2 / view.scale];
  const [left, right] = [view.x - halfWidth, view.x + halfWidth];
  const [bottom, top] = [Math.max(0, view.y - halfHeight), view.y + halfHeight];
  const fine = gridStep(view.scale);
  const px = 1 / view.scale;
  const line = (every: number) =>
    [
      ...steps(left, right, every).map((x) => `M${x.toFixed(3)} ${bottom}V${top}`),
      ...steps(bottom, top, every).map((y) => `M${left} ${y.toFixed(3)}H${right}`),
    ].join('');
  const metre = Math.max(1, 5 * fine, Math.ceil(60 / view.scale));
  return (
    <g>
      {hasGrid && (
        <>
          <path d={line(fine)} fill="none" stroke={hex(palette.ink)} stroke-opacity={0.06} stroke-width={px} />
          <path d={line(10 * fine)} fill="none" stroke={hex(palette.ink)} stroke-opacity={0.1} stroke-width={px} />
        </>
      )}
      <rect x={-FAR} y={-FAR} width={2 * FAR} height={FAR} fill={hex(palette.earth)} />
      <rect x={-FAR} y={-3 * px} width={2 * FAR} height={4 * px} fill={hex(palette.turf)} />
      {steps(left, right, metre).map((x) => (
        <g key={x} transform={`translate(${x} 0) scale(${px} ${-px})`}>
          <path d="M0 4V12" stroke={hex(palette.ruler)} stroke-width={1.5} />
          <text y={28} text-anchor="middle" font-size={12} fill={hex(palette.ruler)}>
            {metres(x)}
          </text>
        </g>
      ))}
    </g>
  );
}

/** The outline of a part for marks: a path in the part's own frame, metres. */
export function outlinePath({ shape }: Drawing['parts'][number]): string {
  if (shape.kind === 'circle') {
    const r = shape.radius;
    return `M${r} 0A${r} ${r} 0 1 1 ${-r} 0A${r} ${r} 0 1 1 ${r} 0Z`;
  }
  if (shape.kind === 'box') {
    const [x, y] = [shape.width / 2, shape.height / 2];
    return `M${-x} ${-y}H${x}V${y}H${-x}Z`;
  }
  return `M${shape.vertices.map(([x, y]) => `${x} ${y}`).join('L')}Z`;
}
