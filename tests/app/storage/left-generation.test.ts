import { afterEach, expect, it, vi } from 'vitest';
import { generationLeft, noteLeft } from '../../../src/app/storage/left-generation.ts';

function stub(stored: string | null, setItem = (_: string, value: string) => void stub(value)): void {
  vi.stubGlobal('sessionStorage', { getItem: () => stored, setItem });
}
afterEach(() => void vi.unstubAllGlobals());

it('is told of the run that was left, and of no other', () => {
  stub(null);
  expect(generationLeft('a')).toBe(-1);
  noteLeft('a', 15);
  expect(generationLeft('a')).toBe(15);
  expect(generationLeft('b')).toBe(-1);
});

it.each([
  ['nothing that can be read', '{'],
  ['another form', '{"id":"a"}'],
  ['no whole number', '{"id":"a","generation":1.5}'],
  ['a negative one', '{"id":"a","generation":-2}'],
])('is not told where storage has %s', (_, stored) => {
  stub(stored);
  expect(generationLeft('a')).toBe(-1);
});

it('does without storage', () => {
  stub(null, () => {
    throw new Error('blocked');
  });
  expect(() => noteLeft('a', 3)).not.toThrow();
});
