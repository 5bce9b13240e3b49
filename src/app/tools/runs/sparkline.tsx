import type { History } from '../../session/history.ts';
import { words } from './words.ts';

const POINTS = 60;
const [WIDTH, HEIGHT] = [100, 26];

/** The best of each generation as one small line. */
export function Sparkline({ history, dash }: { history: History; dash: readonly number[] }) {
  const { best } = history;
  if (best.length < 2) return null;
  const count = Math.min(POINTS, best.length);
  const values = Array.from(
    { length: count },
    (_, i) => best[Math.round((i * (best.length - 1)) / (count - 1))] as number,
  );
  const sound = values.filter(Number.isFinite);
  const [low, high] = [Math.min(0, ...sound), Math.max(1, ...sound)];
  const points = values.map((value, i) => {
    const y = HEIGHT - 2 - ((HEIGHT - 4) * ((Number.isFinite(value) ? value : low) - low)) / (high - low);
    return `${((i * WIDTH) / (count - 1)).toFixed(1)} ${y.toFixed(1)}`;
  });
  return (
    <svg
      class="sparkline"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={words.curve}
    >
      <path d={`M${points.join('L')}`} stroke-dasharray={dash.join(' ')} />
    </svg>
  );
}
