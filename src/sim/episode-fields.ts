import { flag, integer, number } from '../schema/field.ts';
import { motorFields } from './motor-fields.ts';
import { supportFields } from './support-fields.ts';

/** Defaults of a task that differ from the common ones. */
interface TaskDefaults {
  duration?: number;
  sight?: number;
  difficulty: number;
  difficultyEffect: string;
}

/** Settings that the tasks have in common: episode, rewards, sensors and physics. */
export const episodeFields = ({ duration = 10, sight = 0, difficulty, difficultyEffect }: TaskDefaults) => ({
  difficulty: number({
    default: difficulty,
    min: 0,
    max: 1,
    title: 'Difficulty',
    effect: difficultyEffect,
    level: 'basic',
  }),
  duration: number({
    default: duration,
    min: 1,
    max: 120,
    title: 'Length of an attempt',
    unit: 's',
    effect: 'Longer attempts reward endurance and take more time to simulate.',
    level: 'basic',
  }),
  energyCost: number({
    default: 0.002,
    min: 0,
    max: 1,
    title: 'Effort penalty',
    unit: 'm',
    effect: 'Metres subtracted for each control step in which a joint works at full effort; higher gives calmer gaits.',
    level: 'basic',
  }),
  postureCost: number({
    default: 0.2,
    min: 0,
    max: 10,
    title: 'Leaning penalty',
    unit: 'm/rad',
    effect: 'Metres subtracted while the torso leans away from its starting angle; higher keeps it upright.',
  }),
  stagnation: number({
    default: 1,
    min: 0.2,
    max: 120,
    title: 'Patience',
    unit: 's',
    effect: 'An attempt ends after this long without 5 cm of progress.',
  }),
  sight: integer({
    default: sight,
    min: 0,
    max: 16,
    title: 'Sight',
    unit: 'rays',
    effect: 'How many distances to the ground ahead it sees. More need more weights to train.',
    level: 'basic',
    fixed: true,
  }),
  clock: number({
    default: 0,
    min: 0,
    max: 8,
    title: 'Clock',
    unit: 'Hz',
    effect: 'Gives the brain a rhythm, as a sine and a cosine; 0 means none.',
    fixed: true,
  }),
  startPush: number({
    default: 0.1,
    min: 0,
    max: 3,
    title: 'Push at the start',
    unit: 'm/s',
    effect: 'Each attempt starts with a random push of up to this speed; higher gives more robust gaits.',
  }),
  gravity: number({
    default: 10,
    min: 0.5,
    max: 30,
    title: 'Gravity',
    unit: 'm/s²',
    effect: 'Higher gravity loads the same joints more.',
  }),
  physicsRate: integer({
    default: 60,
    min: 30,
    max: 240,
    title: 'Physics steps',
    unit: '1/s',
    effect: 'More physics steps per second are more accurate and slower.',
    fixed: true,
  }),
  controlEvery: integer({
    default: 2,
    min: 1,
    max: 8,
    title: 'Physics steps per decision',
    effect: 'Physics steps between two decisions of the brain; more simulate faster and react more slowly.',
    fixed: true,
  }),
  velocityIterations: integer({
    default: 8,
    min: 1,
    max: 200,
    title: 'Velocity iterations',
    effect: 'Iterations of the velocity solver in each physics step.',
    fixed: true,
  }),
  positionIterations: integer({
    default: 3,
    min: 1,
    max: 100,
    title: 'Position iterations',
    effect: 'Iterations of the position solver, which corrects overlaps, in each physics step.',
    fixed: true,
  }),
  continuous: flag({
    default: false,
    title: 'Continuous collision',
    effect: 'Stops fast thin parts from passing through the ground, at half the simulation speed.',
    fixed: true,
  }),
  ...motorFields,
  ...supportFields,
});
