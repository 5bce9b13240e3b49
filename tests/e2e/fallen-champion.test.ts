import { beforeAll, expect, it } from 'vitest';
import { experimentFromHash } from '../../src/format/experiment-link.ts';
import { inProcess } from '../../src/run/evaluator.ts';
import type { Experiment } from '../../src/run/experiment-schema.ts';
import { run } from '../../src/run/run.ts';
import { expectVisitors, holdOn, reachesOn, saysOn, VIEWS, visit } from './visit.ts';

expectVisitors();

/** A hopper that often falls again after it has got far. */
const HOPPER = '#body=hopper&task=walk&seed=2&task.duration=3';

/** The first generation whose champion falls long before the best so far. */
let fallen = 0;
beforeAll(async () => {
  let best = 0;
  for await (const { generation, champion } of run(experimentFromHash(HOPPER) as Experiment, inProcess)) {
    const { distance, ending } = { distance: champion!.distance, ending: champion!.tests[0]!.evaluation.ending };
    fallen = generation;
    if (ending === 'terminated' && best > 2 * distance && best > distance + 2.5) break;
    best = Math.max(best, distance);
  }
});

it.each(VIEWS)('on %s a champion that falls after a better one is explained', async (_, options) => {
  const page = await visit(HOPPER, { ...options, reducedMotion: 'reduce' });
  await reachesOn(page, fallen + 1);
  await holdOn(page);
  await page.getByRole('slider', { name: 'Generation on stage' }).fill(String(fallen));
  await saysOn(page, new RegExp(`^Generation ${fallen} .* falls`));
  const why = page.getByText(/^The best got \d+\.\d m; each test is on new ground/);
  await why.waitFor();
  const { x, width } = (await why.boundingBox())!;
  expect(x + width).toBeLessThanOrEqual(options.viewport!.width);
});
