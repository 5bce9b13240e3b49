import * as v from 'valibot';
import { bodyPlanSchema } from '../creature/body-plan.ts';

/** Letters of a column. A whole replay is limited to fewer. */
const MAX_LETTERS = 8_000_000;

const MAX_CORNERS = 10_000;

/** Two minutes, the longest episode, at 240 Hz, and a few more. */
const MAX_FRAMES = 30_000;

const finite = v.pipe(v.number(), v.finite());
const whole = (min: number, max: number) => v.pipe(finite, v.integer(), v.minValue(min), v.maxValue(max));
const base64Text = v.pipe(v.string(), v.maxLength(MAX_LETTERS));
const point = v.strictTuple([finite, finite]);
const block = v.strictObject({ x: finite, y: finite, width: finite, height: finite });
const rock = v.pipe(v.array(point), v.minLength(3), v.maxLength(8));

/** How an episode looked. It is for display; the replay's other fields are what verifies. */
export const recordingSchema = v.strictObject({
  /** Seconds. */
  frameTimestep: v.pipe(finite, v.minValue(0.0005), v.maxValue(1)),
  frameCount: whole(1, MAX_FRAMES),
  /** As it was when recorded, in case the body of that name changes. */
  body: bodyPlanSchema,
  terrain: v.strictObject({
    /** How many points the line of the ground has; they are in `columns.ground`. */
    corners: whole(2, MAX_CORNERS),
    blocks: v.pipe(v.array(block), v.maxLength(1000)),
    rocks: v.optional(v.pipe(v.array(rock), v.maxLength(1000))),
    pieces: v.optional(v.boolean()),
    start: v.optional(point),
    friction: finite,
    end: finite,
  }),
  /** For how many frames in a row all actions are the same; they are written once for these. */
  actionFrames: whole(1, MAX_FRAMES),
  /** Whole numbers, column by column. */
  columns: v.strictObject({
    ground: base64Text,
    root: base64Text,
    angles: base64Text,
    offsets: base64Text,
    actions: base64Text,
    contacts: base64Text,
  }),
  /** Adler-32 (RFC 1950) of the texts of all columns, in their order. */
  checksum: whole(0, 0xffffffff),
});

export type RecordingDocument = v.InferOutput<typeof recordingSchema>;
