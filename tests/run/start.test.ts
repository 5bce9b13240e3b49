import { expect, test } from 'vitest';
import { parseExperiment } from '../../src/run/experiment.ts';
import { setupOf } from '../../src/run/setup.ts';
import { startOf, startToDocument } from '../../src/run/start.ts';
import { sensorsIn } from '../../src/sim/task.ts';
import { small } from './small.ts';

const from = { title: 'One', seed: 3, generation: 2 };

test('a start is the same in memory and from its document, with -0 among the means too', () => {
  const experiment = small();
  const { plan, brain, task, settings } = setupOf(experiment);
  const sensorCount = sensorsIn(task, plan, settings).length;
  const mean = new Float64Array(sensorCount).fill(0.5);
  mean[1] = -0;
  const squares = new Float64Array(sensorCount).fill(2);
  squares[0] = -0;
  const genome = new Float32Array(brain.parameterCount).fill(0.25);
  const start = startToDocument({ genome, statistics: { count: 7, mean, squares } }, from);
  const read = parseExperiment(JSON.parse(JSON.stringify({ ...experiment, start })));
  expect(read.start).toEqual(start);
  expect(startOf(read)).toEqual(startOf({ ...experiment, start }));
  expect(startOf(read)?.statistics?.mean[2]).toBe(0.5);
});
