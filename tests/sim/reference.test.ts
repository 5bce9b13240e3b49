import { expect, test } from 'vitest';
import { ReferenceNeeded, withReference } from '../../src/sim/reference.ts';

test('a simulation that needs planck is repeated once planck is loaded, another error is not', async () => {
  let attempts = 0;
  const result = await withReference(() => {
    attempts++;
    if (attempts === 1) throw new ReferenceNeeded();
    return 'simulated';
  });
  expect([result, attempts]).toEqual(['simulated', 2]);
  attempts = 0;
  const failing = withReference(() => {
    attempts++;
    throw new Error('broken');
  });
  await expect(failing).rejects.toThrow('broken');
  expect(attempts).toBe(1);
});
