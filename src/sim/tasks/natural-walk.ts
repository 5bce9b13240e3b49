import * as v from 'valibot';
import { walkClarity } from '../gait/clarity.ts';
import { gaitReward } from '../gait/gait-reward.ts';
import { walkQuality } from '../gait/quality.ts';
import { defineTask } from '../task.ts';
import { gaitFields } from './gait-fields.ts';
import { nearlyLevel } from './ground.ts';

/** Walk as animals do: at a speed where they walk, without flight, on legs that alternate. */
export const naturalWalk = defineTask({
  name: 'natural-walk',
  title: 'Natural walk',
  about: 'Walk as animals do: feet that pass each other in turn, one always on the ground.',
  settings: v.strictObject(gaitFields({ froude: 0.17, stepLength: 0.47, stanceSpeed: 0.45 })),
  terrain: nearlyLevel,
  rewardFunction: (settings) => gaitReward(settings, walkQuality, walkClarity),
});
