import { expect, it } from 'vitest';
import { findEntries, tagsFrom, tagsIn } from '../../../../src/app/tools/replays/search.ts';

const entry = (id: string, name: string, made: number, distance: number, tags: string[] = [], body = 'Biped') => ({
  ...{ id, name, made, distance, tags, body },
  task: 'Hills',
});
const entries = [
  entry('a', 'Walk 10', 3, 5, ['keeper']),
  entry('b', 'walk 9', 1, 9, ['Odd', 'keeper']),
  entry('c', 'Étude', 2, 9, [], 'Spider'),
];
const ids = (wanted: Partial<Parameters<typeof findEntries>[1]>) =>
  findEntries(entries, { text: '', tag: '', order: 'newest', ...wanted }).map(({ id }) => id);

it('sorts as wanted, and equal ones by date', () => {
  expect(ids({})).toEqual(['a', 'c', 'b']);
  expect(ids({ order: 'farthest' })).toEqual(['c', 'b', 'a']);
  expect(ids({ order: 'name' })).toEqual(['c', 'b', 'a']);
});

it('finds by every word typed, in names, tags, bodies and tasks', () => {
  expect(ids({ text: 'WALK' })).toEqual(['a', 'b']);
  expect(ids({ text: ' walk odd ' })).toEqual(['b']);
  expect(ids({ text: 'spider hills' })).toEqual(['c']);
  expect(ids({ text: 'walk spider' })).toEqual([]);
});

it('filters by a tag', () => {
  expect(ids({ tag: 'keeper' })).toEqual(['a', 'b']);
  expect(tagsIn(entries)).toEqual(['keeper', 'Odd']);
});

it('parses tags', () => {
  expect(tagsFrom(' fast, ,odd gait,fast', 12, 80)).toEqual(['fast', 'odd gait']);
  expect(tagsFrom('aaaa,b,c', 2, 3)).toEqual(['aaa', 'b']);
});
