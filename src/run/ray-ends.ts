import type { Recording } from '../sim/recording.ts';
import type { Sensor } from '../sim/sensors.ts';
import { sensorsIn } from '../sim/task.ts';
import { heightAt } from '../sim/terrain.ts';
import type { Experiment } from './experiment-schema.ts';
import { setupOf } from './setup.ts';

/** End of a sensor ray that meets nothing, relative to the root, metres. */
export type RayEnd = readonly [ahead: number, up: number];

const eyesOf = new WeakMap<Experiment, Sensor[]>();

function eyesIn(experiment: Experiment): Sensor[] {
  const known = eyesOf.get(experiment);
  if (known) return known;
  const { plan, task, settings } = setupOf(experiment);
  const eyes = sensorsIn(task, plan, settings).filter(({ ray }) => ray);
  eyesOf.set(experiment, eyes);
  return eyes;
}

/** Ends of all sensor rays of a recorded creature; empty if its task gives it no sight. */
export function rayEndsOf(experiment: Experiment, { terrain, poses }: Recording): RayEnd[] {
  const eyes = eyesIn(experiment);
  if (eyes.length === 0) return [];
  // One physics step after the height that the sensors use: less than a millimetre away.
  const standingHeight = poses[1]! - heightAt(terrain, poses[0]!);
  return eyes.map(({ ray }) => (ray?.(standingHeight) ?? [0, 0]) as RayEnd);
}
