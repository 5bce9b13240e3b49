import type { PlayerState } from './player-state.ts';
import { words } from './words.ts';

/** A menu of the scenes of a film. */
export function Scenes({ player }: { player: PlayerState }) {
  const { kind, scenes = [] } = player.verified.value ?? {};
  if (kind !== 'film') return null;
  return (
    <select
      aria-label={words.scenes}
      value={player.sceneIndex.value}
      onChange={({ currentTarget }) => player.goToScene(Number(currentTarget.value))}
    >
      {scenes.map(({ generation }, i) => (
        <option key={i} value={i}>
          {words.ofScenes(i + 1, scenes.length, generation)}
        </option>
      ))}
    </select>
  );
}
