import { expect, test } from 'vitest';
import { pick } from '../../src/schema/catalogue.ts';

test('an unknown name is answered with the known ones', () => {
  const catalogue = { snes: 1, genetic: 2 };
  expect(pick(catalogue, 'genetic', 'optimizer')).toBe(2);
  expect(() => pick(catalogue, 'sns', 'optimizer')).toThrow('there is no optimizer "sns", only snes, genetic');
  expect(() => pick(catalogue, 'constructor', 'optimizer')).toThrow('there is no optimizer "constructor"');
});
