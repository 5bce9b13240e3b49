import { distanceText } from './distance-text.ts';

export interface Point {
  x: number;
  /** Metres. */
  y: number;
}

const [WIDTH, HEIGHT, EDGE] = [320, 76, 9];

export interface PointsProps {
  points: readonly Point[];
  /** Where the knob stands. */
  now: number;
  from: number;
  to: number;
}

/** Each place the knob was turned to, and how far that went: the landscape, as far as it was walked. */
export function Points({ points, now, from, to }: PointsProps) {
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
