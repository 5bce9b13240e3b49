import { describe, expect, test } from 'vitest';
import { legPairs } from '../../../src/creature/legs.ts';
import { createStepping } from '../../../src/sim/gait/stepping.ts';
import type { Track } from '../../../src/sim/gait/track.ts';
import { legsBy } from './pattern.ts';

/** Control steps of 0.05 s. Each foot has a place in each of them, or is in the air. */
function stepped(feet: (number | null)[][], shortest = 0.3) {
  const legs = legsBy(feet.length);
  const frameCount = feet[0]!.length;
  const bytes = () => legs.map(() => new Uint8Array(frameCount));
  const doubles = () => legs.map(() => new Float64Array(frameCount));
  const track: Track = {
    ...{ legs, legLength: 1, rate: 20, frameCount: 0, rootX: new Float64Array(frameCount) },
    ...{ touching: bytes(), near: bytes(), soleX: doubles(), slid: doubles() },
  };
  const stepping = createStepping({ legs, legLength: 1, soles: [], pairs: legPairs(legs) }, track, 0.05, shortest);
  for (let t = 0; t < frameCount; t++) {
    track.frameCount++;
    for (const [leg, places] of feet.entries()) {
      const place = places[t] as number | null;
      const soleX = track.soleX[leg]!;
      track.near[leg]![t] = place === null ? 0 : 1;
      soleX[t] = place ?? soleX[t - 1]!;
    }
    stepping.observe();
  }
  return [stepping.steps, stepping.farthest];
}
const _ = null;

describe('steps that pass', () => {
  test('count with how far they come, once a foot', () => {
    expect(
      stepped([
        [0, _, _, 0.5, 0.5, 0.5, 0.5, _, _, 1.5],
        [0, 0, 0, 0, 0, _, _, 1, 1, 1],
      ]),
    ).toEqual([3, 1.5]);
  });

  test('need a swing of 0.09 s', () => {
    expect(
      stepped([
        [0, _, 0.5, 0.5],
        [0, 0, 0, 0],
      ]),
    ).toEqual([0, 0]);
    expect(
      stepped([
        [0, _, _, 0.5],
        [0, 0, 0, 0],
      ]),
    ).toEqual([1, 0.5]);
  });

  test('have to be ahead of the other foot by a share of leg length', () => {
    const long = (place: number) =>
      stepped([
        [0, _, _, place],
        [0, 0, 0, 0],
      ])[0];
    expect([long(0.3), long(0.31)]).toEqual([0, 1]);
  });

  test('are of the other foot than the last one', () => {
    const hops = stepped([
      [0, _, _, 0.5, _, _, 1, _, _, 1.5],
      [0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    ]);
    expect(hops).toEqual([1, 0.5]);
  });

  test('have to come farther than any before', () => {
    expect(
      stepped([
        [0, _, _, 2, 2, 2, 2, 2],
        [0, 0, 0, 0, _, _, 1, 1],
      ]),
    ).toEqual([1, 2]);
  });

  test('of one leg alone are its hops; of two girdles their mean', () => {
    expect(stepped([[0, _, _, 0.5, _, _, 1]])).toEqual([2, 1]);
    expect(
      stepped([
        [0, _, _, 0.5],
        [0, 0, 0, 0],
        [0, 0, 0, 0],
        [0, 0, 0, 0],
      ]),
    ).toEqual([1, 0.25]);
    expect(stepped([[]])).toEqual([0, 0]);
  });
});
