import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bodies } from '../../../src/creature/bodies.ts';
import type { Part } from '../../../src/creature/body-plan.ts';
import { slidWhile } from '../../../src/sim/gait/measure.ts';
import { createGaitMeter, type MeterFrame } from '../../../src/sim/gait/meter.ts';
import { clearanceOf, moveSole, type Sole, soleOf, standingSole } from '../../../src/sim/gait/sole.ts';
import type { Track } from '../../../src/sim/gait/track.ts';
import { puppet } from '../../creature/puppet.ts';
import { level } from '../ground.ts';

const part = (shape: Part['shape'], position: [number, number] = [0, 1]): Part => ({
  ...{ name: 'foot', shape, position, angle: 0, density: 1, friction: 1, role: 'foot', layer: 0 },
});
const box = soleOf(part({ kind: 'box', width: 0.4, height: 2 }));
type Pose = [x: number, y: number, angle: number];
/** A sole that has moved from one pose to another. */
function moved(sole: Sole, before: Pose, now: Pose) {
  const state = standingSole(sole, posed(...before));
  moveSole(sole, state, posed(...now));
  return state;
}
const posed = (x: number, y: number, angle: number) => Float64Array.of(x, y, angle, Math.sin(angle), Math.cos(angle));
const ball = soleOf(part({ kind: 'circle', radius: 0.5 }));

describe('a sole', () => {
  test('is placed by the middle of its lowest edge', () => {
    expect(box.middle).toEqual([0, -1]);
    expect(moved(box, [3, 1, 0], [3, 1, 0])).toMatchObject({ x: 3, slid: 0 });
    // Turned by a quarter about its centre, the sole looks forward.
    expect(standingSole(box, posed(3, 1, Math.PI / 2)).x).toBeCloseTo(4, 9);
  });

  test('slides by what its lowest point moves', () => {
    const move = (dx: number) => moved(box, [0, 1, 0.1], [dx, 1, 0.1]).slid;
    expect(move(0.3)).toBeCloseTo(0.3, 12);
    expect(move(-0.2)).toBeCloseTo(-0.2, 12);
  });

  test('does not slide while it turns about its lowest corner, nor while it rolls', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 0.4, noNaN: true }),
        fc.double({ min: 0.01, max: 0.2, noNaN: true }),
        (a, by) => {
          // The lowest corner of a box that leans to the left is its left one, at (-0.2, -1).
          const about = (angle: number): Pose => {
            const [c, s] = [Math.cos(angle), Math.sin(angle)];
            return [-(c * -0.2 - s * -1), -(s * -0.2 + c * -1), angle];
          };
          expect(moved(box, about(a), about(a + by)).slid).toBeCloseTo(0, 9);
          expect(moved(ball, [0, 0.5, 0], [-0.5 * by, 0.5, by]).slid).toBeCloseTo(0, 9);
        },
      ),
      { seed: 1, numRuns: 50 },
    );
  });

  test('is as high as its lowest point is over the ground', () => {
    const up = (sole: Sole, y: number) => clearanceOf(standingSole(sole, posed(0, y, 0)), level(0.5));
    expect(up(box, 1.7)).toBeCloseTo(0.2, 12);
    expect(up(ball, 1.1)).toBeCloseTo(0.1, 12);
  });
});

/** The puppet, its feet at some heights; legs are 0.8 m long, so that 0.016 m is near. */
function frame(heights: [hind: number, fore: number], x: number, torque = 0): MeterFrame {
  return {
    mass: 2,
    x: () => x,
    pose: (i, into) => into.set([x + puppet.parts[i]!.position[0], 0.4 + heights[i - 1]!, 0, 0, 1]),
    touches: (i) => i > 0 && heights[i - 1] === 0,
    powers: (into) => into.set([Math.abs(3 * torque), 0]),
    jointSpeed: () => -3,
  };
}

/** The frames so far of rows that have room for more. */
const soFar = (rows: readonly ArrayLike<number>[], { frameCount }: Track) =>
  rows.map((row) => Array.from(row).slice(0, frameCount));

describe('the meter', () => {
  test('counts a foot near the ground as down in tolerant contacts alone', () => {
    const meter = createGaitMeter(puppet, 60);
    for (const height of [0, 0.0159, 0.0161, 0.2]) meter.observe(frame([height, 0], 0), level());
    expect(soFar(meter.track.touching, meter.track)).toEqual([
      [1, 0, 0, 0],
      [1, 1, 1, 1],
    ]);
    expect(soFar(meter.track.near, meter.track)).toEqual([
      [1, 1, 0, 0],
      [1, 1, 1, 1],
    ]);
  });

  test('counts sliding of the feet that touch alone', () => {
    const meter = createGaitMeter(puppet, 60);
    for (const x of [0, 0.1, 0.3]) meter.observe(frame([0, 0.2], x), level());
    const { slid, touching } = meter.track;
    expect(soFar(slid, meter.track)[1]).toEqual([0, expect.closeTo(0.1, 12), expect.closeTo(0.2, 12)]);
    expect(slidWhile(touching, slid)).toBeCloseTo(0.3, 12);
    expect(slidWhile([...touching].reverse(), slid)).toBeCloseTo(0.3, 12);
    expect(slidWhile([touching[1]!, touching[1]!], slid)).toBe(0);
  });

  test('keeps every frame of a long episode', () => {
    const { track, observe } = createGaitMeter(puppet, 60);
    for (let t = 0; t < 1100; t++) observe(frame([t % 2, 0], 0.5 * t), level());
    const even = Array.from({ length: 1100 }, (_, t) => 1 - (t % 2));
    expect(soFar(track.touching, track)).toEqual([even, even.map(() => 1)]);
    expect(soFar(track.near, track)[0]).toEqual(even);
    const places = even.map((_, t) => track.rootX[0]! + 0.5 * t);
    expect(soFar([track.rootX], track)[0]).toEqual(places);
    expect(soFar(track.slid, track)[1]!.map((metres) => Math.round(10 * metres))).toEqual(
      even.map((_, t) => (t === 0 ? 0 : 5)),
    );
  });

  test('adds up work in both directions and tells what a metre costs', () => {
    const meter = createGaitMeter(puppet, 60);
    for (const torque of [20, -20, 0]) meter.observe(frame([0, 0], 0, torque), level());
    expect(meter.work).toBeCloseTo(2, 12);
    const ending = { distance: 4, hasFallen: false, gravity: 10 };
    expect(meter.read(ending).costOfTransport).toBeCloseTo(2 / (2 * 10 * 4), 12);
    expect(meter.read({ ...ending, distance: -4 }).costOfTransport).toBe(0);
  });

  test('of an episode without a frame reads zeros, whatever the body', () => {
    for (const plan of Object.values(bodies)) {
      const gait = createGaitMeter(plan, 60).read({ distance: 0, hasFallen: false, gravity: 10 });
      expect(gait).toMatchObject({ name: 'stand', footfalls: 0, slip: 0, froude: 0, costOfTransport: 0 });
    }
  });
});
