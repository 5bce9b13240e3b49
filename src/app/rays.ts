import type { Experiment } from '../run/experiment.ts';
import { habitatOf } from '../run/habitat.ts';
import type { Recording } from '../sim/recording.ts';
import type { Sensor } from '../sim/sensors.ts';
import { castRay } from '../sim/sight.ts';
import { sensesIn } from '../sim/task.ts';
import { heightAt } from '../sim/terrain.ts';
import type { Rays } from '../view/playback.ts';

const eyesOf = new WeakMap<Experiment, Sensor[]>();

function eyesIn(experiment: Experiment): Sensor[] {
  const known = eyesOf.get(experiment);
  if (known) return known;
  const { plan, task, settings } = habitatOf(experiment);
  const eyes = sensesIn(task, plan, settings).filter(({ ray }) => ray);
  eyesOf.set(experiment, eyes);
  return eyes;
}

/** What the one recorded sees by, computed anew as its sensors did; undefined for who sees nothing. */
export function raysOf(experiment: Experiment, { terrain, poses }: Recording): Rays | undefined {
  const eyes = eyesIn(experiment);
  if (eyes.length === 0) return undefined;
  // A physics step after the height that the sensors go by: less than a millimetre from it.
  const standingHeight = (poses[1] as number) - heightAt(terrain, poses[0] as number);
  const reaches = eyes.map(({ ray }) => ray?.(standingHeight) ?? [0, 0]);
  const rays = reaches.map(() => ({ toX: 0, toY: 0, isMet: false }));
  return (x, y) => {
    for (const [i, [dx, dy]] of reaches.entries()) {
      const share = castRay(terrain, x, y, dx as number, dy as number);
      const ray = rays[i] as (typeof rays)[number];
      ray.toX = x + share * (dx as number);
      ray.toY = y + share * (dy as number);
      ray.isMet = share < 1;
    }
    return rays;
  };
}
