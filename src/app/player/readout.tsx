import { heightAt } from '../../sim/terrain.ts';
import { frameAt, poseAt } from '../../view/pose.ts';
import { SentenceText } from '../widgets/file-text.tsx';
import { metres } from './metres.ts';
import type { PlayerState } from './player-state.ts';
import { words } from './readout-words.ts';

/** Seconds over which the speed is measured. */
const SPAN = 0.5;

/** Time, distance, speed, height and contacts at the time shown. */
export function Readout({ player }: { player: PlayerState }) {
  const time = player.time.value;
  const recording = player.scene.value?.recording;
  if (recording === undefined || !player.hasNumbers.value) return null;
  const { plan, terrain, contacts } = recording;
  const pose = poseAt(recording, time);
  const [x, y] = [pose[0]!, pose[1]!];
  const from = Math.max(0, time - SPAN);
  const speed = time > from ? (x - poseAt(recording, from)[0]!) / (time - from) : 0;
  const first = frameAt(recording, time) * plan.parts.length;
  const grounded = plan.parts.filter((_, i) => contacts[first + i] === 1).map(({ name }) => name);
  const rows = [
    [words.time, `${time.toFixed(2)} s`],
    [words.distance, metres(x - recording.poses[0]!)],
    [words.pace, `${speed.toFixed(1)} m/s`],
    [words.height, `${(y - heightAt(terrain, x)).toFixed(2)} m`],
    [words.grounded, grounded.length === 0 ? '–' : grounded.join(', ')],
  ] as const;
  return (
    <dl class="readout">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <SentenceText text={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
