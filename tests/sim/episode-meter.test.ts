import { expect, test } from 'vitest';
import { createEpisodeMeter } from '../../src/sim/episode-meter.ts';
import { puppet, puppetWith } from '../creature/puppet.ts';
import { moment } from './fake.ts';

/** Three looks: hind foot down once, fore foot down in all; the first motor works, the second is held. */
function measured(end: { x: number; startX?: number; time?: number; fallen?: boolean }) {
  const meter = createEpisodeMeter(puppet, 0.5);
  const mass = 10;
  for (const [hindDown, torque, speed] of [
    [true, 20, 3],
    [false, -20, 2],
    [false, 4, -1],
  ] as const) {
    meter.observe(
      moment({
        x: () => 0,
        y: () => (hindDown ? 0.9 : 0.6),
        touches: (i) => (i === 1 ? hindDown : i === 2),
        powers: (into) => into.set([Math.abs(torque * speed), 0]),
      }),
    );
  }
  const { x, startX = 0, time = 1.5, fallen = false } = end;
  return meter.read(moment({ x: () => x, mass }, { startX, time }), fallen, 8);
}

test('accumulates work, steps and distance', () => {
  expect(measured({ x: 7, startX: 1 })).toEqual({
    distance: 6,
    duration: 1.5,
    speed: 4,
    energy: 0.5 * (60 + 40 + 4),
    costOfTransport: 52 / (10 * 8 * 6),
    falls: 0,
    meanHeight: expect.closeTo(0.7, 12),
    flight: 0,
    dutyFactors: [1 / 3, 1],
  });
});

test('going nowhere or back has no cost of transport', () => {
  expect(measured({ x: 0 }).costOfTransport).toBe(0);
  expect(measured({ x: -3 })).toMatchObject({ distance: -3, speed: -2, costOfTransport: 0 });
});

test('tells a fall', () => {
  expect(measured({ x: 1, fallen: true }).falls).toBe(1);
});

test('gives zeros, not NaN, for an episode without samples', () => {
  const meter = createEpisodeMeter(puppet, 0.5);
  expect(meter.read(moment({ x: () => 0, mass: 10 }, { time: 0 }), false, 10)).toEqual({
    distance: 0,
    duration: 0,
    speed: 0,
    energy: 0,
    costOfTransport: 0,
    falls: 0,
    meanHeight: 1,
    flight: 0,
    dutyFactors: [0, 0],
  });
});

test('a body without feet has no duty factors', () => {
  const footless = puppetWith(({ parts }) => {
    for (const part of parts) part.role = 'limb';
  });
  const meter = createEpisodeMeter(footless, 0.5);
  meter.observe(moment({ x: () => 0, y: () => 1, powers: () => {} }));
  expect(meter.read(moment({ x: () => 1, mass: 1 }), false, 10)).toMatchObject({ dutyFactors: [], flight: 1 });
});
