import { describe, expect, it } from 'vitest';
import { raysOf } from '../../../src/app/stage/rays.ts';
import { actuatorCount } from '../../../src/creature/muscle.ts';
import { parseExperiment } from '../../../src/run/experiment.ts';
import { setupOf } from '../../../src/run/setup.ts';
import { createTaskEnvironment } from '../../../src/sim/environment.ts';
import { createRecorder } from '../../../src/sim/recorder.ts';

describe.each([
  ['hills', 'biped'],
  ['hurdles', 'dog'],
  ['bipedal-walker-hardcore', 'bipedal-walker'],
])('rays in %s', (task, body) => {
  it('end where the sensors measured in the episode', () => {
    const experiment = parseExperiment({ body, task: { name: task } });
    const { plan, task: goal, settings } = setupOf(experiment);
    const recorder = createRecorder(1 / settings.physicsRate);
    const environment = createTaskEnvironment(plan, goal, settings, recorder.record);
    const { sensors } = environment;
    environment.reset(5);
    const { standingHeight } = environment.state();
    const felt: number[][] = [];
    const at: [number, number][] = [];
    const action = new Float64Array(actuatorCount(plan));
    for (let k = 0; k < 40; k++) {
      action.fill(k % 7 < 4 ? 0.8 : -0.6);
      const { observation } = environment.step(action);
      felt.push(sensors.flatMap(({ ray }, i) => (ray ? [observation[i] as number] : [])));
      const { physics } = environment.state();
      at.push([physics.x(0), physics.y(0)]);
    }
    const recording = recorder.finish();
    if (recording === undefined) throw new Error('nothing was recorded');
    const rays = raysOf(experiment, recording);
    const reaches = sensors.flatMap(({ ray }) => (ray ? [Math.hypot(...ray(standingHeight))] : []));
    expect(reaches.length).toBeGreaterThan(2);
    for (const [k, [x, y]] of at.entries()) {
      const seen = rays?.(x, y) ?? [];
      const shares = seen.map(({ toX, toY }, i) => Math.hypot(toX - x, toY - y) / (reaches[i] as number));
      expect(shares).toHaveLength(reaches.length);
      for (const [i, share] of shares.entries()) {
        expect(Math.abs(share - (felt[k]?.[i] ?? Number.NaN))).toBeLessThan(0.002);
        expect(seen[i]?.isMet).toBe((felt[k]?.[i] ?? 1) < 1);
      }
    }
  });
});

it('are undefined without rangefinders', () => {
  const experiment = parseExperiment({ body: 'biped', task: { name: 'walk' } });
  const recording = { terrain: { points: Float64Array.of(0, 0, 1, 0) }, poses: Float64Array.of(0, 1, 0) };
  expect(raysOf(experiment, recording as never)).toBeUndefined();
});
