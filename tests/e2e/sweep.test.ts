import { readFileSync } from 'node:fs';
import type { BrowserContextOptions, Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { experimentFromHash } from '../../src/format/experiment-link.ts';
import type { Experiment } from '../../src/run/experiment-schema.ts';
import { chooseOn, expectVisitors, historyInNode, holdOn, notedOn, visit as open, reachesOn, SIZES } from './visit.ts';

expectVisitors();
let page: Page;

/** Learns a generation in a moment. */
const QUICK = '#body=hopper&task=walk&brain=linear&seed=5&task.duration=1&optimizer.populationSize=6';

async function come(hash: string, options: BrowserContextOptions = {}): Promise<void> {
  page = await open(hash, options);
  await reachesOn(page, 1);
}

const tool = () => page.getByRole('region', { name: 'Try values' });
const steps = () => tool().getByRole('spinbutton', { name: 'Steps per run' });

/** Two steps by two gravities, two seeds: eight runs. */
async function fillIn(length: number): Promise<void> {
  await tool().getByLabel('Vary', { exact: true }).selectOption('optimizer.sigma');
  await tool().getByRole('textbox', { name: 'Values of Step size' }).fill('0.1, 0.5');
  await tool().getByLabel('and vary').selectOption('task.gravity');
  await tool().getByRole('textbox', { name: 'Values of Gravity' }).fill('5, 10');
  await tool().getByRole('spinbutton', { name: 'Seeds' }).fill('2');
  await steps().fill(String(length));
  await tool()
    .getByText(/^8 runs/)
    .waitFor();
}

const start = () => tool().getByRole('button', { name: 'Start' }).click();

/** Checks that the page's own run has continued, with the results that it has without a sweep. */
async function goesOn(): Promise<void> {
  await page.getByRole('button', { name: 'Pause learning' }).waitFor();
  const { now, history } = await holdOn(page, Number(await notedOn(page, 'generation')) + 2);
  expect(history).toBe(await historyInNode(experimentFromHash(new URL(page.url()).hash) as Experiment, now));
}

describe.each(SIZES)('a sweep on %s', (_, options) => {
  it('is defined, run, watched, exported and used', async () => {
    await come(QUICK, options);
    await page.locator('body').press('v');
    await fillIn(1500);
    await start();
    await tool().getByText('8 of 8 runs').waitFor();

    const cells = tool().locator('.heat td button');
    expect(await cells.count()).toBe(4);
    for (const name of await cells.evaluateAll((all) => all.map((each) => each.getAttribute('aria-label')))) {
      expect(name).toMatch(/^Step size 0\.[15], Gravity (5|10): -?\d+\.\d, -?\d+\.\d to -?\d+\.\d$/);
    }
    const rows = tool().locator('.outcomes tbody tr');
    const medians = async () => (await rows.locator('td:nth-of-type(2)').allTextContents()).map(Number);
    const down = await medians();
    expect(down).toHaveLength(4);
    expect(down).toEqual([...down].sort((a, b) => b - a));
    await tool().getByRole('button', { name: 'Median', exact: true }).click();
    expect(await medians()).toEqual([...down].sort((a, b) => a - b));
    expect(await tool().locator('th[aria-sort=ascending]').textContent()).toBe('Median');

    await tool()
      .getByRole('button', { name: /^Step size 0\.5, Gravity 5: / })
      .click();
    await page.waitForFunction(() =>
      document.querySelector('.stage')?.getAttribute('aria-label')?.startsWith('Step size 0.5, Gravity 5 '),
    );

    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      tool().getByRole('button', { name: 'All runs as CSV' }).click(),
    ]);
    expect(saved.suggestedFilename()).toBe('sweep.csv');
    const lines = readFileSync(await saved.path(), 'utf8')
      .trimEnd()
      .split('\n');
    expect(lines).toHaveLength(9);
    expect(lines[0]).toMatch(/^optimizer\.sigma,task\.gravity,seed,/);

    await tool().getByRole('button', { name: 'Use this' }).click();
    expect(new URL(page.url()).hash).toBe(
      `${QUICK.replace('task.duration=1', 'task.duration=1&task.gravity=5')}&optimizer.sigma=0.5`,
    );
    await reachesOn(page, 1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(options.viewport?.width);
  });

  it('can be stopped, and the run continues unchanged', async () => {
    await come(QUICK, options);
    await page.locator('body').press('v');
    // What is learned while the form is filled in, Node would have to learn again at the end.
    await page.keyboard.press('Space');
    await fillIn(4000);
    await steps().fill('100000000');
    await steps().blur();
    await page.keyboard.press('Space');
    await start();
    await tool().getByText('Your own run pauses meanwhile').waitFor();
    await tool()
      .locator('.outcomes td', { hasText: /\d of 2$/ })
      .first()
      .waitFor();
    await tool().getByRole('button', { name: 'Stop' }).click();
    await tool().getByText('Stopped. The results so far stay here.').waitFor();
    await tool().getByRole('button', { name: 'Close' }).click();
    await goesOn();
    await page.locator('body').press('v');
    await tool().getByText('0 of 8 runs').waitFor();
    await tool().getByRole('button', { name: 'Try other values' }).click();
    expect(await steps().inputValue()).toBe('100000000');
  });
});

describe('the form', () => {
  it('says what is wrong, and does not start with it', async () => {
    await come(QUICK);
    await page.locator('body').press('v');
    await tool().getByRole('textbox', { name: 'Values of Step size' }).fill('0.1, 99');
    await tool().getByText('optimizer.sigma is 99, must be 10 or less').waitFor();
    expect(await tool().getByRole('button', { name: 'Start' }).isDisabled()).toBe(true);
    await tool().getByLabel('Vary', { exact: true }).selectOption('optimizer.name');
    await tool().getByRole('checkbox', { name: 'CMA-ES', exact: true }).check();
    await tool()
      .getByText(/^\d+ runs/)
      .waitFor();
  });
});

describe('a preset that compares', () => {
  it('opens the tool and starts on request; resuming the run stops it', async () => {
    await come(QUICK);
    await page.locator('body').press('e');
    await chooseOn(page, 'Preset', 'Deep against shallow');
    // Nothing has begun, and the run goes on.
    await page.getByRole('button', { name: 'Pause learning' }).waitFor();
    await tool().getByRole('button', { name: 'Start, and pause my run' }).click();
    await tool()
      .getByText(/of 15 runs/)
      .waitFor();
    expect(await tool().locator('.heat tbody th').allTextContents()).toEqual(['none', '8', '16', '16+16', '48+24']);
    expect(new URL(page.url()).hash).toBe(QUICK);
    await page.getByRole('button', { name: 'Resume learning' }).click();
    await tool().getByRole('button', { name: 'Try other values' }).waitFor();
    await goesOn();
  });
});
