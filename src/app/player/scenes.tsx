import type { PlayerState } from './show.ts';
import { words } from './words.ts';

/** Which scene of a film is on. */
export function Scenes({ show }: { show: PlayerState }) {
  const { kind, scenes = [] } = show.proven.value ?? {};
  if (kind !== 'film') return null;
  return (
    <select
      aria-label={words.scenes}
      value={show.place.value}
      onChange={({ currentTarget }) => show.go(Number(currentTarget.value))}
    >
      {scenes.map(({ generation }, i) => (
        <option key={i} value={i}>
          {words.ofScenes(i + 1, scenes.length, generation)}
        </option>
      ))}
    </select>
  );
}
