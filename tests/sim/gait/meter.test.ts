import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bodies } from '../../../src/creature/bodies.ts';
import type { Part } from '../../../src/creature/body-plan.ts';
import { slidWhile } from '../../../src/sim/gait/measure.ts';
import { createGaitMeter, type MeterFrame } from '../../../src/sim/gait/meter.ts';
import { poseOf, soleOf, soleState } from '../../../src/sim/gait/sole.ts';
import { puppet } from '../../creature/puppet.ts';
import { level } from '../ground.ts';

const part = (shape: Part['shape'], position: [number, number] = [0, 1]): Part => ({
  ...{ name: 'foot', shape, position, angle: 0, density: 1, friction: 1, role: 'foot', layer: 0 },
});
const box = soleOf(part({ kind: 'box', width: 0.4, height: 2 }));
const ball = soleOf(part({ kind: 'circle', radius: 0.5 }));

describe('a sole', () => {
  test('is placed by the middle of its lowest edge', () => {
    expect(box.middle).toEqual([0, -1]);
    const now = poseOf(3, 1, 0);
    expect(soleState(box, now, now, level())).toMatchObject({ x: 3, slid: expect.closeTo(0, 12) });
    // Turned by a quarter about its centre, the sole looks forward.
    const turned = poseOf(3, 1, Math.PI / 2);
    expect(soleState(box, turned, turned, level()).x).toBeCloseTo(4, 9);
  });

  test('slides by what its lowest point moves', () => {
    const move = (dx: number) => soleState(box, poseOf(0, 1, 0.1), poseOf(dx, 1, 0.1), level()).slid;
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
          const about = (angle: number) => {
            const [c, s] = [Math.cos(angle), Math.sin(angle)];
            return poseOf(-(c * -0.2 - s * -1), -(s * -0.2 + c * -1), angle);
          };
          expect(soleState(box, about(a), about(a + by), level()).slid).toBeCloseTo(0, 9);
          const rolled = poseOf(-0.5 * by, 0.5, by);
          expect(soleState(ball, poseOf(0, 0.5, 0), rolled, level()).slid).toBeCloseTo(0, 9);
        },
      ),
      { seed: 1, numRuns: 50 },
    );
  });

  test('is as high as its lowest point is over the ground', () => {
    const up = (sole: typeof box, y: number) => {
      const now = poseOf(0, y, 0);
      return soleState(sole, now, now, level(0.5)).clearance;
    };
    expect(up(box, 1.7)).toBeCloseTo(0.2, 12);
    expect(up(ball, 1.1)).toBeCloseTo(0.1, 12);
  });
});

/** The puppet, its feet at some heights; legs are 0.8 m long, so that 0.016 m is near. */
function frame(heights: [hind: number, fore: number], x: number, torque = 0): MeterFrame {
  return {
    mass: 2,
    x: (i) => x + (puppet.parts[i] as Part).position[0],
    y: (i) => (i === 0 ? 1 : 0.4 + (heights[i - 1] as number)),
    angle: () => 0,
    touches: (i) => i > 0 && heights[i - 1] === 0,
    motorTorque: (j) => (j === 0 ? torque : 0),
    jointSpeed: () => -3,
  };
}

describe('the meter', () => {
  test('counts a foot near the ground as down in tolerant contacts alone', () => {
    const meter = createGaitMeter(puppet, 60);
    for (const height of [0, 0.0159, 0.0161, 0.2]) meter.observe(frame([height, 0], 0), level());
    expect(meter.track.touching).toEqual([
      [1, 0, 0, 0],
      [1, 1, 1, 1],
    ]);
    expect(meter.track.near).toEqual([
      [1, 1, 0, 0],
      [1, 1, 1, 1],
    ]);
  });

  test('counts sliding of the feet that touch alone', () => {
    const meter = createGaitMeter(puppet, 60);
    for (const x of [0, 0.1, 0.3]) meter.observe(frame([0, 0.2], x), level());
    const { slid, touching } = meter.track;
    expect(slid[1]).toEqual([0, expect.closeTo(0.1, 12), expect.closeTo(0.2, 12)]);
    const down = touching.map((row) => Uint8Array.from(row));
    expect(slidWhile(down, slid)).toBeCloseTo(0.3, 12);
    expect(slidWhile([...down].reverse(), slid)).toBeCloseTo(0.3, 12);
    expect(slidWhile([down[1]!, down[1]!], slid)).toBe(0);
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
