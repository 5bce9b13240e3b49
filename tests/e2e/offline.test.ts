import type { Browser } from 'playwright';
import { preview } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser } from './visit.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

it('works from a sub-path, requests nothing outside it, and opens without a server after the first visit', async () => {
  const server = await preview({ base: '/a/sub/path/', preview: { port: 0, open: false }, logLevel: 'warn' });
  const url = server.resolvedUrls?.local[0] ?? '';
  const context = await browser.newContext();
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()} ${response.url()}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !/^(blob|data):/.test(request.url())) faults.push(`asked ${request.url()}`);
  });

  await page.goto(url);
  await page.waitForSelector('canvas');
  await page.evaluate(() => navigator.serviceWorker.ready);
  // The first visit still loads from the server what it needs later: a chunk cut off halfway would be our own fault.
  await page.waitForLoadState('networkidle');
  await server.close();
  await page.goto(url);
  await page.waitForSelector('canvas');

  expect(await page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  expect(faults).toEqual([]);
  await context.close();
});
