import { performance } from 'node:perf_hooks';
import { bodies } from '../src/creature/bodies.ts';
import { stagePalette } from '../src/export/colours.ts';
import { createPictures } from '../src/export/picture.ts';
import { decodeFile, encodeFile } from '../src/format/container.ts';
import { recordingFromDocument, recordingToDocument } from '../src/format/recording-document.ts';
import type { RecordingDocument } from '../src/format/recording-schema.ts';
import { stream } from '../src/math/rng.ts';
import { inProcess } from '../src/run/evaluator.ts';
import { parseExperiment } from '../src/run/experiment.ts';
import { run } from '../src/run/run.ts';
import { setupOf } from '../src/run/setup.ts';
import { rollout } from '../src/sim/rollout.ts';
import { lengthOf, poseAt } from '../src/view/pose.ts';

/**
 * Recordings of a minute at 60 Hz, for each body after 60 generations: size, error, and the time to open one and to seek in it.
 * (`npm run bench:page seek` measures seeks in the player, drawing included.)
 */
const GENERATIONS = 60;
const SECONDS = 60;
const OPENINGS = 20;
const SEEKS = 20_000;
const PICTURES = 500;

/** The recording of a trained champion; shorter than a minute when it falls. */
async function recordingOf(body: string) {
  const experiment = parseExperiment({ body, task: { name: 'walk' } });
  const setup = setupOf(parseExperiment({ body, task: { name: 'walk', duration: SECONDS, stagnation: SECONDS } }));
  for await (const { champion } of run(experiment, inProcess, {})) {
    if (champion === undefined || champion.generation < GENERATIONS - 1) continue;
    const { genome, statistics } = champion;
    const { recording } = rollout(setup, { genome, statistics, seed: 5, record: true });
    if (recording) return recording;
  }
  throw new Error(`${body} has no champion`);
}

/** Median and worst time of `count` calls, milliseconds. */
function timed(count: number, act: () => void): string {
  const times = Float64Array.from({ length: count }, () => {
    const start = performance.now();
    act();
    return performance.now() - start;
  }).sort();
  return `median ${times[count >> 1]?.toFixed(4)} ms, worst ${times.at(-1)?.toFixed(3)} ms`;
}

const chosen = process.argv.slice(2);
for (const body of chosen.length > 0 ? chosen : Object.keys(bodies)) {
  const original = await recordingOf(body);
  const { plan, frameCount } = original;
  const packed = encodeFile('replay', recordingToDocument(original));
  const open = () => recordingFromDocument(decodeFile(packed, body).document as RecordingDocument);
  const recording = open();
  const error = recording.poses.reduce((worst, value, i) => Math.max(worst, Math.abs(value - original.poses[i]!)), 0);
  const bytesPerMinute = (packed.length * SECONDS) / (frameCount * original.frameTimestep);
  console.log(`${body}, ${plan.parts.length} parts, ${frameCount} frames: ${packed.length} bytes`);
  console.log(
    `  a minute: ${Math.round(bytesPerMinute)} bytes; off by at most ${(1000 * error).toFixed(4)} mm or mrad`,
  );
  console.log(`  opened once: ${timed(OPENINGS, open)}`);
  const rng = stream(1, 'seek');
  const moment = () => rng.next() * lengthOf(recording);
  console.log(`  pose of any moment: ${timed(SEEKS, () => poseAt(recording, moment()))}`);
  const frame = { width: 1280, height: 720 };
  const draw = createPictures({ recording, fell: false, frame, palette: stagePalette(false), caption: () => [] });
  console.log(`  picture of any moment: ${timed(PICTURES, () => draw(moment(), 0))}`);
}
await inProcess.close();
