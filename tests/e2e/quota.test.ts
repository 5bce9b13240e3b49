import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runFromFile } from '../../src/format/run-file.ts';
import { continueOn, exportedBy, HASH, savedOn } from './saved.ts';
import { expectVisitors, notedOn, pageUrl, reachesOn, visit } from './visit.ts';

expectVisitors();

const FULL = /^There is no space left to save runs/;

test('with full storage the page says so once, continues, and still has what it saved', async () => {
  const page = await visit(HASH);
  const session = await page.context().newCDPSession(page);
  const { origin } = new URL(pageUrl);
  await reachesOn(page, 4);
  const saved = await savedOn(page, 4);
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  // Chromium checks the free space only every half minute.
  await page.getByText(FULL).waitFor();
  const at = Number(await notedOn(page, 'generation'));
  await reachesOn(page, at + 3);
  expect(await page.locator('.notice').filter({ hasText: FULL }).count()).toBe(1);
  await page.locator('body').press('n');
  const file = await exportedBy(page, page.getByRole('button', { name: /^Export .* as a file$/ }).first());
  const { state } = runFromFile(readFileSync(file), file);
  expect(state.generation).toBeGreaterThan(at);

  const context = page.context();
  const crashed = page.waitForEvent('crash');
  void session.send('Page.crash').catch(() => {});
  await crashed;
  const next = await context.newPage();
  await next.goto(page.url());
  const room = await context.newCDPSession(next);
  await room.send('Storage.overrideQuotaForOrigin', { origin });
  const came = await continueOn(next);
  expect(came).toBeGreaterThanOrEqual(saved - 1);
  expect(came).toBeLessThan(at);
  await savedOn(next, came + 1);
  expect(await next.locator('.notice').count()).toBe(0);
});
