import type { RayEnd } from '../../run/ray-ends.ts';
import { castRay } from '../../sim/sight.ts';
import type { Terrain } from '../../sim/terrain.ts';
import type { Rays } from '../../view/playback.ts';

/** Rays with the given ends, cast on the terrain in the same way as the sensors' rays. */
export function castRays(terrain: Terrain, reaches: readonly RayEnd[]): Rays {
  const rays = reaches.map(() => ({ toX: 0, toY: 0, isMet: false }));
  return (x, y) => {
    for (const [i, [dx, dy]] of reaches.entries()) {
      const share = castRay(terrain, x, y, dx, dy);
      const ray = rays[i]!;
      ray.toX = x + share * dx;
      ray.toY = y + share * dy;
      ray.isMet = share < 1;
    }
    return rays;
  };
}
