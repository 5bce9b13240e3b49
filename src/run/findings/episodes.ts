import type { Experiment } from '../experiment-schema.ts';
import {
  anotherSeed,
  type Check,
  defaultAt,
  fitnessText,
  percent,
  type RunCourse,
  setting,
  tenths,
  valueAt,
} from '../finding.ts';
import { recentMean } from '../trend.ts';

/** Lives that end by falls so often, and so soon (s), are not even first steps. */
const FALLS = 0.9;
const SOON = 1.2;
/** Lives of so small a share of the usual length are over before a second step. */
const SHORT = 0.34;
/** A patience below that, seconds, is shorter than a slow step. */
const HASTE = 0.5;
/** So large a share of what its way earned goes for effort: it pays to move less. Good runs stay below a half. */
const DEAR = 0.7;
/** Fines below that, in fitness, decide nothing: the first at the usual price, the other at a higher one. */
const [CHEAP, CHEAP_WHERE_DEAR] = [1, 0.3];
/** A champion that is not so far from where it began, metres, stands. */
const ON_THE_SPOT = 0.3;
/** Generations before it is said that somebody stands or goes the wrong way: first steps take some luck. */
const PATIENCE = 40;

/** What is more than usual, back to it: the first of these that is. */
function gentler({ experiment }: RunCourse) {
  const paths = ['task.startPush', 'task.gravity', 'task.difficulty'];
  const path = paths.find((each) => valueAt(experiment, each) > defaultAt(experiment, each));
  return path === undefined ? [anotherSeed(experiment)] : setting(experiment, path, defaultAt(experiment, path));
}

export const everythingFalls: Check = (course) => {
  const [falls, lifetime] = [recentMean(course, 'falls', 15), recentMean(course, 'lifetime', 15)];
  if (course.signs.length < 15 || !(falls > FALLS && lifetime < SOON)) return undefined;
  return {
    severity: 'serious',
    words: `Everything falls at once: ${percent(falls)} of its lives end by a fall, after ${tenths(lifetime)} s.`,
    why: 'In so short a life nobody gets far enough to be told from the others. Begin with something gentler, and make it harder when it walks.',
    remedies: gentler(course),
  };
};

export const livesTooShort: Check = (course) => {
  const { experiment, signs } = course;
  const [duration, usual] = [valueAt(experiment, 'task.duration'), defaultAt(experiment, 'task.duration')];
  if (signs.length < 5 || !(duration < SHORT * usual) || recentMean(course, 'lifetime') < 0.7 * duration)
    return undefined;
  return {
    severity: 'serious',
    words: `Its lives are too short: ${tenths(duration)} s, and most of them end by the clock.`,
    why: 'There is no time for a second step, so falling forward earns as much as walking. Longer lives let walking pay.',
    remedies: setting(experiment, 'task.duration', usual),
  };
};

export const tooHasty: Check = (course) => {
  const { experiment, signs } = course;
  const patience = valueAt(experiment, 'task.stagnation');
  if (signs.length < 10 || !(patience < HASTE)) return undefined;
  if (recentMean(course, 'lifetime') > 3 * patience || recentMean(course, 'falls') > 0.5) return undefined;
  return {
    severity: 'serious',
    words: `Its lives are cut short: whoever gains nothing for ${patience} s is taken out, and most are.`,
    why: 'A slow first step takes longer than that. With more patience it is seen, and can be learnt from.',
    remedies: setting(experiment, 'task.stagnation', defaultAt(experiment, 'task.stagnation')),
  };
};

export const simulationBreaks: Check = (course) => {
  const share = recentMean(course, 'failures', 5);
  if (!(share > 0)) return undefined;
  const rate = 2 * valueAt(course.experiment, 'task.physicsRate');
  return {
    severity: share > 0.1 ? 'serious' : 'hint',
    words: `The simulation breaks in ${percent(Math.max(0.01, share))} of its lives.`,
    why: 'Parts were thrown faster than the physics can follow; such lives rank last. Finer steps of time, weaker joints or heavier parts keep it whole.',
    remedies: setting(course.experiment, 'task.physicsRate', rate),
  };
};

export const effortTooDear: Check = (course) => {
  const { experiment, signs } = course;
  const [paid, left] = [recentMean(course, 'effort'), recentMean(course, 'fitness')];
  const least = isDearer(experiment) ? CHEAP_WHERE_DEAR : CHEAP;
  if (signs.length < 5 || !(paid > least && paid > DEAR * Math.max(0, paid + left))) return undefined;
  return {
    severity: 'serious',
    words: `Effort is too dear: it pays ${fitnessText(paid, experiment)} for moving and is left with ${fitnessText(left, experiment)}.`,
    why: 'As long as moving costs more than the way earns, the best it can learn is to keep still. Let it learn to walk cheaply, and raise the price afterwards for a calm gait.',
    remedies: cheaper(course),
  };
};

const PRICE = 'task.energyCost';

const isDearer = (experiment: Experiment) => valueAt(experiment, PRICE) > defaultAt(experiment, PRICE);

function cheaper({ experiment }: RunCourse) {
  const less = isDearer(experiment) ? defaultAt(experiment, PRICE) : valueAt(experiment, PRICE) / 4;
  return setting(experiment, PRICE, less);
}

const isOfWay = ({ experiment, signs }: RunCourse) => experiment.task.name !== 'jump' && signs.length >= PATIENCE;

export const wrongWay: Check = (course) => {
  const distance = recentMean(course, 'distance', 20);
  if (!isOfWay(course) || !(distance < -ON_THE_SPOT)) return undefined;
  return {
    severity: 'serious',
    words: `It goes the wrong way: ${tenths(-distance)} m back from where it began.`,
    why: 'It has learnt to fall or slide backwards, which ends late enough to look good beside the others. From another first brain it may find the way forward.',
    remedies: [anotherSeed(course.experiment)],
  };
};

export const standsStill: Check = (course) => {
  const distance = recentMean(course, 'distance', 20);
  if (!isOfWay(course) || !(Math.abs(distance) <= ON_THE_SPOT)) return undefined;
  const isDear = isDearer(course.experiment);
  return {
    severity: 'serious',
    words: 'It does not leave the spot.',
    why: isDear
      ? 'Moving costs more than is usual, and what it has found is that keeping still is cheap.'
      : 'None of the changes it tried has led to a step yet. Another beginning often does.',
    remedies: isDear ? cheaper(course) : [anotherSeed(course.experiment)],
  };
};
