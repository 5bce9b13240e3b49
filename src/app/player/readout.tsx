import { heightAt } from '../../sim/terrain.ts';
import { frameAt, poseAt } from '../../view/pose.ts';
import { metres } from './metres.ts';
import { words } from './readout-words.ts';
import type { PlayerState } from './show.ts';

/** Metres a second are measured over so many seconds. */
const SPAN = 0.5;

/** Numbers of the moment shown. */
export function Readout({ show }: { show: PlayerState }) {
  const time = show.time.value;
  const recording = show.relived.value?.recording;
  if (recording === undefined || !show.hasNumbers.value) return null;
  const { plan, terrain, contacts } = recording;
  const pose = poseAt(recording, time);
  const [x, y] = [pose[0] as number, pose[1] as number];
  const from = Math.max(0, time - SPAN);
  const speed = time > from ? (x - (poseAt(recording, from)[0] as number)) / (time - from) : 0;
  const first = frameAt(recording, time) * plan.parts.length;
  const standing = plan.parts.filter((_, i) => contacts[first + i] === 1).map(({ name }) => name);
  const rows = [
    [words.time, `${time.toFixed(2)} s`],
    [words.distance, metres(x - (recording.poses[0] as number))],
    [words.pace, `${speed.toFixed(1)} m/s`],
    [words.height, `${(y - heightAt(terrain, x)).toFixed(2)} m`],
    [words.grounded, standing.length === 0 ? '–' : standing.join(', ')],
  ] as const;
  return (
    <dl class="readout">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
