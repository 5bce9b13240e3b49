import { readdirSync } from 'node:fs';
import { expect, it, vi } from 'vitest';
import { verifiedWalker } from '../../../src/app/walkers/verified-walker.ts';
import { walkers } from '../../../src/app/walkers/walkers.ts';
import { inProcess } from '../../../src/run/evaluator.ts';
import { parseExperiment } from '../../../src/run/experiment.ts';
import { presets } from '../../../src/run/presets.ts';

const { evaluate: simulate } = inProcess;

/** Bodies and gaits that are slow get less far than the others. */
const SLOW = ['inchworm-creeps', 'quadruped-walks', 'dog-walks', 'strider-walks', 'spider-walks'];

it.each(walkers)('$preset is proved by simulation, gets far and stays upright', async (walker) => {
  const found = await verifiedWalker(walker, simulate);
  expect(found?.replay.experiment).toEqual(parseExperiment(presets[walker.preset]?.experiment));
  expect(found?.clip.words).toMatch(
    walker.task === 'jump'
      ? /^A trained creature gets 1\.[4-9] m off the ground/
      : SLOW.includes(walker.preset)
        ? /^A trained creature .* (9|1\d)\.\d m and stays upright\.$/
        : /^A trained creature .* (1[4-9]|2\d|3\d)\.\d m and stays upright\.$/,
  );
});

it('the default body has one that walks', async () => {
  const found = await verifiedWalker(walkers[0]!, simulate);
  expect(found?.clip.gait).toBe('walk');
});

it('are simulated once, whatever asks for them', async () => {
  const evaluate = vi.fn(simulate);
  const walker = { ...walkers[0]! };
  const [first, second] = await Promise.all([verifiedWalker(walker, evaluate), verifiedWalker(walker, evaluate)]);
  expect(second).toBe(first);
  expect(evaluate).toHaveBeenCalledOnce();
});

it('are asked for again when they could not be loaded', async () => {
  const load = vi.fn(walkers[0]!.load).mockRejectedValueOnce(new Error('offline'));
  const walker = { ...walkers[0]!, load };
  await expect(verifiedWalker(walker, simulate)).rejects.toThrow('offline');
  expect((await verifiedWalker(walker, simulate))?.clip.fell).toBe(false);
});

it('are the files of their folder', () => {
  const files = readdirSync('src/app/walkers').filter((file) => file.endsWith('.json'));
  expect(files.sort()).toEqual(walkers.map(({ preset }) => `${preset}.json`).sort());
});

it('one that comes to another result on this engine is not shown', async () => {
  const document = structuredClone(await walkers[0]!.load()) as { tests: { distance: number }[] };
  document.tests[0]!.distance += 1e-9;
  const load = vi.fn(async () => document);
  expect(await verifiedWalker({ ...walkers[0]!, load }, simulate)).toBeUndefined();
  expect(load).toHaveBeenCalled();
});
