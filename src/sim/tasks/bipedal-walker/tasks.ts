import * as v from 'valibot';
import { integer, number } from '../../../schema/field.ts';
import { motorFields } from '../../motor-fields.ts';
import { supportFields } from '../../support-fields.ts';
import { defineTask } from '../../task.ts';
import { generateCourse } from './ground.ts';
import { walkerReward } from './reward.ts';
import { bipedalWalkerSenses, RATE } from './sensors.ts';

/** Largest force on the hull in the first physics step, N (Gymnasium's INITIAL_RANDOM). */
const INITIAL_FORCE = 5;

const settings = (duration: number) =>
  v.strictObject({
    duration: number({
      default: duration,
      min: 1,
      max: 120,
      title: 'Length of an attempt',
      unit: 's',
      effect: 'Gymnasium’s limit by default; a slow walker does not reach the end of the course.',
      level: 'basic',
    }),
    energyCost: number({
      default: 0.028,
      min: 0,
      max: 1,
      title: 'Effort penalty',
      unit: 'points',
      effect:
        'Subtracted for each step in which a joint works at full effort, in training; Gymnasium’s value by default.',
      level: 'basic',
    }),
    postureCost: number({
      default: 5,
      min: 0,
      max: 100,
      title: 'Leaning penalty',
      unit: 'points/rad',
      effect: 'Subtracted while the hull leans, in training; Gymnasium’s value by default.',
    }),
    fallCost: number({
      default: 0,
      min: 0,
      max: 100,
      title: 'Fall penalty',
      unit: 'points',
      effect:
        'No penalty lets it try to move; some penalty, once it walks, makes it walk safely. With Gymnasium’s 100 it learns not to try.',
    }),
    stagnation: number({
      default: 2,
      min: 0.2,
      max: 120,
      title: 'Patience',
      unit: 's',
      effect:
        'An attempt ends after this long without 5 cm of progress. For Gymnasium’s rules, set it to the length of an attempt.',
    }),
    velocityIterations: integer({
      default: 180,
      min: 1,
      max: 200,
      title: 'Velocity iterations',
      effect:
        'Iterations of the velocity solver; Gymnasium’s 180 by default. With fewer, the physics differs from Gymnasium’s.',
      fixed: true,
    }),
    positionIterations: integer({
      default: 60,
      min: 1,
      max: 100,
      title: 'Position iterations',
      effect: 'Iterations of the position solver; Gymnasium’s 60 by default.',
      fixed: true,
    }),
  });

/** Gymnasium's fixed settings: 50 steps a second, each a control step, continuous collision, parts that may sleep. */
const FIXED = {
  difficulty: 0,
  sight: 0,
  clock: 0,
  startPush: 0,
  gravity: 10,
  physicsRate: RATE,
  controlEvery: 1,
  continuous: true,
  sleep: true,
  ...v.parse(v.strictObject({ ...motorFields, ...supportFields }), {}),
} as const;

const walker = (name: string, title: string, about: string, hardcore: boolean, duration: number) =>
  defineTask({
    name,
    title,
    about,
    settings: settings(duration),
    body: 'bipedal-walker',
    unit: 'points',
    episodeSettings: (chosen) => ({ ...FIXED, ...chosen }),
    senses: bipedalWalkerSenses,
    initialise(physics, rng) {
      physics.force(0, INITIAL_FORCE * (2 * rng.next() - 1), 0);
      physics.drive(new Float64Array(physics.plan.joints.length));
      physics.step();
    },
    terrain: (_, rng) => generateCourse(hardcore, rng),
    /** In training progress, lean, effort and falls at the costs above; published Gymnasium's. A fall ends the episode. */
    rewardFunction: walkerReward,
  });

/** Gymnasium's BipedalWalker-v3: 1600 steps over slightly uneven ground. */
export const bipedalWalker = walker(
  'bipedal-walker',
  'BipedalWalker',
  'Gymnasium’s BipedalWalker-v3, number by number: 300 points over slightly uneven ground.',
  false,
  32,
);

/** Gymnasium's BipedalWalkerHardcore-v3: 2000 steps over stumps, stairs and pits. */
export const bipedalWalkerHardcore = walker(
  'bipedal-walker-hardcore',
  'BipedalWalker, hardcore',
  'Gymnasium’s BipedalWalkerHardcore-v3: the same walker over stumps, stairs and pits.',
  true,
  40,
);
