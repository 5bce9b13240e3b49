import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/chromium.mjs';

/** The Chromium of the end-to-end tests, driven from outside the page. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = await findChromium();
  return chromium.launch({ ...(executablePath && { executablePath }), args: CHROMIUM_FLAGS });
}

/** The page in a visitor's own browser; whatever it complains about or asks elsewhere is a fault. */
export async function openPage(
  context: BrowserContext,
  pageUrl: string,
  hash: string,
  faults: string[],
): Promise<Page> {
  const page = await context.newPage();
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (/error|warning/.test(message.type())) faults.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(pageUrl) && !/^(blob|data):/.test(request.url())) faults.push(request.url());
  });
  await page.goto(`${pageUrl}?renderer=canvas${hash}`);
  return page;
}
