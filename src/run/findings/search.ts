import type { Experiment } from '../experiment-schema.ts';
import {
  type Check,
  defaultAt,
  fitnessText,
  percent,
  type Remedy,
  type RunCourse,
  restarting,
  setting,
  settingAt,
  tenths,
  valueAt,
} from '../finding.ts';
import { stepPath } from '../step-path.ts';
import { isGain, recentMean, recentRms } from '../trend.ts';
import { MAX_NOISE, MAX_SATURATION, MIN_FITNESS_SPREAD } from './thresholds.ts';

/** Multiple of the default step size that is too big: all outputs saturate. Up to ten times the default learns well. */
const TOO_BIG = 20;
/** Step size for the large weights that result, as a multiple of the default; with less they hardly change. */
const FOR_LARGE_WEIGHTS = 10;
/** Share of the default step size that is too small: brains of one generation walk alike to within about 10 cm. */
const TOO_SMALL = 1 / 30;
const NOISE_SPAN = 20;

/** Whether the optimizer's children are mutated parents; its step size does not adapt. */
const breeds = (experiment: Experiment) => stepPath(experiment) === 'optimizer.mutation';

const small = (value: number) => String(Number(value.toPrecision(2)));

/** Remedies that bring the step size to `times` its default in this run, or restart with the default. */
function otherStep(experiment: Experiment, step: number, times: number): Remedy[] {
  const path = stepPath(experiment);
  const known = settingAt(experiment, path);
  if (known === undefined) return [];
  const usual = Number(known.defaultValue);
  // An amended setting scales the adapted step size by the same ratio.
  const value = Number(((valueAt(experiment, path) * times * usual) / step).toPrecision(1));
  const atOnce = setting(experiment, path, value).filter(({ kind }) => kind === 'amend');
  return [...atOnce, restarting(experiment, { [path]: usual })];
}

export const stepTooBig: Check = (course) => {
  const { experiment, signs, gain } = course;
  const step = recentMean(course, 'stepSize');
  const usual = defaultAt(experiment, stepPath(experiment));
  if (signs.length < 5 || !(step > TOO_BIG * usual)) return undefined;
  return {
    severity: gain && isGain(gain) ? 'hint' : 'serious',
    words: `Its steps are too big: ${small(step)} for each weight; the default is ${usual}.`,
    why: 'Such different brains have little in common to build on, and such large weights saturate every output. The run can continue with smaller steps, but a new brain with the default step usually walks better.',
    remedies: otherStep(experiment, step, FOR_LARGE_WEIGHTS),
  };
};

export const stepTooSmall: Check = (course) => {
  const { experiment, signs, gain } = course;
  const step = recentMean(course, 'stepSize');
  const usual = defaultAt(experiment, stepPath(experiment));
  if (breeds(experiment) || signs.length < 5 || !(step < TOO_SMALL * usual)) return undefined;
  if (gain !== undefined && isGain(gain)) return undefined;
  return {
    severity: 'serious',
    words: `Its steps are too small: ${small(step)} for each weight; the default is ${usual}.`,
    why: `The brains of a generation differ too little to tell which is better: their results differ by only ${fitnessText(recentMean(course, 'deviation'), experiment)}.`,
    remedies: otherStep(experiment, step, 1),
  };
};

/** All genomes, or all fitness values, have become the same. */
export const clones: Check = (course) => {
  const { experiment, signs } = course;
  if (signs.length < 5) return undefined;
  const path = stepPath(experiment);
  const usual = defaultAt(experiment, path);
  const diversity = recentMean(course, 'diversity', 5);
  const spread = recentMean(course, 'deviation', 5);
  const areCopies = breeds(experiment) && diversity < TOO_SMALL * usual;
  if (!areCopies && !(spread < MIN_FITNESS_SPREAD * Math.max(1, Math.abs(recentMean(course, 'mean', 5)))))
    return undefined;
  const wider = Math.max(usual, 3 * valueAt(experiment, path));
  return {
    severity: 'serious',
    words: areCopies
      ? `They are clones: the brains of a generation differ by ${small(diversity)} in each weight.`
      : `They all do the same: the episodes of a generation end within ${fitnessText(spread, experiment)} of each other.`,
    why: 'Selection needs differences. If all brains are alike there is nothing to select, and the search stops improving.',
    remedies: setting(experiment, path, wider),
  };
};

export const saturated: Check = (course) => {
  const { experiment, signs, gain } = course;
  const share = recentMean(course, 'saturation');
  if (signs.length < 10 || !(share > MAX_SATURATION)) return undefined;
  const isStuck = gain !== undefined && !isGain(gain);
  const path = stepPath(experiment);
  const decay = setting(
    experiment,
    'optimizer.weightDecay',
    Math.max(0.02, 4 * valueAt(experiment, 'optimizer.weightDecay')),
  );
  const anew: Remedy = {
    kind: 'restart',
    words: 'Restart with a new brain',
    changes: { [path]: Math.min(defaultAt(experiment, path), valueAt(experiment, path)) },
  };
  return {
    severity: isStuck ? 'serious' : 'hint',
    words: `Its outputs are saturated: ${percent(share)} of the time its joints push at full strength one way or the other.`,
    why: 'The weights are so large that every output is at its limit. Small changes of the brain then change nothing, so the search cannot tell better from worse.',
    remedies: [...decay, anew],
  };
};

export const unnormalised: Check = ({ experiment, signs, gain }) => {
  if (experiment.run.normalise || (signs.at(-1)?.generation ?? 0) < 10) return undefined;
  const isStuck = gain !== undefined && gain.apart >= 20 && !isGain(gain);
  return {
    severity: isStuck ? 'serious' : 'hint',
    words: 'Its observations are not normalised.',
    why: 'Angles, speeds and contacts have different ranges, and large values hide small ones unless each is centred and scaled. Without that, learning takes several times as long.',
    remedies: setting(experiment, 'run.normalise', true),
  };
};

export const noise: Check = (course: RunCourse) => {
  const { experiment, signs, gain } = course;
  const luck = recentRms(course, 'noise', NOISE_SPAN);
  const differences = recentRms(course, 'deviation', NOISE_SPAN);
  if (signs.length < NOISE_SPAN || gain === undefined) return undefined;
  if (!(luck > MAX_NOISE * differences) || gain.now - gain.before > luck) return undefined;
  const { trials } = experiment.run;
  return {
    severity: 'hint',
    words: `Luck counts as much as skill: the same brain varies by ${fitnessText(luck, experiment)} from one ground to the next, and different brains differ by ${fitnessText(differences, experiment)}.`,
    why: `In ${gain.apart} generations its champions gained ${tenths(gain.now - gain.before)}, which is less than the effect of luck. Averaging several attempts on different grounds makes selection more reliable: four times as many attempts halve the effect of luck.`,
    remedies: setting(experiment, 'run.trials', trials < 2 ? 3 : 2 * trials),
  };
};
