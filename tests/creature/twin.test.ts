import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { computeActivations } from '../../src/creature/activations.ts';
import { bodies } from '../../src/creature/bodies.ts';
import type { BodyPlan } from '../../src/creature/body-plan.ts';
import type { BrainShape } from '../../src/creature/brain.ts';
import { twin } from '../../src/creature/brains/twin.ts';
import { actuatorCount } from '../../src/creature/muscle.ts';
import { type Sharing, viewsOf } from '../../src/creature/views.ts';
import { stream } from '../../src/math/rng.ts';
import { sensesOf } from '../../src/sim/sensors.ts';

const KICK_STEPS = 8;

function shapeOf(plan: BodyPlan): BrainShape & { body: { plan: BodyPlan; sensors: string[] } } {
  const sensors = sensesOf(plan, { sight: 2, clock: 1 }).sensors.map(({ name }) => name);
  const sizes = { observationSize: sensors.length, actionSize: actuatorCount(plan) };
  return { ...sizes, controlTimestep: 0.05, body: { plan, sensors } };
}

const build = (shape: BrainShape, sharing: Sharing, hidden = [5], clock: 'same' | 'in turn' = 'same') =>
  twin.build({ hidden, sharing, clock }, shape);
const random = (count: number, purpose: string) => Float64Array.from(stream(1, purpose).normals(count));

const cases = Object.entries<BodyPlan>(bodies).flatMap(([name, plan]) =>
  (['sides', 'legs'] as const).map((sharing): [string, Sharing, BodyPlan] => [name, sharing, plan]),
);

describe.each(cases)('the views of %s by %s', (_name, sharing, plan) => {
  const shape = shapeOf(plan);
  const views = viewsOf(plan, shape.body.sensors, sharing);

  test('each change sensors about, and drive every joint and muscle together', () => {
    for (const { sensors } of views) expect(new Set(sensors).size).toBe(shape.observationSize);
    const driven = new Set(views.flatMap(({ joints }) => joints));
    expect([...driven].sort((a, b) => a - b)).toEqual(Array.from({ length: actuatorCount(plan) }, (_, j) => j));
    expect(views[0]?.sensors).toEqual(shape.body.sensors.map((_, i) => i));
  });

  test('make a brain that does in an exchanged body what it does in the other, once the kick is over', () => {
    const brain = build(shape, sharing);
    const genome = Float32Array.from(random(brain.parameterCount, 'genome'));
    const observation = random(shape.observationSize, 'observation');
    const policy = brain.createPolicy(genome);
    const action = new Float64Array(shape.actionSize);
    for (let step = 0; step < KICK_STEPS; step++) policy(observation, action);
    policy(observation, action);
    for (const { sensors, joints } of views) {
      const elsewhere = new Float64Array(shape.actionSize);
      policy(
        Float64Array.from(sensors, (sensor) => observation[sensor]!),
        elsewhere,
      );
      for (const [o, joint] of joints.entries()) {
        // A joint that several views drive adds their shares in another order.
        expect(elsewhere[views[0]!.joints[o]!]).toBeCloseTo(action[joint]!, 9);
      }
    }
  });

  test.each(['same', 'in turn'] as const)('are wired as the policy computes, with a clock seen as %s', (clock) => {
    const brain = build(shape, sharing, [4, 3], clock);
    const genome = Float32Array.from(random(brain.parameterCount, 'genome'));
    const wiring = brain.wiring(genome);
    const steps = KICK_STEPS + 2;
    const observation = random(steps * shape.observationSize, 'observation');
    const values = computeActivations(wiring, genome, observation);
    const policy = brain.createPolicy(genome);
    const action = new Float64Array(shape.actionSize);
    for (let step = 0; step < steps; step++) {
      policy(observation.slice(step * shape.observationSize, (step + 1) * shape.observationSize), action);
      const end = (step + 1) * wiring.nodes.length;
      expect(values.slice(end - shape.actionSize, end)).toEqual(action);
    }
    const found = [...wiring.connections, ...wiring.nodes.flatMap(({ parameters }) => parameters)].map(
      ({ parameter }) => parameter,
    );
    expect([...new Set(found)].sort((a, b) => a - b)).toEqual(Array.from(genome, (_, i) => i));
  });
});

