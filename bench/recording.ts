import { performance } from 'node:perf_hooks';
import { bodies } from '../src/creature/bodies.ts';
import { coloursOf } from '../src/export/colours.ts';
import { createPictures } from '../src/export/picture.ts';
import { decodeFile, encodeFile } from '../src/format/container.ts';
import {
  type RecordingDocument,
  recordingFromDocument,
  recordingToDocument,
} from '../src/format/recording-document.ts';
import { stream } from '../src/math/rng.ts';
import { inProcess } from '../src/run/evaluator.ts';
import { parseExperiment } from '../src/run/experiment.ts';
import { run } from '../src/run/run.ts';
import { setupOf } from '../src/run/setup.ts';
import { rollout } from '../src/sim/rollout.ts';
import { lengthOf, poseAt } from '../src/view/pose.ts';

/**
 * What the recording of a minute at 60 Hz takes, of each body as it walks after so many generations; how far it is off; and what it
 * costs to open it once and to go to any moment of it. (`npm run bench:page seek` has the last for the player, drawn.)
 */
const GENERATIONS = 60;
const SECONDS = 60;
const OPENINGS = 20;
const SEEKS = 20_000;
const PICTURES = 500;

/** Whoever falls within the minute has a shorter recording. */
async function lifeOf(body: string) {
  const experiment = parseExperiment({ body, task: { name: 'walk' } });
  const setup = setupOf(parseExperiment({ body, task: { name: 'walk', duration: SECONDS, stagnation: SECONDS } }));
  for await (const { champion } of run(experiment, inProcess, {})) {
    if (champion === undefined || champion.generation < GENERATIONS - 1) continue;
    const { genome, statistics } = champion;
    const { recording } = rollout(setup, { genome, statistics, seed: 5, record: true });
    if (recording) return { recording, gravity: setup.settings.gravity };
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

const asked = process.argv.slice(2);
for (const body of asked.length > 0 ? asked : Object.keys(bodies)) {
  const { recording: lived, gravity } = await lifeOf(body);
  const { plan, frameCount } = lived;
  const packed = encodeFile('replay', recordingToDocument(lived, gravity));
  const open = () => recordingFromDocument(decodeFile(packed, body).document as RecordingDocument, plan);
  const recording = open();
  const off = recording.poses.reduce((worst, value, i) => Math.max(worst, Math.abs(value - lived.poses[i]!)), 0);
  const aMinute = (packed.length * SECONDS) / (frameCount * lived.frameTimestep);
  console.log(`${body}, ${plan.parts.length} parts, ${frameCount} frames: ${packed.length} bytes`);
  console.log(`  a minute: ${Math.round(aMinute)} bytes; off by at most ${(1000 * off).toFixed(4)} mm or mrad`);
  console.log(`  opened once: ${timed(OPENINGS, open)}`);
  const rng = stream(1, 'seek');
  const moment = () => rng.next() * lengthOf(recording);
  console.log(`  pose of any moment: ${timed(SEEKS, () => poseAt(recording, moment()))}`);
  const frame = { width: 1280, height: 720 };
  const draw = createPictures({ recording, fell: false, frame, palette: coloursOf(false), caption: '' });
  console.log(`  picture of any moment: ${timed(PICTURES, () => draw(moment(), 0))}`);
}
await inProcess.close();
