import { performance } from 'node:perf_hooks';
import { coloursOf } from '../src/export/colours.ts';
import { createPictures } from '../src/export/picture.ts';
import { opened, sealed } from '../src/format/container.ts';
import { recordingFromDocument, recordingToDocument } from '../src/format/recording-document.ts';
import { stream } from '../src/math/rng.ts';
import { inProcess } from '../src/run/evaluator.ts';
import { parseExperiment } from '../src/run/experiment.ts';
import { run } from '../src/run/run.ts';
import type { Recording } from '../src/sim/recording.ts';
import { lengthOf, poseAt } from '../src/view/pose.ts';

/**
 * What it costs to go to any moment of a recording of a minute at 60 Hz: opening it once, then the pose of a moment, and a whole
 * picture of it. (`npm run bench:page seek` has the same for the player in a browser, drawn.)
 */
const SECONDS = 60;
const SEEKS = 20_000;
const PICTURES = 500;

/** The first champion of a body, its few seconds over and over for a minute. */
async function minuteOf(body: string): Promise<Recording> {
  const experiment = parseExperiment({ body, brain: { name: 'linear' }, seed: 1 });
  for await (const { champion } of run(experiment, inProcess, { record: true })) {
    const recording = champion?.recording;
    if (recording === undefined) continue;
    const { frameTimestep, frameCount, poses, actions, contacts } = recording;
    const count = Math.round(SECONDS / frameTimestep) + 1;
    const over = <T extends Float64Array | Float32Array | Uint8Array>(rows: T, into: T): T => {
      const width = rows.length / frameCount;
      for (let at = 0; at < into.length; at++) into[at] = rows[at % (width * frameCount)] as number;
      return into;
    };
    const wide = (rows: ArrayLike<number>) => (rows.length / frameCount) * count;
    return {
      ...recording,
      frameCount: count,
      poses: over(poses, new Float64Array(wide(poses))),
      actions: over(actions, new Float32Array(wide(actions))),
      contacts: over(contacts, new Uint8Array(wide(contacts))),
    };
  }
  throw new Error(`${body} has no champion`);
}

/** Median and worst of so many goes, milliseconds. */
function timed(count: number, act: () => void): string {
  const times = Float64Array.from({ length: count }, () => {
    const begun = performance.now();
    act();
    return performance.now() - begun;
  }).sort();
  return `median ${times[count >> 1]?.toFixed(4)} ms, worst ${times.at(-1)?.toFixed(3)} ms`;
}

for (const body of ['biped', 'caterpillar', 'spider']) {
  const { plan, ...minute } = await minuteOf(body);
  const packed = sealed('replay', recordingToDocument({ plan, ...minute }));
  const open = () =>
    recordingFromDocument(opened(packed, body).document as Parameters<typeof recordingFromDocument>[0], plan);
  const recording = open();
  const rng = stream(1, 'seek');
  const moment = () => rng.next() * lengthOf(recording);
  const frame = { width: 1280, height: 720 };
  const draw = createPictures({ recording, fell: false, frame, palette: coloursOf(false), caption: '' });
  console.log(`${body}, ${plan.parts.length} parts, ${recording.frameCount} frames`);
  console.log(`  opened once: ${timed(20, open)}`);
  console.log(`  pose of any moment: ${timed(SEEKS, () => poseAt(recording, moment()))}`);
  console.log(`  picture of any moment: ${timed(PICTURES, () => draw(moment(), 0))}`);
}
await inProcess.close();