test.each([
  ['biped', 'sides', 2],
  ['biped', 'legs', 2],
  ['hopper', 'legs', 1],
  ['caterpillar', 'sides', 1],
  ['quadruped', 'sides', 2],
  ['quadruped', 'legs', 4],
  ['spider', 'legs', 8],
] as const)('%s by %s has %i views', (name, sharing, count) => {
  const plan = bodies[name];
  expect(viewsOf(plan, shapeOf(plan).body.sensors, sharing).length).toBe(count);
});

test('a biped’s right leg sees the left one where its own would be, and the root as it is', () => {
  const { body } = shapeOf(bodies.biped);
  const { sensors, joints } = viewsOf(bodies.biped, body.sensors, 'sides')[1]!;
  const seen = Object.fromEntries(body.sensors.map((name, i) => [name, body.sensors[sensors[i]!]]));
  expect(seen).toMatchObject({
    'body angle': 'body angle',
    'left hip angle': 'right hip angle',
    'right knee speed': 'left knee speed',
    'left shin touches': 'right shin touches',
    'ground ahead 1': 'ground ahead 1',
  });
  expect(joints.map((j) => bodies.biped.joints[j]!.name)).toEqual(['right hip', 'right knee']);
});

test('a pony’s legs see the one behind them where their own would be, diagonals with the same kick', () => {
  const { body } = shapeOf(bodies.quadruped);
  const views = viewsOf(bodies.quadruped, body.sensors, 'legs');
  const own = views.map(({ joints, sign }) => [bodies.quadruped.joints[joints[3]!]!.name, sign]);
  expect(own).toEqual([
    ['left fore hip', 1],
    ['right fore hip', -1],
    ['left hind hip', -1],
    ['right hind hip', 1],
  ]);
});

test('the kick tells the legs apart, for 0.4 s', () => {
  const shape = shapeOf(bodies.biped);
  const brain = build(shape, 'sides');
  const policy = brain.createPolicy(Float32Array.from(random(brain.parameterCount, 'genome')));
  const action = new Float64Array(4);
  const apart = Array.from({ length: 10 }, () => {
    policy(new Float64Array(shape.observationSize), action);
    return action[0] !== action[2];
  });
  expect(apart).toEqual([...new Array(KICK_STEPS).fill(true), false, false]);
  expect(twin.settings.entries && v.parse(twin.settings, {})).toEqual({
    hidden: [16],
    sharing: 'sides',
    clock: 'same',
  });
  expect(brain.normalisationGroups).toHaveLength(shape.observationSize);
});

test('a clock seen in turn is half a period later for the legs that alternate with the first one', () => {
  const shape = shapeOf(bodies.quadruped);
  const genome = Float32Array.from(random(build(shape, 'legs').parameterCount, 'genome'));
  const hips = ['left fore hip', 'right fore hip', 'left hind hip', 'right hind hip'];
  const actionsAt = (clock: 'same' | 'in turn', sine: number) => {
    const policy = build(shape, 'legs', [5], clock).createPolicy(genome);
    const action = new Float64Array(shape.actionSize);
    const seen = shape.body.sensors.map((name) => (name === 'clock sine' ? sine : 0));
    for (let step = 0; step <= KICK_STEPS; step++) policy(Float64Array.from(seen), action);
    return hips.map((hip) => action[bodies.quadruped.joints.findIndex(({ name }) => name === hip)]!);
  };
  const [now, later] = [actionsAt('same', 0.8)[0]!, actionsAt('same', -0.8)[0]!];
  expect(actionsAt('same', 0.8)).toEqual([now, now, now, now]);
  expect(actionsAt('in turn', 0.8)).toEqual([now, later, later, now]);
  expect(now).not.toBe(later);
});

test('sensors that change places are in one normalisation group, others are not', () => {
  const shape = shapeOf(bodies.biped);
  const groups = build(shape, 'sides').normalisationGroups!;
  const group = (name: string) => groups[shape.body.sensors.indexOf(name)];
  expect(group('left hip angle')).toBe(group('right hip angle'));
  expect(group('left hip angle')).not.toBe(group('left knee angle'));
  expect(group('left hip angle')).not.toBe(group('right hip speed'));
});

test('a small net: 290 numbers for a biped', () => {
  const plan = bodies.biped;
  const sensors = sensesOf(plan, { sight: 0, clock: 0 }).sensors.map(({ name }) => name);
  const shape = { observationSize: 14, actionSize: 4, controlTimestep: 0.05, body: { plan, sensors } };
  expect(build(shape, 'sides', [16]).parameterCount).toBe(290);
});
