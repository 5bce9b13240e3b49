import { readdirSync } from 'node:fs';
import { expect, it, vi } from 'vitest';
import { verifiedWalker } from '../../../src/app/walkers/verified-walker.ts';
import { walkers } from '../../../src/app/walkers/walkers.ts';
import { inProcess } from '../../../src/run/evaluator.ts';
import { parseExperiment } from '../../../src/run/experiment.ts';
import { presets } from '../../../src/run/presets.ts';

const { evaluate: simulate } = inProcess;

it.each(walkers)('$preset is proved by simulation, gets far and stays upright', async (walker) => {
  const found = await verifiedWalker(walker, simulate, 'It');
  expect(found?.replay.experiment).toEqual(parseExperiment(presets[walker.preset]?.experiment));
  expect(found?.clip.words).toMatch(
    walker.task === 'jump'
      ? /^It gets 1\.[4-9] m off the ground/
      : /^It .* (1[4-9]|2\d|3\d)\.\d m and stays upright\.$/,
  );
});

it('the default body has one that walks', async () => {
  const found = await verifiedWalker(walkers[0]!, simulate, 'It');
  expect(found?.clip.gait).toBe('walk');
});

it('are the files of their folder', () => {
  const files = readdirSync('src/app/walkers').filter((file) => file.endsWith('.json'));
  expect(files.sort()).toEqual(walkers.map(({ preset }) => `${preset}.json`).sort());
});

it('one that comes to another result on this engine is not shown', async () => {
  const document = structuredClone(await walkers[0]!.load()) as { tests: { distance: number }[] };
  document.tests[0]!.distance += 1e-9;
  const load = vi.fn(async () => document);
  expect(await verifiedWalker({ preset: 'natural-walk', load }, simulate, 'It')).toBeUndefined();
  expect(load).toHaveBeenCalled();
});
