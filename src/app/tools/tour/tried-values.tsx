import { distanceText } from './distance-text.ts';

/** A value of the weight, and the distance with it, metres. */
export interface TriedValue {
  x: number;
  y: number;
}

const [WIDTH, HEIGHT, EDGE] = [320, 76, 9];

export interface TriedValuesProps {
  points: readonly TriedValue[];
  /** Present value of the weight. */
  now: number;
  from: number;
  to: number;
}

/** A chart of the distance at each value that was tried. */
export function TriedValues({ points, now, from, to }: TriedValuesProps) {
  const high = Math.max(0.5, ...points.map(({ y }) => y));
  const low = Math.min(0, ...points.map(({ y }) => y));
  const across = (x: number) => EDGE + ((x - from) / (to - from)) * (WIDTH - 2 * EDGE);
  const up = (y: number) => HEIGHT - EDGE - ((y - low) / (high - low)) * (HEIGHT - 2 * EDGE);
  return (
    <svg class="points" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <path class="ground" d={`M${EDGE} ${up(0)}H${WIDTH - EDGE}`} />
      <path class="here" d={`M${across(now)} 0V${HEIGHT}`} />
      {points.map(({ x, y }) => (
        <circle key={x} cx={across(x)} cy={up(y)} r={x === now ? 5 : 3.2} class={x === now ? 'now' : undefined} />
      ))}
      <text x={WIDTH - 2} y={Math.max(12, up(high) + 4)} text-anchor="end">
        {distanceText(high)}
      </text>
    </svg>
  );
}
