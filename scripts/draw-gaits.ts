import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { actuatorCount } from '../src/creature/muscle.ts';
import { footfallSvg } from '../src/export/footfall-svg.ts';
import { poseStrip } from '../src/export/pose-strip.ts';
import { svgOf } from '../src/export/svg.ts';
import { replayFromDocument } from '../src/format/replay-document.ts';
import { inProcess } from '../src/run/evaluator.ts';
import { testBatch, verify } from '../src/run/replay.ts';
import { footfallRows } from '../src/sim/gait/footfall-rows.ts';
import type { Gait } from '../src/sim/gait/gait.ts';
import { gaits } from '../src/sim/gait/names.ts';
import type { Recording } from '../src/sim/recording.ts';
import type { Terrain } from '../src/sim/terrain.ts';
import { paper } from '../src/view/palette.ts';

/** Drawn section of an episode, seconds: after a gait has settled, and long enough for a few strides. */
const FROM = 4;
const STRIP_TIME = 6;
const DIAGRAM_TIME = 4;
/** Pixels. */
const WIDTH = 900;

/** Some seconds of a recording as one of its own. */
function sectionOf(recording: Recording, from: number, to: number): Recording {
  const { plan, frameTimestep, frameCount, poses, contacts, actions } = recording;
  const first = Math.min(Math.round(from / frameTimestep), frameCount - 1);
  const last = Math.min(Math.round(to / frameTimestep), frameCount);
  const { length } = plan.parts;
  return {
    ...recording,
    frameCount: last - first,
    poses: poses.subarray(3 * first * length, 3 * last * length),
    contacts: contacts.subarray(first * length, last * length),
    actions: actions.subarray(first * actuatorCount(plan), last * actuatorCount(plan)),
  };
}

/** The section's ground alone, so that the strip's rows keep to it. */
function groundOf({ terrain, poses, plan, frameCount }: Recording): Terrain {
  const xs = [poses[0]!, poses[3 * (frameCount - 1) * plan.parts.length]!];
  const [left, right] = [Math.min(...xs) - 10, Math.max(...xs) + 10];
  const points: number[] = [];
  for (let i = 0; i < terrain.points.length; i += 2)
    if (terrain.points[i]! >= left && terrain.points[i]! <= right)
      points.push(terrain.points[i]!, terrain.points[i + 1]!);
  return { ...terrain, points: Float64Array.from(points) };
}

const share = (value: number) => value.toFixed(2);
const shares = (values: readonly (number | null)[]) =>
  values.map((value) => (value === null ? '-' : share(value))).join(', ') || '-';

/** A line of the table of measures. */
const rowOf = (body: string, gait: Gait) =>
  [
    body,
    gaits[gait.name].verb,
    share(gait.passing),
    shares(gait.dutyFactors),
    shares(gait.phaseLags),
    share(gait.flight),
    share(gait.froude),
    share(gait.costOfTransport),
  ].join(' | ');

/** The gait that a file is called by: names of gaits may have spaces, and a body may follow. */
const gaitOf = (file: string) => Object.keys(gaits).find((gait) => file === gait || file.startsWith(`${gait} `));

/**
 * Draws every replay of a folder, `GAIT.json` or `GAIT BODY.json`, as `…-strip.svg` and `…-footfalls.svg`: six and four seconds,
 * after the first four, of its first test that has this gait. Returns the measures as rows of a Markdown table, and a sentence
 * on each replay that gives another result than it says, or has no test with this gait.
 */
export async function drawGaits(folder: string): Promise<{ table: string; faults: string[] }> {
  const rows: string[] = [];
  const faults: string[] = [];
  for (const file of readdirSync(folder).filter((each) => each.endsWith('.json'))) {
    const name = file.slice(0, -5);
    const path = join(folder, file);
    const replay = replayFromDocument(JSON.parse(readFileSync(path, 'utf8')), path);
    const { evaluations, verified, difference } = await verify(replay, inProcess);
    if (!verified) faults.push(`${path}: ${difference}`);
    const test = evaluations.findIndex(({ metrics }) => metrics.gait.name === gaitOf(name));
    if (test < 0) {
      faults.push(
        `${path}: none of its tests is called so, but ${evaluations.map(({ metrics }) => metrics.gait.name)}`,
      );
      continue;
    }
    const { gait } = evaluations[test]!.metrics;
    const [episode] = await inProcess.evaluate(testBatch(replay, [replay.tests[test]!.seed], true));
    const recording = episode?.recording as Recording;
    const body = recording.plan.title;
    const title = `${body} ${gaits[gait.name].verb}`;
    const section = sectionOf(recording, FROM, FROM + STRIP_TIME);
    const { marks, frame } = poseStrip({ ...section, terrain: groundOf(section) }, WIDTH, paper, title);
    writeFileSync(join(folder, `${name}-strip.svg`), svgOf(marks, frame, title));
    const times = { from: FROM, to: FROM + DIAGRAM_TIME };
    const diagram = footfallSvg(footfallRows(recording, Number(replay.experiment.task.gravity)), {
      ...times,
      ...{ width: WIDTH, palette: paper, title },
    });
    writeFileSync(join(folder, `${name}-footfalls.svg`), diagram);
    rows.push(`| ${rowOf(body, gait)} |`);
  }
  const head = '| body | it | passing | duty factors | phase lags | flight | Froude | cost |';
  return { table: [head, `|${'---|'.repeat(8)}`, ...rows].join('\n'), faults };
}
