import { FootfallDiagram } from '../widgets/footfall-diagram.tsx';
import { words } from './footfall-words.ts';
import type { PlayerState } from './player-state.ts';
import './footfalls.css';

/** The footfall diagram of the scene on the stage, above the pictures of the whole episode and to their scale. */
export function Footfalls({ player }: { player: PlayerState }) {
  const scene = player.scene.value;
  if (scene === undefined || !player.hasFootfalls.value) return null;
  const { recording, gravity, evaluation } = scene;
  const { name } = evaluation.metrics.gait;
  return (
    <div class="footfall-panel">
      <FootfallDiagram {...{ recording, gravity }} time={player.time} gait={name} label={words.footfalls(name)} />
    </div>
  );
}
