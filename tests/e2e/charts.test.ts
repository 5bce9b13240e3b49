import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { columns } from '../../src/app/session/history.ts';
import { expectVisitors, holdOn, reachesOn, SIZES, visit } from './visit.ts';

expectVisitors();

describe('charts', () => {
  it.each(SIZES)('are drawn on %s, one below the other, with their values', async (_, options) => {
    const page = await visit('#body=biped&task=walk&seed=1', options);
    await reachesOn(page, 6);
    await page.locator('body').press('h');
    const charts = page.locator('.figure');
    await charts.first().locator('canvas').waitFor();
    expect(await charts.locator('.name').allTextContents()).toEqual([
      ...['Fitness', 'Distance', 'Feet', 'On the ground', 'Froude number', 'Cost of transport'],
      ...['Step size', 'Diversity', 'Falls', 'Speed'],
    ]);
    // A champion that got nowhere has no cost of transport.
    for (const drawing of await page.locator('.figure .drawing').all())
      expect(await drawing.getAttribute('aria-label')).toMatch(/, generation \d+: .*[\d–]/);
    expect(await page.locator('.gait li').allTextContents()).toEqual(['left shin', 'right shin']);
    expect(await page.locator('.gait dd').first().textContent()).toMatch(/^\d+ %$/);
    // Something is on each canvas.
    const inked = await page.locator('.figure canvas').evaluateAll((canvases) =>
      (canvases as HTMLCanvasElement[]).map((canvas) => {
        const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
        return data.some((value, i) => i % 4 === 3 && value > 0);
      }),
    );
    expect(inked).toEqual(Array(10).fill(true));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(options.viewport?.width);
  });

  it('all show the values under the pointer, and a click watches that generation', async () => {
    const page = await visit();
    await reachesOn(page, 12);
    const { now } = await holdOn(page);
    await page.locator('body').press('h');
    const over = page.locator('.figure .u-over').nth(1);
    const box = (await over.boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    const middle = Math.round(now / 2);
    await page.waitForFunction(
      (around) =>
        Math.abs(Number(/\d+/.exec(document.querySelector('.legend b')?.textContent ?? '')?.[0]) - around) <= 1,
      middle,
    );
    const shown = Number(/\d+/.exec((await page.locator('.legend b').textContent()) ?? '')?.[0]);
    for (const label of await page.locator('.figure .drawing').evaluateAll((all) => all.map((each) => each.ariaLabel)))
      expect(label).toContain(`generation ${shown}:`);
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await page.waitForSelector(`html[data-on-stage="${shown}"]`);
    // By keys too, with no pointer on a chart.
    await page.mouse.move(1000, 300);
    await page.locator('body').press('ArrowRight');
    await page.getByText(`Generation ${shown + 1}`, { exact: true }).waitFor();
  });

  it('export their data as a table with a row for each generation', async () => {
    const page = await visit('#body=biped&task=walk&seed=4');
    await reachesOn(page, 5);
    const { now } = await holdOn(page);
    await page.locator('body').press('h');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('gaitlab-biped-walk-seed4.csv');
    const [header, ...lines] = (await readFile(await download.path(), 'utf8')).trimEnd().split('\n');
    expect(header).toBe(columns.join(','));
    expect(lines).toHaveLength(now + 1);
    lines.forEach((line, g) => {
      expect(line.split(',')).toHaveLength(columns.length);
      expect(line).toMatch(new RegExp(`^${g},`));
    });
    await page.getByText('The latest generations as a table').click();
    const rows = page.locator('.rows tbody tr');
    // They are made when the browser says that it has opened, which is not the click's own moment.
    await rows.first().waitFor();
    expect(await rows.count()).toBe(Math.min(10, now + 1));
    expect(await rows.first().locator('th').textContent()).toBe(String(now));
  });

  it('can be copied', async () => {
    const page = await visit('', { permissions: ['clipboard-read', 'clipboard-write'] });
    await reachesOn(page, 3);
    const { now } = await holdOn(page);
    await page.locator('body').press('h');
    await page.getByRole('button', { name: 'Copy', exact: true }).click();
    await page.getByText(`Copied ${now + 1} rows.`).waitFor();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text.trimEnd().split('\n')).toHaveLength(now + 2);
  });
});
