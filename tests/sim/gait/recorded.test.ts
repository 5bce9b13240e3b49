import { expect, test } from 'vitest';
import { stream } from '../../../src/math/rng.ts';
import { parseExperiment } from '../../../src/run/experiment.ts';
import { setupOf } from '../../../src/run/setup.ts';
import { gaitOfRecording } from '../../../src/sim/gait/recorded.ts';
import { rollout } from '../../../src/sim/rollout.ts';

test.each([
  ['biped', 'walk'],
  ['quadruped', 'walk'],
  ['stroller', 'natural-walk'],
])('the gait of a recorded episode of %s in %s is that of the episode, but for its cost', (body, name) => {
  const setup = setupOf(parseExperiment({ body, task: { name, duration: 5, stagnation: 5 } }));
  const genome = Float32Array.from(stream(1, 'genome').normals(setup.brain.parameterCount));
  const { evaluation, recording } = rollout(setup, { genome, seed: 1, statistics: null, record: true });
  const { gait } = evaluation.metrics;
  expect(gait.footfalls + gait.doubleSupport).toBeGreaterThan(0);
  const measured = gaitOfRecording(recording!, setup.settings.gravity, evaluation.ending === 'terminated');
  expect(measured).toEqual({ ...gait, costOfTransport: 0 });
});
