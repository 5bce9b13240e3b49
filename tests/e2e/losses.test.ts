import { expect, test } from 'vitest';
import { DEATHS, evaluating, hasten, lose } from '../../scripts/lost-workers.mjs';
import { expectStraight, HASH } from './saved.ts';
import { expectVisitors, notedOn, PATIENCE, reachesOn, visit } from './visit.ts';

expectVisitors();

test('workers that throw, exit or hang change no result, leave no thread, and are reported once', async () => {
  const page = await visit(HASH, {}, hasten);
  let begun = 0;
  page.on('worker', () => begun++);
  await reachesOn(page, 3);
  const count = evaluating(page).length;
  expect(count).toBe(3);
  for (const [i, death] of (Object.keys(DEATHS) as (keyof typeof DEATHS)[]).entries()) {
    const before = begun;
    await lose(page, death, i / count);
    // It has been replaced and has ended: a browser gives a hanging worker two seconds to end.
    await expect.poll(() => begun, { timeout: PATIENCE }).toBeGreaterThan(before);
    await expect.poll(() => evaluating(page).length, { timeout: PATIENCE }).toBe(count);
  }
  const after = Number(await notedOn(page, 'generation')) + 2;
  await reachesOn(page, after);
  expect(evaluating(page).length).toBe(count);
  expect(await page.locator('.notice').allTextContents()).toEqual([
    'A worker stopped and was replaced; nothing was lost.Dismiss',
  ]);
  await expectStraight(page, after);
});
