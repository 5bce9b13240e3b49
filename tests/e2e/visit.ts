import { resolve } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject } from 'vitest';
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/chromium.mjs';
import type { Evaluator } from '../../src/run/evaluator.ts';
import type { Experiment } from '../../src/run/experiment-schema.ts';
import { createPool } from '../../src/run/pool.ts';
import { run } from '../../src/run/run.ts';

/** Where the built page is served. */
export const pageUrl = inject('pageUrl');

export const DESKTOP: BrowserContextOptions = { viewport: { width: 1440, height: 900 } };
export const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
export const SIDEWAYS: BrowserContextOptions = {
  viewport: { width: 844, height: 390 },
  hasTouch: true,
  isMobile: true,
};
/** For what has to hold on both. */
export const SIZES: [string, BrowserContextOptions][] = [
  ['a desktop', DESKTOP],
  ['a phone', PHONE],
];

/** Those, and a phone held sideways. */
export const VIEWS: [string, BrowserContextOptions][] = [...SIZES, ['a sideways phone', SIDEWAYS]];

/** The address of the experiment of all defaults: most tests begin with it. */
const BIPED = '#body=biped&task=walk&seed=1';
/** For tests of what the page begins when its address names nothing. */
export const BARE = '#';

/** Milliseconds that a busy machine may take for anything a visitor waits for. */
export const PATIENCE = 60_000;

/** The Chromium of the end-to-end tests, driven from outside the page. */
export async function openBrowser(flags: readonly string[] = []): Promise<Browser> {
  const executablePath = await findChromium();
  return chromium.launch({ ...(executablePath && { executablePath }), args: [...CHROMIUM_FLAGS, ...flags] });
}

let browser: Browser;
let visited: Page[] = [];
let faults: string[] = [];

/** Opens a browser for the tests of a file. Whatever a page complains about or asks elsewhere fails the test. */
export function expectVisitors(): void {
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await nodeWorkers?.close();
  });
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
 * Leaves the processor to the run that a test waits for: the page draws at most 20 frames a second, as drawing without a
 * graphics card takes most of a processor, and the service worker does not load the whole page again.
 */
function saveWork(): void {
  if (navigator.serviceWorker) navigator.serviceWorker.register = () => new Promise(() => {});
  const nextFrame = window.requestAnimationFrame.bind(window);
  const cancelFrame = window.cancelAnimationFrame.bind(window);
  const frames = new Map<number, number>();
  window.requestAnimationFrame = (callback) => {
    const id = window.setTimeout(() => {
      const draw = (time: number) => {
        frames.delete(id);
        callback(time);
      };
      frames.set(id, nextFrame(draw));
    }, 34);
    return id;
  };
  window.cancelAnimationFrame = (id) => {
    clearTimeout(id);
    cancelFrame(frames.get(id) ?? 0);
  };
}

/** Notes the history hash of every generation of the newest run on the page: of any of them Node has to have the same. */
function noteHistories(): void {
  const hashes: string[] = [];
  Object.assign(window, { hashes });
  const note = () => {
    const { generation = '', history = '' } = document.documentElement.dataset;
    hashes.length = Math.min(hashes.length, Number(generation));
    if (generation !== '') hashes[Number(generation)] = history;
  };
  new MutationObserver(note).observe(document, { subtree: true, attributeFilter: ['data-history', 'data-generation'] });
}

/**
 * Opens the page on the default experiment, or that of `hash`, by default on a desktop. `prepare` is called before anything is loaded. `address` is that of another page.
 */
export async function visit(
  hash = '',
  options: BrowserContextOptions = {},
  prepare?: (page: Page) => unknown,
  address = `?renderer=canvas${hash || BIPED}`,
): Promise<Page> {
  const context = await browser.newContext({ ...DESKTOP, ...options });
  context.setDefaultTimeout(PATIENCE);
  await context.addInitScript(saveWork);
  await context.addInitScript(noteHistories);
  const page = await context.newPage();
  visited.push(page);
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (/error|warning/.test(message.type())) faults.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(pageUrl) && !/^(blob|data):/.test(request.url())) faults.push(request.url());
  });
  await prepare?.(page);
  await page.goto(`${pageUrl}${address}`);
  return page;
}

/** Complaints so far were to be expected. */
export function excuse(): void {
  faults = [];
}

/** What the page notes on its document, as in `data-generation`. */
export const notedOn = (page: Page, name: string) =>
  page.evaluate((key) => document.documentElement.dataset[key], name);

/** Waits until the run on the page has reached a generation. */
export const reachesOn = (page: Page, wanted: number) =>
  page.waitForFunction((least) => Number(document.documentElement.dataset.generation || -1) >= least, wanted);

/** Waits for a clip with this sentence, which the headline says when the clip has ended. */
export const saysOn = (page: Page, words: RegExp) =>
  page.waitForFunction(
    ([source = '', flags]) => new RegExp(source, flags).test(document.querySelector('.stage')?.ariaLabel ?? ''),
    [words.source, words.flags],
  );

/** The built worker, in a thread: these tests' own modules are much slower, as they are transformed. */
let nodeWorkers: Evaluator | undefined;
const openNodeWorkers = (): Evaluator =>
  createPool({ script: resolve('dist/evaluate.js'), kind: 'thread', workerCount: 2, now: () => performance.now() });

/** Runs in Node by their experiment, each as far as it was asked for. */
const inNode = new Map<string, { hashes: string[]; rest: ReturnType<typeof run> }>();

/** The result of Node in a generation of the same experiment. */
export async function historyInNode(experiment: Experiment, wanted: number): Promise<string> {
  const key = JSON.stringify(experiment);
  nodeWorkers ??= openNodeWorkers();
  const { hashes, rest } = inNode.get(key) ?? { hashes: [], rest: run(experiment, nodeWorkers) };
  inNode.set(key, { hashes, rest });
  while (hashes.length <= wanted) {
    const { value } = await rest.next();
    hashes.push(value.historyHash);
  }
  return hashes[wanted] ?? '';
}

/**
 * Holds learning and gives where it stands; with `least`, the first generation from that one on of which the page told: Node
 * need not compute all that a page learns while it is looked at.
 */
export async function holdOn(page: Page, least?: number): Promise<{ now: number; history: string }> {
  if (least !== undefined) await reachesOn(page, least);
  await page.getByRole('button', { name: 'Pause learning' }).click();
  const held = await page.evaluate((from) => {
    const { hashes } = window as unknown as { hashes: (string | undefined)[] };
    const now = from === undefined ? hashes.length - 1 : hashes.findIndex((hash, i) => i >= from && hash !== undefined);
    return { now, history: hashes[now] ?? '' };
  }, least);
  expect(held.now).toBeGreaterThanOrEqual(least ?? 0);
  return held;
}

/** Chooses a preset, a body or a task in the gallery, from the open panel. */
export async function chooseOn(page: Page, what: 'Preset' | 'Body' | 'Task', title: string): Promise<void> {
  await page.getByRole('region', { name: 'Experiment' }).getByRole('button', { name: what }).click();
  await page.getByRole('dialog', { name: 'Choose' }).getByText(title, { exact: true }).first().click();
  await page.getByRole('dialog', { name: 'Choose' }).locator('footer .primary').click();
  await page.getByRole('dialog', { name: 'Choose' }).waitFor({ state: 'hidden' });
}
