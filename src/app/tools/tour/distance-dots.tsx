import { distanceText } from './distance-text.ts';
import { words } from './words.ts';

const [WIDTH, EDGE, RADIUS, ROW] = [320, 10, 4, 9];

/** A dot for each distance on an axis in metres; equal distances are stacked. */
export function DistanceDots({ distances }: { distances: readonly number[] }) {
  const low = Math.min(0, ...distances);
  const high = Math.max(0.5, ...distances);
  const across = (distance: number) => EDGE + ((distance - low) / (high - low)) * (WIDTH - 2 * EDGE);
  const filled = new Map<number, number>();
  const dots = [...distances]
    .sort((a, b) => a - b)
    .map((distance) => {
      const column = Math.round(across(distance) / ROW);
      const row = filled.get(column) ?? 0;
      filled.set(column, row + 1);
      return { x: column * ROW, row, share: (distance - low) / (high - low) };
    });
  const rows = Math.max(...filled.values(), 1);
  const floor = rows * ROW + 6;
  return (
    <svg class="spread" viewBox={`0 0 ${WIDTH} ${floor + 18}`} role="img" aria-label={words.spread}>
      <path d={`M0 ${floor}H${WIDTH}`} />
      {dots.map(({ x, row, share }) => (
        <circle key={`${x}/${row}`} cx={x} cy={floor - 6 - row * ROW} r={RADIUS} fill-opacity={0.25 + 0.75 * share} />
      ))}
      <path d={`M${across(0)} ${floor - 4}v8`} />
      <text x={across(low)} y={floor + 14}>
        {distanceText(low)}
      </text>
      <text x={across(high)} y={floor + 14} text-anchor="end">
        {distanceText(high)}
      </text>
    </svg>
  );
}
