import * as v from 'valibot';
import { runClarity } from '../gait/clarity.ts';
import { gaitReward } from '../gait/gait-reward.ts';
import { runQuality } from '../gait/quality.ts';
import { defineTask } from '../task.ts';
import { gaitFields } from './gait-fields.ts';
import { nearlyLevel } from './ground.ts';

/** Run as animals do: faster than they walk, with flight, on legs that alternate. */
export const naturalRun = defineTask({
  name: 'natural-run',
  title: 'Natural run',
  about: 'Run as animals do: feet that pass each other in turn, with flight between.',
  settings: v.strictObject(gaitFields({ froude: 1, stepLength: 0.47, stanceSpeed: 1 })),
  terrain: nearlyLevel,
  rewardFunction: (settings) => gaitReward(settings, runQuality, runClarity),
});
