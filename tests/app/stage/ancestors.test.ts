import { expect, it } from 'vitest';
import { createAncestors } from '../../../src/app/stage/ancestors.ts';
import { standing } from '../../view/recordings.ts';

it('stores a few champions, spread over the run, and returns four earlier ones', () => {
  const gallery = createAncestors();
  const ages = new Map(Array.from({ length: 500 }, (_, g) => [standing(), g]));
  for (const [recording, g] of ages) gallery.add(g, recording);
  const chosen = gallery.before(499).map((recording) => ages.get(recording) ?? -1);
  expect(chosen).toHaveLength(4);
  expect(chosen).toEqual([...chosen].sort((a, b) => b - a));
  expect(Math.min(...chosen)).toBeLessThan(100);
  expect(Math.max(...chosen)).toBeLessThan(499);
  expect(gallery.before(0)).toEqual([]);
});
