import * as v from 'valibot';
import { bodyPlanSchema } from '../creature/body-plan.ts';
import { described } from '../schema/described.ts';

/** Maximum length of a column, characters. The limit of a whole replay is lower. */
const MAX_LETTERS = 8_000_000;

const MAX_CORNERS = 10_000;

/** The longest episode, two minutes, at 240 Hz, plus a margin. */
const MAX_FRAMES = 30_000;

const finite = v.pipe(v.number(), v.finite());
const whole = (min: number, max: number) => v.pipe(finite, v.integer(), v.minValue(min), v.maxValue(max));
const base64Text = v.pipe(v.string(), v.maxLength(MAX_LETTERS));
const point = v.strictTuple([finite, finite]);
const block = v.strictObject({
  x: described(finite, 'Left side, metres.'),
  y: described(finite, 'Lower side, metres.'),
  width: described(finite, 'Metres.'),
  height: described(finite, 'Metres.'),
});
const rock = v.pipe(v.array(point), v.minLength(3), v.maxLength(8));

/** Schema of an episode's recording. It is for display only; a replay is verified by its other fields. */
export const recordingSchema = v.strictObject({
  frameTimestep: described(v.pipe(finite, v.minValue(0.0005), v.maxValue(1)), 'Time between two frames, seconds.'),
  frameCount: described(whole(1, MAX_FRAMES), 'Number of frames.'),
  body: described(bodyPlanSchema, 'The body plan when it was recorded, in case the body of that name changes.'),
  terrain: described(
    v.strictObject({
      corners: described(whole(2, MAX_CORNERS), 'Number of points of the ground line, which are in columns.ground.'),
      blocks: described(v.pipe(v.array(block), v.maxLength(1000)), 'Boxes on the ground.'),
      rocks: v.optional(
        described(
          v.pipe(v.array(rock), v.maxLength(1000)),
          'Convex polygons on the ground: corners [x, y], metres, counter-clockwise.',
        ),
      ),
      pieces: v.optional(described(v.boolean(), 'Whether the ground consists of separate edges, as in BipedalWalker.')),
      start: v.optional(described(point, 'Start of the creature: [x, y], metres.')),
      friction: described(finite, 'Coulomb coefficient of the ground.'),
      end: described(finite, 'End of the course, metres.'),
    }),
    'The ground it ran on.',
  ),
  actionFrames: described(
    whole(1, MAX_FRAMES),
    'Number of consecutive frames with the same actions, which are written once.',
  ),
  columns: described(
    v.strictObject({
      ground: described(base64Text, 'Points of the ground line.'),
      root: described(base64Text, 'Positions of the root.'),
      angles: described(base64Text, 'Angles of the parts.'),
      offsets: described(base64Text, 'Positions of the other parts, relative to those that their joints imply.'),
      actions: described(base64Text, 'Actions.'),
      contacts: described(base64Text, '1 for each part that touches the ground.'),
    }),
    'Whole numbers, column by column, as differences, in base64.',
  ),
  checksum: described(whole(0, 0xffffffff), 'Adler-32 (RFC 1950) of all column texts, in this order.'),
});

export type RecordingDocument = v.InferOutput<typeof recordingSchema>;
