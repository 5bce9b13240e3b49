import { expect, it } from 'vitest';
import { expectVisitors, PHONE, SIDEWAYS, VIEWS, visit } from './visit.ts';

expectVisitors();

/** Buttons of the page, or within `where`, whose middle a notice covers. */
const COVERED = `[...document.querySelectorAll('main button')]
  .filter((button) => button.checkVisibility() && !button.closest('.notices'))
  .filter((button) => {
    const { x, y, width, height } = button.getBoundingClientRect();
    return document.elementFromPoint(x + width / 2, y + height / 2)?.closest('.notices');
  })
  .map((button) => button.ariaLabel ?? button.textContent)`;

/** Notices that do not lie in the window, or are taller than what they contain. */
const BEYOND = `[...document.querySelectorAll('.notice')]
  .filter((notice) => {
    const { left, right, top, bottom, height } = notice.getBoundingClientRect();
    const content = document.createRange();
    content.selectNodeContents(notice);
    return left < 0 || top < 0 || right > innerWidth || bottom > innerHeight || height > content.getBoundingClientRect().height + 32;
  })
  .map((notice) => notice.textContent)`;

/** Buttons whose spoken name does not contain what they show, and those that have neither. */
const MISNAMED = `[...document.querySelectorAll('main button')]
  .filter((button) => button.checkVisibility())
  .filter((button) => {
    const shown = [...button.childNodes].map((node) => node.matches?.('.unseen, svg, i') ? '' : node.textContent).join('').trim();
    const spoken = button.ariaLabel ?? button.textContent.trim();
    return spoken === '' || !spoken.includes(shown);
  })
  .map((button) => button.outerHTML.slice(0, 120))`;

it.each(VIEWS)(
  'on %s a notice covers no button, goes with its run, and buttons are called what they show',
  async (_, options) => {
    const page = await visit('#body=biped&brain=nonsense', options);
    await page.locator('.notice').waitFor();
    expect(await page.evaluate(COVERED)).toEqual([]);
    expect(await page.evaluate(MISNAMED)).toEqual([]);
    await page.locator('body').press('e');
    await page.getByRole('region', { name: 'Experiment' }).waitFor();
    expect(await page.evaluate(COVERED)).toEqual([]);
    expect(await page.evaluate(BEYOND)).toEqual([]);
    await page.locator('body').press('e');
    await page.locator('body').press('v');
    await page.getByRole('heading', { name: 'Try values' }).waitFor();
    expect(await page.evaluate(COVERED)).toEqual([]);
    expect(await page.evaluate(BEYOND)).toEqual([]);
    await page.locator('body').press('v');
    await page.locator('body').press('r');
    await page.locator('.notice').waitFor({ state: 'detached' });
  },
);

it.each([
  ['a phone', PHONE],
  ['a sideways phone', SIDEWAYS],
])('on %s a finger that rests on an icon is told what it does, and a tap does it', async (_, options) => {
  const page = await visit('', options);
  const show = page.getByRole('button', { name: 'Show', exact: true });
  await show.waitFor();
  const box = (await show.boundingBox())!;
  const session = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchEnd') => {
    const touchPoints = type === 'touchEnd' ? [] : [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }];
    return session.send('Input.dispatchTouchEvent', { type, touchPoints });
  };
  const tip = page.locator('.tooltip:popover-open');
  await touch('touchStart');
  await tip.getByText('Show', { exact: true }).waitFor();
  const shown = (await tip.boundingBox())!;
  expect(shown.x).toBeGreaterThanOrEqual(0);
  expect(shown.x + shown.width).toBeLessThanOrEqual(options.viewport!.width);
  await touch('touchEnd');
  // It goes by itself, and nothing was pressed.
  await tip.waitFor({ state: 'hidden' });
  expect(await page.locator('#show:popover-open').count()).toBe(0);
  await show.tap();
  await page.locator('#show:popover-open').waitFor();
});

it.each(VIEWS)('on %s Space pauses wherever the focus is unless it types', async (_, options) => {
  const page = await visit('', options);
  const pauses = page.getByRole('button', { name: 'Resume learning' });
  const learns = page.getByRole('button', { name: 'Pause learning' });
  await page.getByRole('button', { name: 'Faster' }).click();
  await page.keyboard.press('Space');
  await pauses.waitFor();
  await page.locator('body').press('e');
  await page.getByRole('radio', { name: 'Teal' }).click({ force: true });
  await page.keyboard.press('Space');
  await page.getByLabel('Show everything').click();
  await page.keyboard.press('Space');
  await page.keyboard.press('Space');
  const seed = page.getByLabel('Seed', { exact: true });
  await seed.click();
  await seed.press('Space');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await learns.waitFor();
});

it('on a desktop an icon that the keyboard focuses is told what it does', async () => {
  const page = await visit();
  await page.getByRole('button', { name: 'Faster' }).focus();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  await page.locator('.tooltip:popover-open').getByText('Faster', { exact: true }).waitFor();
});
