import { setTimeout as pass } from 'node:timers/promises';
import { chromium } from 'playwright';
import { preview } from 'vite';
import { CHROMIUM_FLAGS, findChromium } from './chromium.mjs';

/**
 * Serves the built page and launches a browser.
 * @param {string[]} flags of the browser, beside the usual ones
 */
export async function openPage(flags = []) {
  const server = await preview({ preview: { port: 0, open: false }, logLevel: 'warn' });
  const url = server.resolvedUrls?.local[0];
  if (!url) throw new Error('the page could not be served: has it been built? (npm run build:web)');
  const executablePath = await findChromium();
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: [...CHROMIUM_FLAGS, ...flags],
  });
  return {
    url: `${url}?renderer=canvas`,
    browser,
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/**
 * The dataset of the document element, where the page notes the state of its run, such as `data-generation`.
 * @param {import('playwright').Page} page
 */
export const notedOn = async (page) =>
  /** @type {Record<string, string>} */ (await page.evaluate('({ ...document.documentElement.dataset })'));

/**
 * Waits until the run on a page reaches a generation.
 * @param {import('playwright').Page} page
 * @param {number} wanted
 */
export async function reaches(page, wanted) {
  // Polled from outside: waitForFunction makes code from text, which the content policy forbids.
  const now = 'Number(document.documentElement.dataset.generation || -1)';
  while (/** @type {number} */ (await page.evaluate(now)) < wanted) await pass(50);
}

/**
 * The history hash of an undisturbed run at a generation, in a separate context.
 * @param {Awaited<ReturnType<typeof openPage>>} opened
 * @param {string} run the hash of its address
 * @param {number} generation
 */
export async function straightHistory({ browser, url }, run, generation) {
  const page = await (await browser.newContext()).newPage();
  await page.goto(url + run);
  await page.evaluate(`{
    globalThis.hashes = {};
    const note = () => {
      hashes[document.documentElement.dataset.generation] = document.documentElement.dataset.history;
    };
    new MutationObserver(note).observe(document.documentElement, { attributes: true, attributeFilter: ['data-history'] });
  }`);
  await reaches(page, generation);
  return page.evaluate(`hashes[${generation}]`);
}
