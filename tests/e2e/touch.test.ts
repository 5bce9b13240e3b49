import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { faultsOf } from './axe-faults.ts';
import { DESKTOP, expectVisitors, notedOn, PHONE, reachesOn, SIDEWAYS, saysOn, visit } from './visit.ts';

expectVisitors();

const PUSHED = /^Pushed: not part of the run\.$/;

/** Learning is paused, and its newest champion is on the stage. */
async function opened(options: typeof SIDEWAYS | typeof DESKTOP): Promise<Page> {
  const page = await visit('', options);
  await reachesOn(page, 2);
  await page.getByRole('button', { name: 'Pause learning' }).click();
  return page;
}

it.each([
  ['a desktop', DESKTOP],
  ['a phone', PHONE],
  ['a phone held sideways', SIDEWAYS],
])('a shove on %s is an episode beside the run, and the replay returns', async (_, options) => {
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

it('the mouse drags the creature, and the camera stays', async () => {
  const page = await opened(DESKTOP);
  const [x, y] = [0.42 * 1440, 0.7 * 900 - 110];
  // Its torso is at the camera's place at the beginning of an episode.
  await page.locator('body').press('k');
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 40, y - 120, { steps: 8 });
  await saysOn(page, PUSHED);
  expect(await page.getByRole('button', { name: 'Follow' }).count()).toBe(0);
  await page.mouse.up();
  await saysOn(page, /^Generation \d+ /);
});
