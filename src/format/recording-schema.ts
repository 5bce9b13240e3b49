import * as v from 'valibot';
import { bodyPlanSchema } from '../creature/body-plan.ts';

/** Maximum length of a column, characters. The limit of a whole replay is lower. */
const MAX_LETTERS = 8_000_000;

const MAX_CORNERS = 10_000;

/** The longest episode, two minutes, at 240 Hz, plus a margin. */
const MAX_FRAMES = 30_000;

const finite = v.pipe(v.number(), v.finite());
const whole = (min: number, max: number) => v.pipe(finite, v.integer(), v.minValue(min), v.maxValue(max));
const base64Text = v.pipe(v.string(), v.maxLength(MAX_LETTERS));
const point = v.strictTuple([finite, finite]);
const block = v.strictObject({ x: finite, y: finite, width: finite, height: finite });
const rock = v.pipe(v.array(point), v.minLength(3), v.maxLength(8));

/** Schema of an episode's recording. It is for display only; a replay is verified by its other fields. */
export const recordingSchema = v.strictObject({
  /** Seconds. */
  frameTimestep: v.pipe(finite, v.minValue(0.0005), v.maxValue(1)),
  frameCount: whole(1, MAX_FRAMES),
  /** The body plan when recorded, in case the body of that name changes. */
  body: bodyPlanSchema,
  terrain: v.strictObject({
    /** Number of points of the ground line; they are in `columns.ground`. */
    corners: whole(2, MAX_CORNERS),
    blocks: v.pipe(v.array(block), v.maxLength(1000)),
    rocks: v.optional(v.pipe(v.array(rock), v.maxLength(1000))),
    pieces: v.optional(v.boolean()),
    start: v.optional(point),
    friction: finite,
    end: finite,
  }),
  /** Number of frames for which actions stay the same; they are written once per this many frames. */
  actionFrames: whole(1, MAX_FRAMES),
  /** Encoded integers, column by column, in base64. */
  columns: v.strictObject({
    ground: base64Text,
    root: base64Text,
    angles: base64Text,
    offsets: base64Text,
    actions: base64Text,
    contacts: base64Text,
  }),
  /** Adler-32 (RFC 1950) of all column texts, in column order. */
  checksum: whole(0, 0xffffffff),
});

export type RecordingDocument = v.InferOutput<typeof recordingSchema>;
