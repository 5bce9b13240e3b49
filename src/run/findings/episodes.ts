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
import { MAX_EFFORT_SHARE, MAX_FALL_SHARE, MIN_DISTANCE, MIN_EPISODE_LENGTH } from './thresholds.ts';

/** Share of the default duration below which an episode ends before a second step. */
const MIN_DURATION_SHARE = 0.34;
/** Stagnation time below which a slow step is cut short, seconds. */
const MIN_STAGNATION = 0.5;
/** Effort cost, in fitness, below which it does not matter: at the default price, and at a higher price. */
const [MIN_COST, MIN_COST_AT_HIGH_PRICE] = [1, 0.3];
/** Generations before standing still or going the wrong way is reported: first steps take some luck. */
const GRACE_GENERATIONS = 40;

/** The first of these settings that is above its default, set to the default; another seed if none is. */
function easier({ experiment }: RunCourse) {
  const paths = ['task.startPush', 'task.gravity', 'task.difficulty'];
  const path = paths.find((each) => valueAt(experiment, each) > defaultAt(experiment, each));
  return path === undefined ? [anotherSeed(experiment)] : setting(experiment, path, defaultAt(experiment, path));
}

export const everythingFalls: Check = (course) => {
  const [falls, lifetime] = [recentMean(course, 'falls', 15), recentMean(course, 'lifetime', 15)];
  if (course.signs.length < 15 || !(falls > MAX_FALL_SHARE && lifetime < MIN_EPISODE_LENGTH)) return undefined;
  return {
    severity: 'serious',
    words: `They all fall at once: ${percent(falls)} of attempts end in a fall, after ${tenths(lifetime)} s.`,
    why: 'In such a short time no brain gets far enough to stand out. Start with something easier, and make it harder when it walks.',
    remedies: easier(course),
  };
};

export const durationTooShort: Check = (course) => {
  const { experiment, signs } = course;
  const [duration, standard] = [valueAt(experiment, 'task.duration'), defaultAt(experiment, 'task.duration')];
  if (
    signs.length < 5 ||
    !(duration < MIN_DURATION_SHARE * standard) ||
    recentMean(course, 'lifetime') < 0.7 * duration
  )
    return undefined;
  return {
    severity: 'serious',
    words: `Attempts are too short: ${tenths(duration)} s, and most of them reach the time limit.`,
    why: 'There is no time for a second step, so falling forward earns as much as walking. With longer attempts, walking earns more.',
    remedies: setting(experiment, 'task.duration', standard),
  };
};

export const stagnationTooShort: Check = (course) => {
  const { experiment, signs } = course;
  const stagnation = valueAt(experiment, 'task.stagnation');
  if (signs.length < 10 || !(stagnation < MIN_STAGNATION)) return undefined;
  if (recentMean(course, 'lifetime') > 3 * stagnation || recentMean(course, 'falls') > 0.5) return undefined;
  return {
    severity: 'serious',
    words: `Most attempts are cut short: an attempt ends after ${stagnation} s without progress.`,
    why: 'A slow first step takes longer than that. With more patience such a step counts and can be improved.',
    remedies: setting(experiment, 'task.stagnation', defaultAt(experiment, 'task.stagnation')),
  };
};

export const simulationBreaks: Check = (course) => {
  const share = recentMean(course, 'failures', 5);
  if (!(share > 0)) return undefined;
  const rate = 2 * valueAt(course.experiment, 'task.physicsRate');
  return {
    severity: share > 0.1 ? 'serious' : 'hint',
    words: `The simulation breaks in ${percent(Math.max(0.01, share))} of attempts.`,
    why: 'Parts moved faster than the physics can follow, and such attempts rank last. Shorter physics steps, weaker joints or heavier parts prevent this.',
    remedies: setting(course.experiment, 'task.physicsRate', rate),
  };
};

export const effortTooExpensive: Check = (course) => {
  const { experiment, signs } = course;
  const [paid, left] = [recentMean(course, 'effort'), recentMean(course, 'fitness')];
  const least = isPriceHigh(experiment) ? MIN_COST_AT_HIGH_PRICE : MIN_COST;
  if (signs.length < 5 || !(paid > least && paid > MAX_EFFORT_SHARE * Math.max(0, paid + left))) return undefined;
  return {
    severity: 'serious',
    words: `Effort costs too much: it pays ${fitnessText(paid, experiment)} for moving and keeps ${fitnessText(left, experiment)}.`,
    why: 'As long as moving costs more than it earns, the best strategy is to stand still. Let it learn to walk at a low cost first, and raise the cost afterwards for a calm gait.',
    remedies: cheaper(course),
  };
};

const PRICE = 'task.energyCost';

const isPriceHigh = (experiment: Experiment) => valueAt(experiment, PRICE) > defaultAt(experiment, PRICE);

function cheaper({ experiment }: RunCourse) {
  const less = isPriceHigh(experiment) ? defaultAt(experiment, PRICE) : valueAt(experiment, PRICE) / 4;
  return setting(experiment, PRICE, less);
}

/** Whether the run should move forward by now. */
const shouldAdvance = ({ experiment, signs }: RunCourse) =>
  experiment.task.name !== 'jump' && signs.length >= GRACE_GENERATIONS;

export const wrongWay: Check = (course) => {
  const distance = recentMean(course, 'distance', 20);
  if (!shouldAdvance(course) || !(distance < -MIN_DISTANCE)) return undefined;
  return {
    severity: 'serious',
    words: `It goes the wrong way: ${tenths(-distance)} m behind the start.`,
    why: 'It has learned to fall or slide backwards slowly, which still beats the others. From another first brain it may find the way forward.',
    remedies: [anotherSeed(course.experiment)],
  };
};

export const standsStill: Check = (course) => {
  const distance = recentMean(course, 'distance', 20);
  if (!shouldAdvance(course) || !(Math.abs(distance) <= MIN_DISTANCE)) return undefined;
  const isDear = isPriceHigh(course.experiment);
  return {
    severity: 'serious',
    words: 'It does not move from the start.',
    why: isDear
      ? 'Moving costs more than by default, and it has learned that standing still is cheap.'
      : 'None of the changes tried so far led to a step. Starting again from another brain often does.',
    remedies: isDear ? cheaper(course) : [anotherSeed(course.experiment)],
  };
};
