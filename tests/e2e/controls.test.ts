import { expect, it } from 'vitest';
import { DESKTOP, expectVisitors, PHONE, SIDEWAYS, visit } from './visit.ts';

expectVisitors();

/** Buttons of the page, or within `where`, whose middle a notice covers. */
const COVERED = `[...document.querySelectorAll('main button')]
  .filter((button) => button.checkVisibility() && !button.closest('.notices'))
  .filter((button) => {
    const { x, y, width, height } = button.getBoundingClientRect();
    return document.elementFromPoint(x + width / 2, y + height / 2)?.closest('.notices');
  })
  .map((button) => button.ariaLabel ?? button.textContent)`;

/** Buttons whose spoken name does not contain what they show, and those that have neither. */
const MISNAMED = `[...document.querySelectorAll('main button')]
  .filter((button) => button.checkVisibility())
  .filter((button) => {
    const shown = [...button.childNodes].map((node) => node.matches?.('.unseen, svg, i') ? '' : node.textContent).join('').trim();
    const spoken = button.ariaLabel ?? button.textContent.trim();
    return spoken === '' || !spoken.includes(shown);
  })
  .map((button) => button.outerHTML.slice(0, 120))`;

it.each([
  ['a desktop', DESKTOP],
  ['a phone', PHONE],
  ['a sideways phone', SIDEWAYS],
])('on %s a notice covers no button, goes with its run, and buttons are called what they show', async (_, options) => {
  const page = await visit('#body=biped&brain=nonsense', options);
  await page.locator('.notice').waitFor();
  expect(await page.evaluate(COVERED)).toEqual([]);
  expect(await page.evaluate(MISNAMED)).toEqual([]);
  await page.locator('body').press('e');
  await page.getByRole('region', { name: 'Experiment' }).waitFor();
  expect(await page.evaluate(COVERED)).toEqual([]);
  await page.locator('body').press('r');
  await page.locator('.notice').waitFor({ state: 'detached' });
});
