import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { bodies } from '../../src/creature/bodies.ts';
import { type BodyPlan, bodyPlanSchema } from '../../src/creature/body-plan.ts';
import { type Drawing, drawingSchema, emptyDrawing } from '../../src/drawing/drawing.ts';
import {
  beginHistory,
  drawingIn,
  fromStored,
  type History,
  perform,
  redo,
  toStored,
  undo,
} from '../../src/drawing/history.ts';
import { bodyPlanOf } from '../../src/drawing/plan.ts';
import { stream } from '../../src/math/rng.ts';
import { randomEdit } from './random-edits.ts';

const catalogue = Object.values(bodies as Record<string, BodyPlan>);

/** Edits and undos by chance; what cannot be done must say why, in a sentence. */
function played(start: Drawing, seed: number, count: number): History {
  const rng = stream(seed, 'edits');
  const next = () => rng.next();
  let history = beginHistory(start);
  for (let i = 0; i < count; i++) {
    const before = history;
    try {
      const dice = next();
      if (dice < 0.2) history = undo(history);
      else if (dice < 0.3) history = redo(history);
      else history = perform(history, randomEdit(drawingIn(history), next));
    } catch (error) {
      expect(error).toBeInstanceOf(Error);
      expect((error as Error).message).toMatch(/\w+ \w+/);
      expect(error).not.toBeInstanceOf(TypeError);
      expect(error).not.toBeInstanceOf(RangeError);
      expect(history).toBe(before);
    }
  }
  return history;
}

describe('a history of edits', () => {
  it('leaves a valid drawing, a body or a told fault after any 200 edits and undos; undoing all gives the start', () => {
    const property = fc.property(fc.constantFrom(emptyDrawing, ...catalogue), fc.nat(), (start, seed) => {
      const before = JSON.stringify(start);
      const history = played(start, seed, 200);
      const drawing = drawingIn(history);
      expect(v.is(drawingSchema, drawing)).toBe(true);
      const { plan, faults } = bodyPlanOf(drawing);
      if (plan === undefined) {
        expect(faults.length).toBeGreaterThan(0);
        for (const { words } of faults) expect(words).toMatch(/^[A-Z].*\.$/);
      } else expect(v.is(bodyPlanSchema, plan)).toBe(true);
      let back = history;
      for (let i = 0; i <= history.edits.length; i++) back = undo(back);
      expect(JSON.stringify(drawingIn(back))).toBe(before);
      let again = back;
      for (let i = 0; i < history.done; i++) again = redo(again);
      expect(JSON.stringify(drawingIn(again))).toBe(JSON.stringify(drawing));
      const restored = fromStored(JSON.parse(JSON.stringify(toStored(history))));
      expect(JSON.stringify(drawingIn(restored))).toBe(JSON.stringify(drawing));
    });
    fc.assert(property, { numRuns: 10 });
  });

  it('stores the newest 400 edits, from the drawing before them', () => {
    let history = beginHistory(catalogue[0]!);
    for (let i = 0; i < 450; i++)
      history = perform(history, { kind: 'move', parts: ['torso'], by: [i % 2 === 0 ? 0.1 : -0.1, 0] });
    const stored = toStored(history);
    expect(stored.edits).toHaveLength(400);
    expect(drawingIn(fromStored(stored))).toEqual(drawingIn(history));
    // All but one undone: the one that is done is the first that is stored.
    for (let i = 0; i < 449; i++) history = undo(history);
    const early = toStored(history);
    expect(drawingIn(fromStored(early))).toEqual(drawingIn(history));
  });
});

describe('a drawing of a body', () => {
  it.each(Object.keys(bodies))('gives the %s again', (name) => {
    const plan = (bodies as Record<string, BodyPlan>)[name]!;
    expect(bodyPlanOf(plan).plan).toEqual(plan);
  });
});
