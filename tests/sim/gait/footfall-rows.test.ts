import { expect, test } from 'vitest';
import { bodies } from '../../../src/creature/bodies.ts';
import type { BodyPlan } from '../../../src/creature/body-plan.ts';
import { footfallRows } from '../../../src/sim/gait/footfall-rows.ts';
import type { Recording } from '../../../src/sim/recording.ts';

/** A recording at 10 frames a second in which these parts are down in these frames, written as `1` and `0`. */
function recordingOf(plan: BodyPlan, down: Record<string, string>): Recording {
  const frameCount = Math.max(...Object.values(down).map(({ length }) => length));
  const contacts = new Uint8Array(frameCount * plan.parts.length);
  for (const [name, frames] of Object.entries(down)) {
    const part = plan.parts.findIndex((each) => each.name === name);
    for (let frame = 0; frame < frames.length; frame++)
      contacts[frame * plan.parts.length + part] = Number(frames[frame]);
  }
  return { plan, frameCount, frameTimestep: 0.1, contacts } as unknown as Recording;
}

/** Legs are about 2.2 m long: at this gravity a contact has to last 0.1 sqrt(2.2 / 2.2) s, one frame. */
const SOON = 2.2;
/** And at this one four frames and more. */
const LATE = 0.15;

test('a row has the times at which its foot is down, to the end of the episode', () => {
  const rows = footfallRows(recordingOf(bodies.biped, { 'left shin': '1100110', 'right shin': '0011001' }), SOON);
  expect(rows.map(({ name, side }) => [name, side])).toEqual([
    ['left shin', 'left'],
    ['right shin', 'right'],
  ]);
  const round = rows.map(({ spans }) => spans.map((span) => span.map((time) => Math.round(10 * time))));
  expect(round).toEqual([
    [
      [0, 2],
      [4, 6],
    ],
    [
      [2, 4],
      [6, 7],
    ],
  ]);
});

test('gaps too short for a step are closed', () => {
  const [row] = footfallRows(recordingOf(bodies.biped, { 'left shin': '111101111', 'right shin': '000000000' }), LATE);
  expect(row!.spans).toEqual([[0, 9 * 0.1]]);
});

test('left feet come before right ones, on each side from the front to the back', () => {
  const { quadruped } = bodies;
  const rows = footfallRows(recordingOf(quadruped, { [quadruped.parts[1]!.name]: '1' }), SOON);
  expect(rows.map(({ side }) => side)).toEqual(['left', 'left', 'right', 'right']);
  const hipOf = (name: string) => quadruped.parts.find((part) => part.name === name)!.position[0];
  expect(hipOf(rows[0]!.name)).toBeGreaterThan(hipOf(rows[1]!.name));
  expect(hipOf(rows[2]!.name)).toBeGreaterThan(hipOf(rows[3]!.name));
});

test('a body without legs has no rows', () => {
  expect(footfallRows(recordingOf(bodies.caterpillar, { [bodies.caterpillar.parts[0]!.name]: '1' }), SOON)).toEqual([]);
});
