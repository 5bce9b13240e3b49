import { setTimeout as pass } from 'node:timers/promises';
import { chromium } from 'playwright';
import { preview } from 'vite';
import { CHROMIUM_FLAGS, findChromium } from './chromium.mjs';

/**
 * The built page, served, and a browser to look at it with.
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
 * What a page notes of its run on its document, as in `data-generation`.
 * @param {import('playwright').Page} page
 */
export const notedOn = async (page) =>
  /** @type {Record<string, string>} */ (await page.evaluate('({ ...document.documentElement.dataset })'));

/**
 * Waits until the run on a page has come to a generation.
 * @param {import('playwright').Page} page
 * @param {number} wanted
 */
export async function reaches(page, wanted) {
  // Asked again and again from outside: the content policy lets the page make no code of text to wait by.
  const now = 'Number(document.documentElement.dataset.generation || -1)';
  while (/** @type {number} */ (await page.evaluate(now)) < wanted) await pass(50);
}

/**
 * The history that a run comes to in a generation where nothing befalls it: in a browser of its own.
 * @param {Awaited<ReturnType<typeof openPage>>} opened
 * @param {string} run as in an address
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
