import { describe, expect, it } from 'vitest';
import { bodies } from '../../src/creature/bodies.ts';
import type { Point } from '../../src/creature/body-plan.ts';
import { type Drawing, emptyDrawing, jointOf, partOf } from '../../src/drawing/drawing.ts';
import { apply } from '../../src/drawing/edit.ts';
import { type DrawingTool, type GrabOptions, grab } from '../../src/drawing/grab.ts';
import { handlesOf, type Selection } from '../../src/drawing/handles.ts';
import { inspect } from '../../src/drawing/inspect.ts';
import { copyEdit } from '../../src/drawing/leg-copy.ts';
import { withMates } from '../../src/drawing/pairs.ts';
import { bodyPlanOf } from '../../src/drawing/plan.ts';

const OPTIONS: GrabOptions = {
  ...{ px: 1 / 200, grid: 0.05, isAlike: true, movesHanging: true },
  ...{ adds: false, width: 0.2, reach: 13 },
};
const NOTHING: Selection = { parts: [] };

/** Drags with a tool from one point to another. */
function dragged(
  drawing: Drawing,
  tool: DrawingTool,
  from: Point,
  to: Point,
  selection: Selection = NOTHING,
  options: Partial<GrabOptions> = {},
): Drawing {
  const edit = grab(drawing, selection, tool, from, { ...OPTIONS, ...options }).edit(to);
  return edit ? apply(drawing, edit) : drawing;
}

const biped: Drawing = bodies.biped;

describe('a drag', () => {
  it('draws three legs under a box, joined, and nothing is wrong with them', () => {
    let drawing = dragged(emptyDrawing, 'box', [-0.7, 0.9], [0.7, 1.3]);
    for (const x of [-0.5, 0, 0.5]) {
      drawing = dragged(drawing, 'limb', [x, 1], [x, 0.5]);
      // Not quite at the end of the upper limb: the end attracts.
      drawing = dragged(drawing, 'limb', [x + 0.02, 0.49], [x, 0.01]);
    }
    expect(drawing.joints.map(({ anchor }) => anchor)).toContainEqual([0.5, 0.5]);
    expect(drawing.parts.filter(({ role }) => role === 'foot')).toHaveLength(3);
    expect(inspect(drawing)).toEqual([]);
  });

  it('moves a part with what hangs on it and with its counterpart, on the grid', () => {
    const moved = dragged(biped, 'select', [0, 1.6], [0.21, 1.6]);
    for (const name of ['left thigh', 'left shin', 'right thigh', 'right shin'])
      expect(partOf(moved, name).position[0] - partOf(biped, name).position[0]).toBeCloseTo(0.2, 1);
    expect(jointOf(moved, 'left hip').anchor[0]).toBeCloseTo(0.2, 1);
    expect(partOf(moved, 'torso')).toBe(partOf(biped, 'torso'));
    const alone = dragged(biped, 'select', [0, 1.6], [0.21, 1.6], NOTHING, { movesHanging: false, isAlike: false });
    expect(partOf(alone, 'left shin')).toBe(partOf(biped, 'left shin'));
    expect(partOf(alone, 'right thigh')).toBe(partOf(biped, 'right thigh'));
  });

  it('does nothing when it hardly moves, and selects', () => {
    const pressed = grab(biped, NOTHING, 'select', [0, 1.6], OPTIONS);
    expect(pressed.selection.parts).toEqual(['left thigh', 'right thigh']);
    expect(pressed.edit([0.005, 1.6])).toBeUndefined();
    expect(grab(biped, NOTHING, 'select', [3, 3], OPTIONS)).toMatchObject({ isFrame: true, selection: NOTHING });
  });

  it('of a joint moves its hinge on both sides; of a limit, keeps the lower one below', () => {
    const knee: Selection = { parts: [], joint: 'left knee' };
    const moved = dragged(biped, 'select', [0, 1.1], [0, 1.3], knee);
    expect([jointOf(moved, 'left knee').anchor, jointOf(moved, 'right knee').anchor]).toEqual([
      [0, 1.3],
      [0, 1.3],
    ]);
    const alike = (names: readonly string[]) => withMates(biped.joints, names);
    const lower = handlesOf(biped, knee, { px: 1 / 200, alike }).find(({ kind }) => kind === 'lower')!;
    const opened = apply(biped, lower.edit([-1, 1.1]));
    expect(jointOf(opened, 'right knee').limits[0]).toBeCloseTo(-Math.PI / 2, 2);
    const crossed = apply(biped, lower.edit([1, 1.1]));
    expect(jointOf(crossed, 'left knee').limits).toEqual([0, 0]);
  });
});

describe('handles', () => {
  it.each(Object.entries(bodies as Record<string, Drawing>))('of every part of the %s give a drawing', (_, body) => {
    for (const { name } of body.parts) {
      const alike = (names: readonly string[]) => withMates(body.parts, names);
      for (const handle of handlesOf(body, { parts: [name] }, { px: 1 / 200, alike })) {
        const [x, y] = handle.at;
        const changed = apply(body, handle.edit([x + 0.3, y + 0.2]));
        expect(changed).not.toEqual(body);
        expect(changed.parts.map((part) => part.name)).toEqual(body.parts.map((part) => part.name));
      }
    }
  });

  it('of a limb move its end, and the hinge and what hangs there with it', () => {
    const alike = (names: readonly string[]) => withMates(biped.parts, names);
    const ends = handlesOf(biped, { parts: ['left thigh'] }, { px: 1 / 200, alike });
    const lower = ends.find(({ kind, at }) => kind === 'end' && at[1] < 1.2)!;
    const bent = apply(biped, lower.edit([0.3, 1.1]));
    expect(jointOf(bent, 'left knee').anchor).toEqual([0.3, 1.1]);
    expect(partOf(bent, 'right shin').position[0]).toBeCloseTo(0.3);
    expect(jointOf(bent, 'left hip').anchor).toEqual([0, 2.2]);
  });
});

describe('a copy of a leg', () => {
  it('is a pair beside the first one, with names of its own, and evolves', () => {
    const { edit, names } = copyEdit(biped, 'left thigh');
    const four = apply(biped, edit);
    expect(names).toEqual(['left thigh 2', 'right thigh 2']);
    expect(four.joints.map(({ name }) => name).slice(4)).toEqual([
      'left hip 2',
      'left knee 2',
      'right hip 2',
      'right knee 2',
    ]);
    expect(bodyPlanOf(four).plan?.parts).toHaveLength(9);
  });
});
