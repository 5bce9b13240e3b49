import type { BrowserContextOptions, Page } from 'playwright';
import { expect, it } from 'vitest';
import { faultsOf } from './axe-faults.ts';
import { eyeOn } from './eye.ts';
import { expectVisitors, notedOn, reachesOn, saysOn, VIEWS, visit } from './visit.ts';

expectVisitors();

const PUSHED = /^Pushed: not part of the run\.$/;

/** Learning is paused, and its newest champion is on the stage. */
async function opened(options: BrowserContextOptions): Promise<Page> {
  const page = await visit('', { colorScheme: 'light', ...options });
  await reachesOn(page, 2);
  await page.getByRole('button', { name: 'Pause learning' }).click();
  return page;
}

it.each(VIEWS)('a shove on %s is an episode beside the run, and the replay returns', async (_, options) => {
  const page = await opened(options);
  const history = await notedOn(page, 'history');
  await page.getByRole('button', { name: 'Shove', exact: true }).click();
  await saysOn(page, PUSHED);
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Back to the replay' }).click();
  await saysOn(page, /^Generation \d+ /);
  expect(await notedOn(page, 'history')).toBe(history);
  // By the keyboard, and until it has fallen or walked on.
  await page.locator('body').press('u');
  await saysOn(page, PUSHED);
  await saysOn(page, /^Generation \d+ /);
});

it.each(VIEWS)('on %s a pointer drags the creature, and the camera stays', async (_, options) => {
  const page = await opened(options);
  await page.locator('body').press('k');
  // To the beginning, when its eye is open.
  await page.evaluate(() => {
    const back = () => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: ',', bubbles: true }));
    for (let i = 0; i < 2000; i++) back();
  });
  await expect.poll(() => eyeOn(page)).toBeDefined();
  const { x, y } = (await eyeOn(page))!;
  const session = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...points: { x: number; y: number }[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: points });
  if (options.hasTouch) {
    await touch('touchStart', { x, y });
    for (let i = 1; i <= 8; i++) await touch('touchMove', { x: x - 5 * i, y: y - 8 * i });
  } else {
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x - 40, y - 64, { steps: 8 });
  }
  await saysOn(page, PUSHED);
  expect(await page.getByRole('button', { name: 'Follow' }).count()).toBe(0);
  if (options.hasTouch) await touch('touchEnd');
  else await page.mouse.up();
  await saysOn(page, /^Generation \d+ /);
});
