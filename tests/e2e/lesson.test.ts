import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { faultsOf } from './axe-faults.ts';
import { DESKTOP, expectVisitors, PHONE, reachesOn, VIEWS, visit } from './visit.ts';

expectVisitors();

it.each(VIEWS)(
  'the lesson on %s has five questions with answers, prints on two sheets, and opens the tour',
  async (_, options) => {
    const page = await visit('', options, undefined, 'lesson.html');
    const items = (section: string) => page.getByRole('region', { name: section }).getByRole('listitem');
    expect(await items('Five questions').count()).toBe(5);
    expect(await items('Answers').count()).toBe(5);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(options.viewport!.width);
    expect(await faultsOf(page)).toEqual([]);
    const printed = (await page.pdf({ format: 'A4' })).toString('latin1');
    expect(printed.match(/\/Type\s*\/Page\b/g)).toHaveLength(2);
    await page.getByRole('link', { name: 'How it learns' }).click();
    await page.getByRole('heading', { name: 'A newborn' }).waitFor();
    expect(await page.evaluate(() => location.hash)).toBe('#body=biped&task=walk&seed=7');
  },
);

/** Follows the challenge until the brain of generation 10 is open, and gives how far it gets. */
async function beginChallenge(page: Page): Promise<string | null> {
  await page.getByRole('link', { name: 'the same link' }).click();
  await page.waitForSelector('html[data-generation]');
  await reachesOn(page, 11);
  await page.keyboard.press('Space');
  await page.getByRole('slider', { name: 'Generation on stage' }).fill('10');
  await page.waitForSelector('html[data-on-stage="10"]');
  await page.locator('body').press('b');
  await page.getByRole('button', { name: 'Change ten at random' }).waitFor();
  await page.getByLabel('Neuron or joint').selectOption('right knee');
  await page.getByText('The champion of generation 10, 0 of 10 changes').waitFor();
  return page.locator('.outcome').getAttribute('data-measure');
}

it('in the challenge two pupils begin with the same brain, and ten changes are counted and measured', async () => {
  const [one, other] = [
    await visit('', DESKTOP, undefined, 'lesson.html'),
    await visit('', PHONE, undefined, 'lesson.html'),
  ];
  const before = await beginChallenge(one);
  expect(Number(before)).toBeGreaterThan(0);
  expect(await beginChallenge(other)).toBe(before);
  await other.getByRole('button', { name: 'Change ten at random' }).click();
  await other.getByText('The champion of generation 10, 10 of 10 changes').waitFor();
  const after = other.locator('.outcome[aria-busy="false"][data-turned="10"]');
  expect(await after.getAttribute('data-measure')).not.toBe(before);
  await other.getByRole('button', { name: 'Change ten at random' }).click();
  await other.getByText('20 of 10 changes: 10 too many').waitFor();
});
