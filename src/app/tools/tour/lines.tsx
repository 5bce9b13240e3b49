import { distanceText } from './distance-text.ts';
import { words } from './words.ts';

export interface Line {
  name: string;
  /** Metres, one for each generation from 0. */
  distances: readonly number[];
}

const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, FLOOR] = [320, 104, 4, 44, 10, 88];

/** How far they came, generation by generation, one line for each run. */
export function Lines({ lines, until }: { lines: readonly Line[]; until: number }) {
  const all = lines.flatMap(({ distances }) => distances);
  const high = Math.max(1, ...all);
  const low = Math.min(0, ...all);
  const across = (generation: number) => LEFT + (generation / Math.max(1, until - 1)) * (WIDTH - LEFT - RIGHT);
  const up = (distance: number) => FLOOR - ((distance - low) / (high - low)) * (FLOOR - TOP);
  const path = (distances: readonly number[]) =>
    distances.map((each, i) => `${i === 0 ? 'M' : 'L'}${across(i).toFixed(1)} ${up(each).toFixed(1)}`).join('');
  return (
    <svg class="lines" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={words.learning}>
      <path class="ground" d={`M${LEFT} ${up(0)}H${WIDTH - RIGHT}`} />
      {lines.map(({ name, distances }, i) => (
        <path key={name} class={`line line-${i}`} d={path(distances)} />
      ))}
      {lines.map(({ name, distances }, i) => {
        const last = distances.length - 1;
        return last < 0 ? null : (
          <circle key={name} class={`tip line-${i}`} cx={across(last)} cy={up(distances[last] as number)} r={3.5} />
        );
      })}
      <text x={WIDTH - RIGHT + 6} y={up(high) + 4}>
        {distanceText(high)}
      </text>
      <text x={LEFT} y={HEIGHT - 2}>
        0
      </text>
      <text x={WIDTH - RIGHT} y={HEIGHT - 2} text-anchor="end">
        {until}
      </text>
    </svg>
  );
}
