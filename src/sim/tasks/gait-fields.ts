import { integer, number, withDefault } from '../../schema/field.ts';
import { episodeFields } from '../episode-fields.ts';

/** Defaults that differ between gaits. */
interface Usual {
  froude: number;
  stepLength: number;
  stanceSpeed: number;
}

/** Settings of the tasks that reward a gait: servos, support that decreases, and a weight of the gait that rises in training. */
export function gaitFields(usual: Usual) {
  const common = episodeFields({
    difficulty: 0.1,
    difficultyEffect: 'How uneven the ground is: at 1, bumps of a hand’s height.',
  });
  return {
    ...common,
    energyCost: withDefault(common.energyCost, 0),
    controlEvery: withDefault(common.controlEvery, 3),
    drive: withDefault(common.drive, 'servo'),
    stanceSpeed: withDefault(common.stanceSpeed, usual.stanceSpeed),
    support: withDefault(common.support, 1),
    firstDuration: withDefault(common.firstDuration, 5),
    froude: number({
      default: usual.froude,
      min: 0.01,
      max: 10,
      title: 'Target speed',
      unit: 'v²/gL',
      effect: 'Speed beyond this Froude number earns nothing. Animals walk below about 0.5 and run above.',
      level: 'basic',
    }),
    stepLength: number({
      default: usual.stepLength,
      min: 0,
      max: 2,
      title: 'Step length',
      unit: 'L',
      effect: 'How far ahead of the other foot a foot must land for its step to count, in leg lengths.',
    }),
    flightWeight: integer({
      default: 2,
      min: 0,
      max: 20,
      title: 'Weight of flight',
      effect:
        'How much time with no foot on the ground lowers the reward of a walk: its share is multiplied this many times.',
    }),
    contactWeight: integer({
      default: 2,
      min: 0,
      max: 20,
      title: 'Weight of long contacts',
      effect: 'How much a walk’s reward falls when a foot is down for less than half a stride.',
    }),
    stepWeight: integer({
      default: 1,
      min: 0,
      max: 20,
      title: 'Weight of passing steps',
      effect: 'How much each landing that is no passing step lowers the reward, such as a bounce.',
    }),
    limpWeight: number({
      default: 2,
      min: 0,
      max: 20,
      title: 'Weight of a limp',
      effect: 'How much the reward falls when one foot is down longer than the other.',
    }),
    neighbourWeight: number({
      default: 0,
      min: 0,
      max: 20,
      title: 'Weight of neighbours in turn',
      effect:
        'With six legs and more: how much the reward falls when a leg and the next one of its side do not step in turn, as those of insects and spiders do.',
    }),
    testStrictness: number({
      default: 0,
      min: 0,
      max: 1,
      title: 'Strictness of tests',
      effect: 'Share of the reward that tests of champions give only for a gait that is clearly the one asked for.',
    }),
    gaitFrom: integer({
      default: 15,
      min: 0,
      max: 10_000,
      title: 'Gait counts from',
      unit: 'generation',
      effect: 'Until this generation only progress is rewarded.',
    }),
    gaitTo: integer({
      default: 70,
      min: 0,
      max: 10_000,
      title: 'Gait counts in full from',
      unit: 'generation',
      effect: 'From this generation on, progress is multiplied by how well the attempt showed the gait.',
    }),
  };
}
