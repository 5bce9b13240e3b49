import type { Joint } from '../creature/body-plan.ts';
import type { Recording } from '../sim/recording.ts';
import { heightAt } from '../sim/terrain.ts';

/** A life as numbers: a row for each frame. */
export interface Table {
  columns: string[];
  rows: number[][];
}

/** Of what is measured in metres, radians and their like. */
const MOST_DIGITS = 1e6;
const short = (value: number) => Math.round(value * MOST_DIGITS) / MOST_DIGITS + 0;

/** The angle of a joint in a frame, radians, 0 as it stands; counter-clockwise is positive. */
function jointAngle({ plan, poses }: Recording, frame: number, { parent, child }: Joint): number {
  const angle = (name: string) => {
    const i = plan.parts.findIndex((part) => part.name === name);
    const now = poses[3 * (frame * plan.parts.length + i) + 2] as number;
    return now - (plan.parts[i]?.angle ?? 0);
  };
  return angle(child) - angle(parent);
}

/**
 * Every frame of a life in SI units: time; the root's distance from its start, speed along the ground and height over it;
 * for each part x, y, angle and whether it touches the ground; for each joint its angle and what it was asked for, -1 to 1.
 */
export function tableOf(recording: Recording): Table {
  const { plan, terrain, poses, actions, contacts, frameCount, frameTimestep } = recording;
  const count = plan.parts.length;
  const columns = [
    ...['time', 'distance', 'speed', 'height'],
    ...plan.parts.flatMap(({ name }) => [`${name}.x`, `${name}.y`, `${name}.angle`, `${name}.contact`]),
    ...plan.joints.flatMap(({ name }) => [`${name}.angle`, `${name}.action`]),
  ];
  const rootX = (frame: number) => poses[3 * frame * count] as number;
  const rows = Array.from({ length: frameCount }, (_, frame) => {
    const [x, y] = [rootX(frame), poses[3 * frame * count + 1] as number];
    const speed = frame === 0 ? 0 : (x - rootX(frame - 1)) / frameTimestep;
    return [
      ...[frame * frameTimestep, x - rootX(0), speed, y - heightAt(terrain, x)],
      ...plan.parts.flatMap((_, i) => {
        const at = frame * count + i;
        return [...poses.subarray(3 * at, 3 * at + 3), contacts[at] as number];
      }),
      ...plan.joints.flatMap((joint, j) => [
        jointAngle(recording, frame, joint),
        actions[frame * plan.joints.length + j] as number,
      ]),
    ].map(short);
  });
  return { columns, rows };
}

/** A name as a field of CSV. */
const field = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

export const csvOf = ({ columns, rows }: Table): string =>
  `${[columns.map(field), ...rows].map((row) => row.join(',')).join('\n')}\n`;

/** The same as JSON, with what the whole life came to before it. */
export const jsonOf = ({ columns, rows }: Table, life: object): string =>
  `${JSON.stringify({ format: 'gaitlab-table', version: 1, ...life, columns, rows })}\n`;
