import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { tools } from '../../src/app/tools.ts';
import { expectVisitors, visit } from './visit.ts';

expectVisitors();

/** Windows that people have: phones held sideways, tablets upright, small laptops. */
const WINDOWS = [
  [844, 390],
  [932, 430],
  [740, 360],
  [768, 1024],
  [1024, 768],
  [1280, 720],
] as const;

/** Buttons that are shown but cannot be pressed where they are, by name. */
async function outOfReach(page: Page, names: readonly string[]): Promise<string[]> {
  const missed: string[] = [];
  for (const name of names) {
    const button = page.getByRole('button', { name, exact: true }).first();
    await button.click({ trial: true, timeout: 5000 }).catch(() => missed.push(name));
  }
  return missed;
}

const BAR = ['Pause learning', 'Start over', 'Slower', 'Faster', 'Share this walk', 'Help', 'Now'];

it.each(WINDOWS)(
  'every control can be pressed in a window of %d x %d, beside an open tool too',
  async (width, height) => {
    const page = await visit('', { viewport: { width, height } });
    await page.waitForSelector('html[data-generation]:not([data-generation=""])');
    const rail = page.locator('.rail > button');
    expect(await rail.count()).toBe(Object.keys(tools).length);
    for (const button of await rail.all()) await button.click({ trial: true, timeout: 5000 });
    expect(await outOfReach(page, BAR)).toEqual([]);
    await page.locator('body').press('h');
    await page.locator('.tool[aria-busy="false"]').waitFor();
    expect(await outOfReach(page, BAR)).toEqual([]);
  },
);

it('texts follow the reader’s own size', async () => {
  const page = await visit();
  await page.waitForSelector('html[data-generation]:not([data-generation=""])');
  const sizes = () =>
    page.evaluate(() =>
      ['.counter dt', '.counter dd', '.rail button', '.how', '.seen', '.player output'].map((selector) =>
        Number.parseFloat(getComputedStyle(document.querySelector(selector) as Element).fontSize),
      ),
    );
  const before = await sizes();
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '24px';
  });
  expect(await sizes()).toEqual(before.map((size) => 1.5 * size));
});

/** Windows with little height; the last are those of zooms of 200 and 400 %. */
const SHORT = [
  [800, 520],
  [320, 568],
  [720, 450],
  [360, 225],
] as const;

/** What overlaps the headline, by its selector. */
const overHeadline = (page: Page) =>
  page.evaluate(() => {
    const range = document.createRange();
    range.selectNodeContents(document.querySelector('.deed') as Element);
    const text = range.getBoundingClientRect();
    return ['.player', '.rail', '.looking', '.counters', '.chart', '.offer', '.notices > *'].filter((selector) =>
      [...document.querySelectorAll(selector)].some((each) => {
        const { left, right, top, bottom, width } = each.getBoundingClientRect();
        return width > 0 && left < text.right && right > text.left && top < text.bottom && bottom > text.top;
      }),
    );
  });

it('above an open tool or panel in a small window the headline is one line, and the creature is under it', async () => {
  const page = await visit('', { viewport: { width: 320, height: 568 } });
  /** Lower edge of the headline, which is made anew for each sentence: at that moment there is none. */
  const bottom = async () => {
    const box = await page.locator('.deed').boundingBox();
    return box === null ? undefined : box.y + box.height;
  };
  await page.waitForSelector('html[data-generation]:not([data-generation=""])');
  for (const [width, height] of [
    [320, 568],
    [720, 450],
  ] as const) {
    await page.setViewportSize({ width, height });
    for (const key of ['h', 'e']) {
      await page.locator('body').press(key);
      await page.locator(key === 'h' ? '.tool' : '.panel').waitFor();
      // The head is at two fifths of the stage, which is two fifths of the window.
      await expect.poll(bottom).toBeLessThan(0.4 * 0.4 * height);
      await page.locator('body').press('Escape');
    }
  }
});

it('at a zoom of 400 % all of the panel, of the gallery and of the editor can be reached', async () => {
  const page = await visit('', { viewport: { width: 360, height: 225 } });
  const panel = page.getByRole('region', { name: 'Experiment' });
  const gallery = page.getByRole('dialog', { name: 'Choose' });
  await page.locator('body').press('e');
  for (const name of ['Tune', 'Task', 'Body'])
    await panel.getByRole('button', { name }).first().click({ trial: true, timeout: 5000 });
  await panel.getByRole('button', { name: 'Body' }).click();
  for (const name of ['Start untrained', 'Race against it', 'Change it'])
    await gallery.getByRole('button', { name, exact: true }).click({ trial: true, timeout: 5000 });
  await gallery.getByRole('button', { name: 'Change it', exact: true }).click();
  const drawing = (await page.locator('.editor .workplace').boundingBox())!;
  expect(drawing.height).toBeGreaterThan(150);
  await page.getByRole('textbox', { name: 'Name' }).click({ timeout: 5000 });
});

it('in windows with little height every control can be reached, and nothing covers the headline', async () => {
  const page = await visit('', { viewport: { width: 800, height: 520 } });
  await page.waitForSelector('html[data-generation]:not([data-generation=""])');
  for (const [width, height] of SHORT) {
    await page.setViewportSize({ width, height });
    for (const button of await page.locator('.rail > button').all()) await button.click({ trial: true, timeout: 5000 });
    const names = ['Pause learning', 'Start over', 'Slower', 'Faster', 'Now', 'Shove', 'Show'];
    expect([width, height, ...(await outOfReach(page, names))]).toEqual([width, height]);
    expect([width, height, ...(await overHeadline(page))]).toEqual([width, height]);
  }
});
