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

/** So many times the usual step: at 0.1, brains whose every output is at its end; up to ten times the usual still learns well. */
const WIDE = 20;
/** Brains that began so have large weights: a step for those, as a multiple of the usual. Less, and they hardly change. */
const FOR_LARGE = 10;
/** So small a share of the usual step, brains of one generation walk alike to a hand's breadth. */
const NARROW = 1 / 30;
const NOISE_SPAN = 20;

/** Whether the optimizer's children are mutated parents; its step size does not adapt. */
const breeds = (experiment: Experiment) => stepPath(experiment) === 'optimizer.mutation';

const small = (value: number) => String(Number(value.toPrecision(2)));

/** The step brought to so many times the usual: at once, and from a newborn brain with the usual one. */
function otherStep(experiment: Experiment, step: number, times: number): Remedy[] {
  const path = stepPath(experiment);
  const known = settingAt(experiment, path);
  if (known === undefined) return [];
  const usual = Number(known.defaultValue);
  // What has become of the step is scaled alike, so the setting goes by the ratio; one that does not adapt is the step itself.
  const value = Number(((valueAt(experiment, path) * times * usual) / step).toPrecision(1));
  const atOnce = setting(experiment, path, value).filter(({ kind }) => kind === 'amend');
  return [...atOnce, restarting(experiment, { [path]: usual })];
}

export const stepTooBig: Check = (course) => {
  const { experiment, signs, gain } = course;
  const step = recentMean(course, 'stepSize');
  const usual = defaultAt(experiment, stepPath(experiment));
  if (signs.length < 5 || !(step > WIDE * usual)) return undefined;
  return {
    severity: gain && isGain(gain) ? 'hint' : 'serious',
    words: `Its steps are too big: ${small(step)} for each weight, where ${usual} is usual.`,
    why: 'Brains so far apart have little in common that could be kept, and weights so large drive every output to its end. What has been learnt can go on in smaller steps; a newborn brain with the usual step walks finer.',
    remedies: otherStep(experiment, step, FOR_LARGE),
  };
};

export const stepTooSmall: Check = (course) => {
  const { experiment, signs, gain } = course;
  const step = recentMean(course, 'stepSize');
  const usual = defaultAt(experiment, stepPath(experiment));
  if (breeds(experiment) || signs.length < 5 || !(step < NARROW * usual)) return undefined;
  if (gain !== undefined && isGain(gain)) return undefined;
  return {
    severity: 'serious',
    words: `Its steps are too small: ${small(step)} for each weight, where ${usual} is usual.`,
    why: `The brains of a generation differ too little to tell which is better: their lives came to within ${fitnessText(recentMean(course, 'deviation'), experiment)} of each other.`,
    remedies: otherStep(experiment, step, 1),
  };
};

/** Genomes, or what they do, have become all the same. */
export const clones: Check = (course) => {
  const { experiment, signs } = course;
  if (signs.length < 5) return undefined;
  const path = stepPath(experiment);
  const usual = defaultAt(experiment, path);
  const diversity = recentMean(course, 'diversity', 5);
  const spread = recentMean(course, 'deviation', 5);
  const areCopies = breeds(experiment) && diversity < NARROW * usual;
  if (!areCopies && !(spread < MIN_FITNESS_SPREAD * Math.max(1, Math.abs(recentMean(course, 'mean', 5)))))
    return undefined;
  const wider = Math.max(usual, 3 * valueAt(experiment, path));
  return {
    severity: 'serious',
    words: areCopies
      ? `They are clones: the brains of a generation differ by ${small(diversity)} in each weight.`
      : `They all do the same: the episodes of a generation end within ${fitnessText(spread, experiment)} of each other.`,
    why: 'Selection needs differences. Where everybody is alike there is nobody to choose, and the search stands still.',
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
    words: 'Start again with a newborn brain',
    changes: { [path]: Math.min(defaultAt(experiment, path), valueAt(experiment, path)) },
  };
  return {
    severity: isStuck ? 'serious' : 'hint',
    words: `Its outputs are saturated: ${percent(share)} of the time its muscles pull with all they have, one way or the other.`,
    why: 'Weights have grown so large that every output is at its end. Then small changes of the brain change nothing it does, and there is no slope left to climb.',
    remedies: [...decay, anew],
  };
};

export const unnormalised: Check = ({ experiment, signs, gain }) => {
  if (experiment.run.normalise || (signs.at(-1)?.generation ?? 0) < 10) return undefined;
  const isStuck = gain !== undefined && gain.apart >= 20 && !isGain(gain);
  return {
    severity: isStuck ? 'serious' : 'hint',
    words: 'What it feels is not normalised.',
    why: 'Angles, speeds and contacts come in sizes of their own; the large ones drown the small ones until each is centred and scaled. Learning takes several times as long without.',
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
    words: `Luck counts as much as skill: the same brain comes ${fitnessText(luck, experiment)} further or less far from one ground to the next, and different ones lie ${fitnessText(differences, experiment)} apart.`,
    why: `In ${gain.apart} generations its champions gained ${tenths(gain.now - gain.before)}, less than luck gives or takes. Averaging several lives, each on other ground, makes the choice surer: twice as sure for four times the lives.`,
    remedies: setting(experiment, 'run.trials', trials < 2 ? 3 : 2 * trials),
  };
};
