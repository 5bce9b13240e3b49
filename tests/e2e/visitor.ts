import type { Browser, BrowserContextOptions, Page } from 'playwright';

/** A page that someone has open, and all it has complained about or asked for elsewhere since. */
export interface Visit {
  page: Page;
  faults: string[];
  /** What the page notes of itself on the document. */
  noted(name: string): Promise<string | undefined>;
  generation(): Promise<number>;
  /** Waits until learning has come to that generation. */
  reaches(wanted: number): Promise<unknown>;
}

/** Opens the page with a link's settings. */
export async function visit(
  browser: Browser,
  pageUrl: string,
  hash = '',
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (/error|warning/.test(message.type())) faults.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(pageUrl) && !/^(blob|data):/.test(request.url())) faults.push(request.url());
  });
  await page.goto(`${pageUrl}?renderer=canvas${hash}`);
  const noted = (name: string) => page.evaluate((key) => document.documentElement.dataset[key], name);
  return {
    page,
    faults,
    noted,
    generation: async () => Number(await noted('generation')),
    reaches: (wanted) =>
      page.waitForFunction((least) => Number(document.documentElement.dataset.generation || -1) >= least, wanted),
  };
}
