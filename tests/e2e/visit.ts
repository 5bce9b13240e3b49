import type { Browser, BrowserContextOptions, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject } from 'vitest';
import { inProcess } from '../../src/run/evaluator.ts';
import type { Experiment } from '../../src/run/experiment.ts';
import { run } from '../../src/run/run.ts';
import { openBrowser } from './browser.ts';

const pageUrl = inject('pageUrl');
let browser: Browser;
let visited: Page[] = [];
let faults: string[] = [];

/** Opens a browser for the tests of a file. Whatever a page complains about or asks elsewhere fails the test. */
export function expectVisitors(): void {
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());
  beforeEach(() => {
    faults = [];
    visited = [];
  });
  afterEach(async () => {
    for (const page of visited) await page.context().close();
    expect(faults).toEqual([]);
  });
}

/**
 * A visitor opens the page, on a desktop unless told otherwise; what they ask for by the pattern `missing` is not there.
 * `address` is another page than the first.
 */
export async function visit(
  hash = '',
  options: BrowserContextOptions = {},
  missing?: string,
  address = `?renderer=canvas${hash}`,
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  if (missing) await context.route(missing, (route) => route.abort());
  const page = await context.newPage();
  visited.push(page);
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (/error|warning/.test(message.type())) faults.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(pageUrl) && !/^(blob|data):/.test(request.url())) faults.push(request.url());
  });
  await page.goto(`${pageUrl}${address}`);
  return page;
}

/** What the page notes on its document, as in `data-generation`. */
export const notedOn = (page: Page, name: string) =>
  page.evaluate((key) => document.documentElement.dataset[key], name);

/** Waits until the run on the page has come to a generation. */
export const reachesOn = (page: Page, wanted: number) =>
  page.waitForFunction((least) => Number(document.documentElement.dataset.generation || -1) >= least, wanted);

/** What Node comes to in a generation of the same experiment. */
export async function historyInNode(experiment: Experiment, wanted: number): Promise<string> {
  for await (const { generation: now, historyHash } of run(experiment, inProcess))
    if (now === wanted) return historyHash;
  return '';
}

/** Holds learning and gives where it stands. */
export async function holdOn(page: Page): Promise<{ now: number; history: string }> {
  await page.getByRole('button', { name: 'Pause learning' }).click();
  return { now: Number(await notedOn(page, 'generation')), history: (await notedOn(page, 'history')) ?? '' };
}
