import { describe, expect, test } from 'vitest';
import { bodies } from '../../../src/creature/bodies.ts';
import { createGaitMeter, type MeterFrame } from '../../../src/sim/gait/meter.ts';
import {
  type EpisodeGait,
  episodeGait,
  type GaitWeights,
  runQuality,
  walkQuality,
} from '../../../src/sim/gait/quality.ts';
import { level } from '../ground.ts';

const ideal: EpisodeGait = {
  ...{ tolerantFlight: 0, rawFlight: 0, asymmetry: 0, dutyFactors: [0.6, 0.6], limp: 0, neighbours: 0 },
  ...{ tolerantStepping: 1, rawStepping: 1, cost: 0, slip: 0, kneeSpeed: 0 },
};
const running: EpisodeGait = { ...ideal, rawFlight: 0.3, dutyFactors: [0.4, 0.4] };

const usual: GaitWeights = { flightWeight: 2, contactWeight: 2, stepWeight: 1, limpWeight: 2, neighbourWeight: 0 };

describe('the quality of a walk', () => {
  test('is 1 for one without fault', () => {
    expect(walkQuality(ideal, usual)).toBe(1);
    expect(walkQuality({ ...ideal, dutyFactors: [0.56, 0.9] }, usual)).toBe(1);
  });

  test.each([
    [{ tolerantFlight: 0.1 }, 0.81],
    [{ rawFlight: 0.1 }, 0.81],
    [{ dutyFactors: [0.28, 0.6] }, 0.25],
    [{ asymmetry: 0.1 }, 0.8],
    [{ limp: 0.1 }, 0.8],
    [{ limp: 0.6 }, 0],
    [{ cost: 0.5 }, 1 / 1.3],
    [{ slip: 0.25 }, 1 / 1.25],
    [{ tolerantStepping: 0.5 }, 0.5],
    [{ rawStepping: 0.5 }, 0.5],
    [{ kneeSpeed: 2 }, 0.5],
  ])('%o leaves %f of it', (fault, rest) => {
    expect(walkQuality({ ...ideal, ...fault }, usual)).toBeCloseTo(rest, 12);
  });
});

describe('weights of a walk’s faults', () => {
  test.each([
    [{ rawFlight: 0.1 }, { flightWeight: 3 }, 0.729],
    [{ dutyFactors: [0.28, 0.6] }, { contactWeight: 4 }, 0.0625],
    [{ rawStepping: 0.5 }, { stepWeight: 3 }, 0.125],
    [{ limp: 0.1 }, { limpWeight: 4 }, 0.6],
    [{ asymmetry: 0.1 }, { limpWeight: 0 }, 1],
    [{ rawFlight: 0.1 }, { flightWeight: 0 }, 1],
    [{ neighbours: 0.3 }, {}, 1],
    [{ neighbours: 0.1 }, { neighbourWeight: 4 }, 0.6],
    [{ neighbours: 0.3 }, { neighbourWeight: 4 }, 0],
  ])('%o by %o leaves %f of it', (fault, weights, rest) => {
    expect(walkQuality({ ...ideal, ...fault }, { ...usual, ...weights })).toBeCloseTo(rest, 12);
  });
});

describe('the quality of a run', () => {
  test('is 1 with flight and short contacts', () => {
    expect(runQuality(running, usual)).toBe(1);
  });

  test.each([
    [{ rawFlight: 0.1 }, 0.5],
    [{ rawFlight: 0 }, 0],
    [{ dutyFactors: [0.4, 0.75] }, 0.5],
    [{ asymmetry: 0.25 }, 0.5],
    [{ cost: 1 }, 1 / 1.6],
    [{ rawStepping: 0.25 }, 0.25],
  ])('%o leaves %f of it', (fault, rest) => {
    expect(runQuality({ ...running, ...fault }, usual)).toBeCloseTo(rest, 12);
  });
});

