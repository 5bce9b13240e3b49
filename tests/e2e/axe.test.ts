import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { faultsOf } from './axe-faults.ts';
import { expectVisitors, reachesOn, SIZES, visit } from './visit.ts';

expectVisitors();

/** An experiment with fast generations and episodes that are too short, which the doctor finds. */
const QUICK = '#body=hopper&task=walk&brain=linear&seed=5&task.duration=1&optimizer.populationSize=6';

const press = (page: Page, key: string) => page.locator('body').press(key);
/** A key that is pressed before the dialog has closed is handled by the dialog. */
const closeDialog = async (page: Page) => {
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
};
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const tool = (page: Page) => page.locator('.tool');

/** Every view, in an order in which each can be opened from the previous one. */
const VIEWS: [name: string, open: (page: Page) => Promise<unknown>][] = [
  ['a run that learns, and the offer of a tour', (page) => page.locator('.plot canvas').waitFor()],
  [
    'the panel, choosing',
    async (page) => {
      await press(page, 'e');
      await page.getByLabel('Show everything').check();
      await page.getByLabel('Brain', { exact: true }).waitFor();
    },
  ],
  [
    'the gallery',
    async (page) => {
      await button(page, /^Body/).click();
      await page.locator('.living[data-drawn]').first().waitFor();
    },
  ],
  [
    'the panel, tuning',
    async (page) => {
      await page.keyboard.press('Escape');
      await press(page, 't');
      await page.getByRole('textbox', { name: 'Hidden layers' }).or(page.getByLabel('Population')).first().waitFor();
    },
  ],
  [
    'the brain',
    async (page) => {
      await press(page, 't');
      await press(page, 'b');
      await page.locator('canvas.net[data-connections]').press('ArrowDown');
      await page.getByRole('slider', { name: /^Knob: / }).waitFor();
    },
  ],
  [
    'newborn or trained',
    async (page) => {
      await button(page, 'Before and after').click();
      await page.locator('.walkers canvas').waitFor();
    },
  ],
  [
    'what has changed',
    async (page) => {
      await button(page, 'Changes').click();
      await page.locator('.matrix canvas').first().waitFor();
    },
  ],
  [
    'the charts',
    async (page) => {
      await press(page, 'h');
      await page.locator('.figure canvas').first().waitFor();
      await page.getByText('The latest generations as a table').click();
    },
  ],
  [
    'the doctor with a finding',
    async (page) => {
      await press(page, 'w');
      await page.getByRole('listitem').filter({ hasText: 'Attempts are too short' }).getByText('Why').click();
    },
  ],
  [
    'the runs',
    async (page) => {
      await press(page, 'r');
      await reachesOn(page, 3);
      await press(page, 'n');
      await page.getByRole('listitem', { name: 'Run 2', exact: true }).waitFor();
    },
  ],
  [
    'the form of a fork',
    async (page) => {
      await button(page, 'Fork Run 2').click();
      await page.getByRole('form', { name: 'Fork' }).waitFor();
    },
  ],
  [
    'a comparison and a race',
    async (page) => {
      await page.getByRole('form', { name: 'Fork' }).getByRole('button', { name: 'Cancel' }).click();
      for (const name of ['Compare Run 1', 'Compare Run 2']) await page.getByRole('checkbox', { name }).check();
      await button(page, 'Race').click();
      await button(page, 'End the race').waitFor();
    },
  ],
  [
    'the form of a sweep',
    async (page) => {
      await button(page, 'End the race').click();
      await press(page, 'v');
      await tool(page).getByRole('spinbutton', { name: 'Seeds' }).fill('1');
      await tool(page).getByRole('spinbutton', { name: 'Steps per run' }).fill('300');
      await tool(page).getByLabel('and vary').selectOption('task.gravity');
      await tool(page).getByRole('textbox', { name: 'Values of Gravity' }).fill('5, 10');
    },
  ],
  [
    'what a sweep found',
    async (page) => {
      await tool(page)
        .getByRole('button', { name: /^Start/ })
        .click();
      await button(page, 'Try other values').waitFor();
      await tool(page).locator('.heat td button').first().click();
    },
  ],
  [
    'a replay that is kept and opened',
    async (page) => {
      await press(page, 'i');
      await button(page, 'Keep this one').click();
      await tool(page)
        .getByRole('button', { name: /^Play Hopper/ })
        .click();
      await tool(page).getByText('Verified: replayed exactly.').waitFor();
      await tool(page).getByRole('textbox', { name: /^Tags/ }).fill('small');
      await tool(page)
        .getByRole('checkbox', { name: /^Choose Hopper/ })
        .check();
      await tool(page).getByText('1 chosen').waitFor();
    },
  ],
  [
    'a challenge',
    async (page) => {
      await button(page, 'Beat it').click();
      await tool(page)
        .getByText(/^Yours, generation/)
        .waitFor();
    },
  ],
  [
    'the tour',
    async (page) => {
      await press(page, 'l');
      await tool(page)
        .locator('.outcome')
        .filter({ hasText: /^Newborn 1 / })
        .waitFor();
    },
  ],
  [
    'a later step of the tour',
    async (page) => {
      for (const _ of [1, 2]) await button(page, 'Next').click();
      await page.getByRole('slider', { name: /^Knob \d+$/ }).waitFor();
    },
  ],
  [
    'the help',
    async (page) => {
      await press(page, 'l');
      await press(page, '?');
      await page.getByRole('dialog').getByText('What you see').waitFor();
    },
  ],
  [
    'the strip',
    async (page) => {
      await closeDialog(page);
      // The challenge has begun another run, and of one generation there is no strip.
      await reachesOn(page, 2);
      await press(page, 's');
      await page.locator('dialog.strip canvas').waitFor();
    },
  ],
  [
    'what is shown',
    async (page) => {
      await closeDialog(page);
      await press(page, 'o');
      await page.getByRole('dialog', { name: 'Show' }).waitFor();
    },
  ],
  [
    'the whole generation at once, and a notice',
    async (page) => {
      await closeDialog(page);
      await press(page, 'c');
      await page.evaluate(() => {
        location.hash = '#body=unicorn';
      });
      await page.getByText(/^This link: body is "unicorn"/).waitFor();
    },
  ],
];

it.each(SIZES)('has no accessibility violations in any view on %s', { timeout: 400_000 }, async (_, options) => {
  const page = await visit(QUICK, { ...options, colorScheme: 'light', reducedMotion: 'reduce' });
  const faults: Record<string, string[]> = {};
  // Before anything is learnt: the page as it is seen first.
  await page.locator('.dock').waitFor();
  const first = await faultsOf(page);
  if (first.length > 0) faults['the first view'] = first;
  await reachesOn(page, 6);
  for (const [name, open] of VIEWS) {
    await open(page);
    const found = await faultsOf(page);
    if (found.length > 0) faults[name] = found;
  }
  expect(faults).toEqual({});
});
