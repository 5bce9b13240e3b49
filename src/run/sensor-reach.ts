import type { Recording } from '../sim/recording.ts';
import type { Sensor } from '../sim/sensors.ts';
import { sensorsIn } from '../sim/task.ts';
import { heightAt } from '../sim/terrain.ts';
import type { Experiment } from './experiment-schema.ts';
import { setupOf } from './setup.ts';

/** Where the rays of an eye end that meet nothing: so far ahead and so far up from its root, metres. */
export type Reach = readonly [ahead: number, up: number];

const eyesOf = new WeakMap<Experiment, Sensor[]>();

function eyesIn(experiment: Experiment): Sensor[] {
  const known = eyesOf.get(experiment);
  if (known) return known;
  const { plan, task, settings } = setupOf(experiment);
  const eyes = sensorsIn(task, plan, settings).filter(({ ray }) => ray);
  eyesOf.set(experiment, eyes);
  return eyes;
}

/** The rays by which the one recorded sees, as its sensors have them; none for who sees nothing. */
export function reachesOf(experiment: Experiment, { terrain, poses }: Recording): Reach[] {
  const eyes = eyesIn(experiment);
  if (eyes.length === 0) return [];
  // A physics step after the height that the sensors go by: less than a millimetre from it.
  const standingHeight = (poses[1] as number) - heightAt(terrain, poses[0] as number);
  return eyes.map(({ ray }) => (ray?.(standingHeight) ?? [0, 0]) as Reach);
}
