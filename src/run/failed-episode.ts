import { withRole } from '../creature/body-plan.ts';
import { emptyMoments } from '../math/stats.ts';
import { descriptorNames } from '../sim/descriptor.ts';
import { createGaitMeter } from '../sim/gait/meter.ts';
import type { Episode } from '../sim/rollout.ts';
import { sensorsIn } from '../sim/task.ts';
import type { Experiment } from './experiment-schema.ts';
import { setupOf } from './setup.ts';

/** The result of an episode that never returned: failed, with the reason and no data. */
export function failedEpisode(experiment: Experiment, fault: string): Episode {
  const { plan, task, settings } = setupOf(experiment);
  return {
    evaluation: {
      fitness: Number.NaN,
      return: Number.NaN,
      steps: 0,
      ending: 'failed',
      metrics: {
        distance: 0,
        duration: 0,
        speed: 0,
        energy: 0,
        costOfTransport: 0,
        falls: 0,
        meanHeight: 0,
        flight: 0,
        dutyFactors: withRole(plan, 'foot').map(() => 0),
        support: 0,
        gait: createGaitMeter(plan, settings.physicsRate).read({
          distance: 0,
          hasFallen: false,
          gravity: settings.gravity,
        }),
      },
      descriptor: descriptorNames.map(() => 0),
      hash: '0000000000000000',
    },
    observed: emptyMoments(sensorsIn(task, plan, settings).length),
    recording: undefined,
    trace: '',
    fault,
  };
}
