import { expect, test } from 'vitest';
import { lookup } from '../../src/schema/catalogue.ts';

test('an unknown name is answered with the known ones', () => {
  const catalogue = { snes: 1, genetic: 2 };
  expect(lookup(catalogue, 'genetic', 'optimizer')).toBe(2);
  expect(() => lookup(catalogue, 'sns', 'optimizer')).toThrow('there is no optimizer "sns", only snes, genetic');
  expect(() => lookup(catalogue, 'constructor', 'optimizer')).toThrow('there is no optimizer "constructor"');
});
