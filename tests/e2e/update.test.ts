import type { Browser } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { continued, HASH, savedOn } from './saved.ts';
import { serveTwoBuilds } from './two-builds.ts';
import { openBrowser, PATIENCE, reachesOn } from './visit.ts';

let browser: Browser;
let served: Awaited<ReturnType<typeof serveTwoBuilds>>;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  served = await serveTwoBuilds();
});
afterEach(() => served.stop());

async function open(serviceWorkers: 'allow' | 'block') {
  const context = await browser.newContext({ serviceWorkers });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  await page.goto(`${served.url}?renderer=canvas${HASH}`);
  await page.waitForSelector('.stage canvas');
  return page;
}

const NEWER = 'A newer version is available.';

it('is controlled by its service worker at the first visit, and reloads into a newer version on request', async () => {
  const page = await open('allow');
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await reachesOn(page, 5);
  expect(await page.locator('.notice').count()).toBe(0);
  served.deploy();
  // Looks for a newer one at once: `update()` waits for a minute after the first visit.
  await page.evaluate(() => navigator.serviceWorker.register('./sw.js', { scope: './', updateViaCache: 'none' }));
  const notice = page.locator('.notice').filter({ hasText: NEWER });
  await notice.waitFor();
  // The old version continues until the viewer requests the new one.
  await page.locator('body').press('h');
  await page.locator('.tool[aria-busy="false"]').waitFor();
  expect(await page.title()).toMatch(/^Gaitlab/);
  await notice.getByRole('button', { name: 'Reload' }).click();
  await page.waitForFunction(() => document.title.startsWith('Next'));
  await continued(page).waitFor();
  await page.context().close();
});

it('offers the newer version when one of its files is gone', async () => {
  const page = await open('block');
  await reachesOn(page, 3);
  // What saves a run is loaded by then: the next build does not have it.
  await savedOn(page, 2);
  served.deploy();
  await page.locator('body').press('b');
  const notice = page.locator('.notice').filter({ hasText: NEWER });
  await notice.getByRole('button', { name: 'Reload' }).click();
  await page.waitForFunction(() => document.title.startsWith('Next'));
  await page.context().close();
});

it('asks about the connection when the server is gone', async () => {
  const page = await open('block');
  await reachesOn(page, 1);
  served.stop();
  await page.locator('body').press('b');
  await page.getByText('This part could not be loaded. Are you offline?').waitFor();
  expect(await page.getByText(NEWER).count()).toBe(0);
  await page.context().close();
});
