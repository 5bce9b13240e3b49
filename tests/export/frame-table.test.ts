import { expect, it } from 'vitest';
import { frameCsv, frameJson, frameTable } from '../../src/export/frame-table.ts';
import { glider } from './glider.ts';

const recording = glider(1);
const { columns, rows } = frameTable(recording);
const at = (frame: number, column: string) => rows[frame]![columns.indexOf(column)];

it('has a row for each frame and a number for each column', () => {
  expect(rows).toHaveLength(61);
  expect(new Set(columns).size).toBe(columns.length);
  expect(rows.every((row) => row.length === columns.length && row.every(Number.isFinite))).toBe(true);
});

it('has time, distance, speed, parts, joints and contacts', () => {
  const { parts, joints } = recording.plan;
  const [part, joint] = [parts.at(-1)!, joints.at(-1)!];
  expect(joint.child).toBe(part.name);
  expect(at(30, 'time')).toBe(0.5);
  expect(at(30, 'distance')).toBeCloseTo(1, 5);
  expect(at(30, 'speed')).toBeCloseTo(2, 5);
  expect(at(30, `${part.name}.x`)).toBeCloseTo(part.position[0] + 1, 5);
  expect(at(30, `${part.name}.angle`)).toBeCloseTo(part.angle + 0.05, 5);
  expect(at(0, `${joint.name}.angle`)).toBe(0);
  expect(at(30, `${joint.name}.angle`)).toBeCloseTo(0.05, 5);
  expect(at(30, `${joint.name}.action`)).toBe(-0.25);
  expect(at(30, `${part.name}.contact`)).toBe(1);
});

it('is CSV that quotes names with commas, and JSON with the results of the episode', () => {
  const odd = { columns: ['a, "b"', 'c'], rows: [[1, -0.5]] };
  expect(frameCsv(odd)).toBe('"a, ""b""",c\n1,-0.5\n');
  expect(JSON.parse(frameJson(odd, { fitness: 2 }))).toEqual({
    format: 'gaitlab-table',
    version: 1,
    fitness: 2,
    ...odd,
  });
});
