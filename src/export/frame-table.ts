import type { Joint } from '../creature/body-plan.ts';
import { actuatorCount } from '../creature/muscle.ts';
import type { Recording } from '../sim/recording.ts';
import { heightAt } from '../sim/terrain.ts';

/** An episode as a table of numbers with one row per frame. */
export interface FrameTable {
  columns: string[];
  rows: number[][];
}

/** Rounds to micrometres, microradians and so on; `+ 0` turns -0 into 0. */
const rounded = (value: number) => Math.round(value * 1e6) / 1e6 + 0;

/** The angle of a joint in a frame, radians: 0 in the body plan's rest pose, counter-clockwise positive. */
function jointAngle({ plan, poses }: Recording, frame: number, { parent, child }: Joint): number {
  const angle = (name: string) => {
    const i = plan.parts.findIndex((part) => part.name === name);
    const now = poses[3 * (frame * plan.parts.length + i) + 2]!;
    return now - (plan.parts[i]?.angle ?? 0);
  };
  return angle(child) - angle(parent);
}

/**
 * Every frame of an episode in SI units: time; the root's distance from its start, horizontal speed and height above the
 * ground; for each part x, y, angle and ground contact (0 or 1); for each joint its angle and action in [-1, 1].
 */
export function frameTable(recording: Recording): FrameTable {
  const { plan, terrain, poses, actions, contacts, frameCount, frameTimestep } = recording;
  const count = plan.parts.length;
  const columns = [
    ...['time', 'distance', 'speed', 'height'],
    ...plan.parts.flatMap(({ name }) => [`${name}.x`, `${name}.y`, `${name}.angle`, `${name}.contact`]),
    ...plan.joints.flatMap(({ name }) => [`${name}.angle`, `${name}.action`]),
  ];
  const rootX = (frame: number) => poses[3 * frame * count]!;
  const rows = Array.from({ length: frameCount }, (_, frame) => {
    const [x, y] = [rootX(frame), poses[3 * frame * count + 1]!];
    const speed = frame === 0 ? 0 : (x - rootX(frame - 1)) / frameTimestep;
    return [
      ...[frame * frameTimestep, x - rootX(0), speed, y - heightAt(terrain, x)],
      ...plan.parts.flatMap((_, i) => {
        const at = frame * count + i;
        return [...poses.subarray(3 * at, 3 * at + 3), contacts[at]!];
      }),
      ...plan.joints.flatMap((joint, j) => [
        jointAngle(recording, frame, joint),
        actions[frame * actuatorCount(plan) + j]!,
      ]),
    ].map(rounded);
  });
  return { columns, rows };
}

/** A CSV field, quoted where necessary. */
const field = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

export const frameCsv = ({ columns, rows }: FrameTable): string =>
  `${[columns.map(field), ...rows].map((row) => row.join(',')).join('\n')}\n`;

/** The table as JSON, after the properties of `summary` (the results of the whole episode). */
export const frameJson = ({ columns, rows }: FrameTable, summary: object): string =>
  `${JSON.stringify({ format: 'gaitlab-table', version: 1, ...summary, columns, rows })}\n`;
