import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DESKTOP, notedOn, openBrowser, PATIENCE, pageUrl } from './visit.ts';

/** WebGL computed by the processor, as these machines have no graphics card. */
const WITH_WEBGL = [
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
];

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser(WITH_WEBGL);
});
afterAll(() => browser?.close());

async function open(renderer: string, prepare?: (page: Page) => unknown): Promise<Page> {
  const context = await browser.newContext(DESKTOP);
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  await prepare?.(page);
  await page.goto(`${pageUrl}?renderer=${renderer}`);
  await page.waitForSelector('html[data-moving="true"]');
  return page;
}

/** Keeps the WebGL contexts that the page makes. */
function keepContexts(): void {
  const made: WebGLRenderingContext[] = [];
  Object.assign(window, { made });
  const { getContext } = HTMLCanvasElement.prototype;
  HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...args: unknown[]) {
    const context = Reflect.apply(getContext, this, args);
    if (/webgl/.test(String(args[0])) && context) made.push(context);
    return context;
  } as typeof getContext;
}

/** Loses the context of the canvas on the stage. */
function loseContext(): void {
  const { made } = window as unknown as { made: WebGLRenderingContext[] };
  const shown = made.find(({ canvas }) => (canvas as HTMLCanvasElement).isConnected);
  shown?.getExtension('WEBGL_lose_context')?.loseContext();
}

/** How many colours there are on the stage. */
const coloursOn = (page: Page) =>
  page.evaluate(() => {
    const canvas = document.querySelector('.stage canvas') as HTMLCanvasElement;
    const copy = document.createElement('canvas');
    Object.assign(copy, { width: 120, height: 80 });
    const pen = copy.getContext('2d') as CanvasRenderingContext2D;
    pen.drawImage(canvas, 0, 0, 120, 80);
    const { data } = pen.getImageData(0, 0, 120, 80);
    return new Set(Array.from({ length: data.length / 4 }, (_, i) => data.slice(4 * i, 4 * i + 4).join())).size;
  });

const LOST = /^The graphics card stopped responding/;

it('continues with a canvas renderer when WebGL is lost, and says so once', async () => {
  const page = await open('webgl', (fresh) => fresh.addInitScript(keepContexts));
  expect(await notedOn(page, 'renderer')).toBe('webgl');
  await page.evaluate(loseContext);
  await page.getByText(LOST).waitFor();
  expect(await notedOn(page, 'renderer')).toBe('canvas');
  expect(await page.locator('.stage canvas').count()).toBe(1);
  await expect.poll(() => coloursOn(page)).toBeGreaterThan(20);
  const seen = Number(await notedOn(page, 'stageTime'));
  await page.waitForFunction((before) => Number(document.documentElement.dataset.stageTime) !== before, seen);
  expect(await page.locator('.notice').count()).toBe(1);
  await page.context().close();
});

it('is drawn in the resolution of the screen, after moving to another screen too', async () => {
  const page = await open('canvas');
  const session = await page.context().newCDPSession(page);
  const backing = () =>
    page.evaluate(() => {
      const canvas = document.querySelector('.stage canvas') as HTMLCanvasElement;
      return [canvas.width, canvas.height, canvas.clientWidth, canvas.clientHeight];
    });
  const { width, height } = DESKTOP.viewport as { width: number; height: number };
  expect(await backing()).toEqual([width, height, width, height]);
  for (const [ratio, drawn] of [
    [2, 2],
    [3, 2],
    [1.5, 1.5],
    [1, 1],
  ] as const) {
    await session.send('Emulation.setDeviceMetricsOverride', {
      width,
      height,
      deviceScaleFactor: ratio,
      mobile: false,
    });
    await expect.poll(backing).toEqual([drawn * width, drawn * height, width, height]);
  }
  await page.context().close();
});
