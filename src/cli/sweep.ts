import { InvalidArgumentError } from 'commander';
import type { Experiment } from '../run/experiment-schema.ts';
import { presets } from '../run/presets.ts';
import { sweepCsv } from '../run/sweep/csv.ts';
import { applyAdvance, initialOutcomes } from '../run/sweep/outcome.ts';
import { sweepRuns } from '../run/sweep/runs.ts';
import { parseSweep, type Sweep, type SweepPlan } from '../run/sweep/sweep.ts';
import { sweepables, valueIn } from '../run/sweep/sweepable.ts';
import { type ExperimentFlags, experimentFrom } from './experiment-flags.ts';
import { Fault, orFail } from './fault.ts';
import { createNodePool, defaultWorkerCount } from './node-pool.ts';
import { runLine, tableOf } from './sweep-report.ts';

type Varied = [path: string, words: string[]];

export interface SweepFlags extends ExperimentFlags {
  vary?: Varied[];
  seeds?: string;
  steps?: number;
  generations?: number;
  goal: number;
  workers?: number;
  json?: boolean;
  csv?: boolean;
}

const USUAL_STEPS = 60_000;

/** `optimizer.sigma=0.05,0.1`: a setting and the words for its values. */
export function varied(text: string, before: Varied[] = []): Varied[] {
  const at = text.indexOf('=');
  if (at < 1) throw new InvalidArgumentError('Must be key=value,value, as in optimizer.sigma=0.05,0.1.');
  return [...before, [text.slice(0, at), text.slice(at + 1).split(',')]];
}

function axisOf(experiment: Experiment, [path, words]: Varied): SweepPlan['axes'][number] {
  const setting = sweepables(experiment).find((each) => each.path === path)?.setting;
  if (setting === undefined) throw new Fault(`--vary ${path}: there is no such setting here`);
  const values = words.map((word) => {
    const value = valueIn(word, setting);
    if (value === undefined) throw new Fault(`--vary ${path}: "${word}" is no value for it`);
    return value;
  });
  return { path, values };
}

/** The sweep that a preset or file and flags name. Throws a Fault that says what is wrong with them. */
function sweepFrom(source: string, flags: SweepFlags): Sweep {
  const base = experimentFrom(source, flags);
  const ready = Object.hasOwn(presets, source) ? presets[source]?.sweep : undefined;
  const axes = flags.vary?.map((each) => axisOf(base, each)) ?? ready?.axes;
  if (axes === undefined) throw new Fault('what is to be varied? Say it as in --vary optimizer.sigma=0.05,0.1,0.2');
  const hasEnd = flags.steps !== undefined || flags.generations !== undefined;
  const { steps, generations } = hasEnd ? flags : (ready ?? { steps: USUAL_STEPS });
  const seeds = flags.seeds?.split(',').map(Number) ?? ready?.seeds ?? [0, 1, 2].map((each) => base.seed + each);
  const end = { ...(steps === undefined ? {} : { steps }), ...(generations === undefined ? {} : { generations }) };
  return orFail(() => parseSweep(base, { axes, seeds, ...end }));
}

/** Tries values of one or two settings, and tells each run as it ends, then all of them side by side. */
export async function sweep(source: string, flags: SweepFlags): Promise<void> {
  const asked = sweepFrom(source, flags);
  const outcomes = initialOutcomes(asked);
  const evaluator = createNodePool(flags.workers ?? defaultWorkerCount());
  try {
    for await (const news of sweepRuns(asked, evaluator)) {
      applyAdvance(outcomes, news);
      if (news.share < 1 || flags.csv) continue;
      console.log(runLine(asked, outcomes, news.place, flags.json === true, flags.goal));
    }
  } finally {
    await evaluator.close();
  }
  if (flags.csv) process.stdout.write(sweepCsv(asked, outcomes, flags.goal));
  else if (!flags.json) console.log(`\n${tableOf(asked, outcomes, flags.goal)}`);
}
