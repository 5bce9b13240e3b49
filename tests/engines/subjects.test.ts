import { expect, test } from 'vitest';
import { bodies } from '../../src/creature/bodies.ts';
import { brains } from '../../src/creature/brains.ts';
import { replayFromDocument } from '../../src/format/replay-document.ts';
import { tasks } from '../../src/sim/tasks.ts';
import { differenceHere, makeReplay } from './making.ts';
import { subjects } from './subjects.ts';

const names = Object.keys(subjects);

test('the subjects are some 200, and all bodies, tasks and brains meet', () => {
  expect(names.length).toBeGreaterThanOrEqual(200);
  const met = (...words: string[]) => names.some((name) => words.every((word) => name.split(' ').includes(word)));
  for (const brain of Object.keys(brains)) {
    for (const other of [...Object.keys(bodies), ...Object.keys(tasks)])
      expect([brain, other, met(brain, other)]).toEqual([brain, other, true]);
  }
  expect(names.filter((name) => subjects[name]!.normalised).length).toBeGreaterThan(names.length / 3);
});

test('a replay lives again the same way, and one whose genome was touched does not', async () => {
  const name = names[0]!;
  const text = makeReplay(name);
  expect(await differenceHere(name, text)).toBe('');
  const { genome, tests } = replayFromDocument(JSON.parse(text), name);
  expect(genome.some((weight) => weight !== 0)).toBe(true);
  expect(tests[0]!.hash).not.toBe(tests[1]!.hash);
  const touched = { ...JSON.parse(text), statistics: null };
  expect(await differenceHere(name, JSON.stringify(touched))).toMatch(
    new RegExp(`^${name} \\(first in second 1 of test 1\\): test 1 has`),
  );
});
