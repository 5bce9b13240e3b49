import { bodies } from '../../creature/bodies.ts';
import { legPairs, legsOf } from '../../creature/legs.ts';
import { lookup } from '../../schema/catalogue.ts';
import { type GaitName, gaitNames } from '../../sim/gait/names.ts';
import type { Task } from '../../sim/task.ts';
import { tasks } from '../../sim/tasks.ts';
import { bodyOf } from '../experiment.ts';
import type { Experiment } from '../experiment-schema.ts';
import { anotherSeed, type Check, type Remedy, type RunCourse, settingAt, tenths, valueAt } from '../finding.ts';
import { presets } from '../presets.ts';
import { bodyFor } from '../task-body.ts';
import { isGain, recentMean } from '../trend.ts';
import { MIN_DISTANCE } from './thresholds.ts';

/** Generations that show a habit, and the share of their champions that have it: single champions stumble. */
const HABIT_SPAN = 20;
const HABIT = 0.6;
/** Generations in which falling forward is how walking begins: steps take up to 40. */
const GRACE_GENERATIONS = 40;
/** Generations that a gait has to settle once training no longer helps and the gait counts in full. */
const SETTLING = 20;

/** Share of the newest champions whose most frequent gait is one of these. */
function shareOf({ signs }: RunCourse, names: readonly GaitName[]): number {
  const known = signs.slice(-HABIT_SPAN).filter(({ gait }) => !Number.isNaN(gait));
  if (signs.length < HABIT_SPAN || known.length < HABIT_SPAN / 2) return 0;
  return known.filter(({ gait }) => names.includes(gaitNames[gait] as GaitName)).length / known.length;
}

const rewardsGait = (experiment: Experiment) => settingAt(experiment, 'task.gaitTo') !== undefined;

/** Whether training still holds the body up, or does not yet count its gait in full. */
function isHelped({ experiment, signs }: RunCourse): boolean {
  const from = valueAt(experiment, 'task.support') > 0 ? valueAt(experiment, 'task.supportEnd') : 0;
  const full = rewardsGait(experiment) ? valueAt(experiment, 'task.gaitTo') : 0;
  return (signs.at(-1)?.generation ?? 0) < Math.max(from, full) + (from + full > 0 ? SETTLING : 0);
}

/** What makes two legs walk on their own: a reward for the gait, one net for the legs of both sides, and tests on the same grounds. */
const WALKING: Remedy['changes'] = Object.fromEntries(
  Object.entries(presets['natural-walk']?.experiment ?? {}).flatMap(([section, settings]) =>
    ['task', 'brain', 'run'].includes(section)
      ? Object.entries(settings as Remedy['changes']).map(([key, value]) => [`${section}.${key}`, value])
      : [],
  ),
);
/** A body made to walk: most others stumble where it walks. */
const WALKER = 'stroller';

/** New runs that walk, the surest first. */
function walking(experiment: Experiment): Remedy[] {
  const legs = legsOf(bodyOf(experiment));
  if (bodyFor(experiment.task.name) !== undefined || legPairs(legs).length === 0) return [anotherSeed(experiment)];
  const again = (words: string, changes: Remedy['changes']): Remedy => ({ kind: 'restart', words, changes });
  const isWalker = experiment.body === WALKER || legs.length !== 2;
  const walker = again(`Start again with ${bodies[WALKER].title}, a body made to walk`, { body: WALKER, ...WALKING });
  const others = isWalker ? [] : [walker];
  if (!rewardsGait(experiment)) {
    const { title } = lookup<Task>(tasks, 'natural-walk', 'task');
    return [...others, again(`Start again with ${title} and one net for both sides`, WALKING)];
  }
  if (experiment.brain.name === 'twin') return [...others, anotherSeed(experiment)];
  return [...others, again('Start again with one net for both sides', { 'brain.name': 'twin' })];
}

const LEADING_FOOT =
  'With a net that has weights of its own for each leg, a habit of one leg is easier to find than a rhythm of both, and distance alone does not ask how it is covered. One net that drives both legs cannot prefer one, and the task Natural walk rewards steps in which the feet pass each other.';

export const skips: Check = (course) => {
  if (isHelped(course) || !(shareOf(course, ['skip']) >= HABIT)) return undefined;
  return {
    severity: 'hint',
    words: 'It skips: the same foot always leads.',
    why: LEADING_FOOT,
    remedies: walking(course.experiment),
  };
};

export const dragsFoot: Check = (course) => {
  if (isHelped(course) || !(shareOf(course, ['drag', 'limp']) >= HABIT)) return undefined;
  return {
    severity: 'hint',
    words: 'It drags a foot: one leg steps, the other comes after.',
    why: LEADING_FOOT,
    remedies: walking(course.experiment),
  };
};

export const fallsSlowly: Check = (course) => {
  const { experiment, signs, gain } = course;
  const distance = recentMean(course, 'distance', HABIT_SPAN);
  if (signs.length < GRACE_GENERATIONS || isHelped(course) || experiment.task.name === 'jump') return undefined;
  if (!(distance > MIN_DISTANCE) || !(shareOf(course, ['fall', 'stand']) >= HABIT)) return undefined;
  return {
    severity: gain && isGain(gain) ? 'hint' : 'serious',
    words: `It only falls slowly: ${tenths(distance)} m, and hardly a step.`,
    why: 'Falling forward is the first thing that earns distance, and each step at first risks losing it. Held upright at first, it can try steps without falling.',
    remedies: walking(experiment),
  };
};
