import { expect, test } from 'vitest';
import { commands } from 'vitest/browser';
import { differenceHere, makeReplay } from '../engines/making.ts';
import { subjects } from '../engines/subjects.ts';

const names = Object.keys(subjects);
const inTime = { timeout: 180_000 };

test('replays from Node are resimulated here to the same bits', inTime, async () => {
  const replays = await commands.makeInNode(names);
  expect(Object.keys(replays)).toEqual(names);
  for (const [name, text] of Object.entries(replays)) expect(await differenceHere(name, text)).toBe('');
});

test('replays from here are resimulated in Node to the same bits', inTime, async () => {
  const replays: Record<string, string> = {};
  for (const name of names) replays[name] = makeReplay(name);
  expect(await commands.verifyInNode(replays)).toEqual([]);

  const [name, text] = Object.entries(replays)[0]!;
  const otherwise = JSON.stringify({ ...JSON.parse(text), statistics: null });
  expect(await commands.verifyInNode({ [name]: otherwise })).toEqual([
    expect.stringContaining(`${name} (first in second 1`),
  ]);
});