describe('an episode’s gait', () => {
  const plan = bodies.biped;
  const [left, right] = ['left shin', 'right shin'].map((name) => plan.parts.findIndex((part) => part.name === name));
  /** The biped as it stands, its feet at some heights, gone by x. */
  const frame = (heights: [number, number], x: number): MeterFrame => ({
    mass: 5,
    x: () => x,
    pose: (i, into) =>
      into.set([x, plan.parts[i]!.position[1] + (i === left ? heights[0] : i === right ? heights[1] : 0), 0, 0, 1]),
    touches: (i) => (i === left && heights[0] === 0) || (i === right && heights[1] === 0),
    powers: (into) => into.set(plan.joints.map(({ name }) => (name === 'left knee' ? 6 : 0))),
    jointSpeed: (j) => (plan.joints[j]!.name === 'left knee' ? 2 : 0),
  });

  test('counts landings, slip, work and the knee’s speed over the whole of it', () => {
    const meter = createGaitMeter(plan, 60);
    const up = (t: number): [number, number] => (t % 20 < 10 ? [0, 0.5] : [0.5, 0]);
    for (let t = 0; t < 100; t++) meter.observe(frame(up(t), 0.1 * t), level());
    const gait = episodeGait(meter, 10, 9.9, 3);
    expect(gait).toMatchObject({ tolerantFlight: 0, rawFlight: 0, asymmetry: 0 });
    // Ten half strides, nine of them landings after a swing, five on the left; three passed.
    expect(gait.rawStepping).toBeCloseTo(4 / 10, 12);
    expect(gait.cost).toBeCloseTo((100 * 6) / 60 / (5 * 10 * 9.9), 12);
    expect(gait.slip).toBeCloseTo(1, 9);
    expect(gait.kneeSpeed).toBe(1);
  });

  test('a short distance costs as a quarter of a leg', () => {
    const meter = createGaitMeter(plan, 60);
    meter.observe(frame([0, 0], 0), level());
    expect(episodeGait(meter, 10, -3, 0).cost).toBe(episodeGait(meter, 10, 0.55, 0).cost);
  });
});

describe('neighbouring legs of an episode', () => {
  const plan = bodies.spider;
  /** The spider as it stands, with the legs of one set in the air in every other quarter of a second. */
  function neighboursOf(isUp: (leg: number, phase: number) => boolean): number {
    const meter = createGaitMeter(plan, 60);
    const feet = meter.anatomy.legs.map(({ foot }) => foot);
    for (let t = 0; t < 300; t++) {
      const phase = Math.floor(t / 15) % 2;
      const lifted = (part: number) => feet.includes(part) && isUp(feet.indexOf(part), phase);
      meter.observe(
        {
          mass: 5,
          x: () => 0.01 * t,
          pose: (i, into) =>
            into.set([0.01 * t, plan.parts[i]!.position[1] + (lifted(i) ? 0.5 : 0), plan.parts[i]!.angle, 0, 1]),
          touches: (i) => feet.includes(i) && !lifted(i),
          powers: (into) => into.fill(0),
          jointSpeed: () => 0,
        },
        level(),
      );
    }
    return episodeGait(meter, 10, 3, 0).neighbours;
  }

  test('cost nothing when they step in turn, most when they step together, and something when one is dragged', () => {
    // Legs are in the order of their feet: four on the left from front to back, then four on the right.
    const inTurn = (leg: number, phase: number) => ((leg % 4) + Math.floor(leg / 4) + phase) % 2 === 0;
    expect(neighboursOf(inTurn)).toBeCloseTo(0, 6);
    expect(neighboursOf((_, phase) => phase === 0)).toBeCloseTo(0.5 + 0.2, 1);
    // Two of six neighbours are those of the second leg on the left.
    expect(neighboursOf((leg, phase) => leg !== 1 && inTurn(leg, phase))).toBeCloseTo(0.2 * (2 / 6), 6);
  });
});
