import * as v from 'valibot';
import { bodyPlanSchema, jointSchema, partSchema } from '../../creature/body-plan.ts';
import { muscleSchema } from '../../creature/muscle.ts';
import { type Drawing, drawingSchema } from '../../drawing/drawing.ts';
import { drawingIn, fromStored, type StoredHistory } from '../../drawing/history.ts';

/** A creature of one's own as it is stored: the drawing with its edits. */
export interface SavedBody {
  id: string;
  /** When it was changed last, ms since 1970. */
  changed: number;
  history: StoredHistory;
}

const names = v.array(v.string());
const point = v.strictTuple([v.number(), v.number()]);
const { name: _name, ...partEntries } = partSchema.entries;
const { anchor, limits, torque, speed } = jointSchema.entries;
const { rest, strength, speed: muscleSpeed, pushes } = muscleSchema.entries;
const { name, title, about, verb } = bodyPlanSchema.entries;

/** Edits as they are stored; what they refer to is checked when they are done again. */
const editSchema: v.GenericSchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('add'),
    parts: v.array(partSchema),
    joints: v.array(jointSchema),
    muscles: v.optional(v.array(muscleSchema)),
  }),
  v.strictObject({ kind: v.literal('remove'), parts: names, joints: names, muscles: v.optional(names) }),
  v.strictObject({ kind: v.literal('part'), names, to: v.partial(v.strictObject(partEntries)) }),
  v.strictObject({ kind: v.literal('blind'), names }),
  v.strictObject({
    kind: v.literal('reshape'),
    name: v.string(),
    to: v.strictObject({ shape: partEntries.shape, position: partEntries.position, angle: partEntries.angle }),
  }),
  v.strictObject({
    kind: v.literal('joint'),
    names,
    to: v.partial(v.strictObject({ anchor, limits, torque, speed })),
  }),
  v.strictObject({
    kind: v.literal('muscle'),
    names,
    to: v.partial(v.strictObject({ rest, strength, speed: muscleSpeed, pushes })),
  }),
  v.strictObject({
    kind: v.literal('rename'),
    of: v.picklist(['parts', 'joints', 'muscles']),
    from: v.string(),
    to: v.string(),
  }),
  v.strictObject({ kind: v.literal('move'), parts: names, by: point }),
  v.strictObject({ kind: v.literal('turn'), parts: names, by: v.number(), around: point }),
  v.strictObject({ kind: v.literal('scale'), parts: names, by: v.number(), around: point }),
  v.strictObject({ kind: v.literal('about'), to: v.partial(v.strictObject({ name, title, about, verb })) }),
  v.strictObject({ kind: v.literal('all'), edits: v.array(v.lazy(() => editSchema)) }),
]);

const savedBodySchema = v.strictObject({
  id: v.string(),
  changed: v.number(),
  history: v.strictObject({
    start: drawingSchema,
    edits: v.array(editSchema),
    done: v.pipe(v.number(), v.integer(), v.minValue(0)),
  }),
});

/** Whether a record from storage is a creature: other versions of the page may store other data. */
export const isSavedBody = (value: unknown): value is SavedBody => v.is(savedBodySchema, value);

const drawings = new WeakMap<SavedBody, Drawing>();

/** The drawing of a stored creature; all its edits are done once. */
export function drawingOf(body: SavedBody): Drawing {
  const drawing = drawings.get(body) ?? drawingIn(fromStored(body.history));
  drawings.set(body, drawing);
  return drawing;
}
