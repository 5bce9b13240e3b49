import { expect, it } from 'vitest';
import { continued, HASH, savedOn } from './saved.ts';
import { DESKTOP, expectVisitors, notedOn, PHONE, reachesOn, SIDEWAYS, saysOn, visit } from './visit.ts';

expectVisitors();

it.each([
  ['a desktop', DESKTOP],
  ['a phone', PHONE],
  ['a sideways phone', SIDEWAYS],
])(
  'on %s the page is calm, says what is seen, starts nothing unasked, and continues after a reload',
  async (_, options) => {
    const page = await visit(HASH, { ...options, reducedMotion: 'reduce' });
    const button = (name: string | RegExp) => page.getByRole('button', { name });
    await reachesOn(page, 6);

    // A few choices; everything is one switch away, and within the window.
    await page.locator('body').press('e');
    const panel = page.getByRole('region', { name: 'Experiment' });
    await panel.getByRole('button', { name: 'Preset' }).waitFor();
    expect(await panel.getByLabel('Optimizer', { exact: true }).count()).toBe(0);
    expect(await page.getByText('Steps per second').count()).toBe(0);
    await panel.getByLabel('Show everything').check();
    await panel.getByLabel('Optimizer', { exact: true }).click({ trial: true });
    await panel.getByLabel('Show everything').uncheck();
    await page.locator('body').press('e');

    // What is seen is said, and the best is one click away.
    await page.getByRole('slider', { name: 'Generation on stage' }).fill('0');
    await page.getByText(/^Replaying generation 0\. Learning is at \d+\.$/).waitFor({ state: 'attached' });
    await button(/, Watch the best$/).click();
    await saysOn(page, /^Generation \d+ /);

    // Neither the form of a sweep nor that of a film stops learning.
    for (const [key, name] of [
      ['v', 'Start, and pause my run'],
      ['j', 'Make a film'],
    ] as const) {
      await page.locator('body').press(key);
      await button(name).click({ trial: true });
      const then = Number(await notedOn(page, 'generation'));
      await reachesOn(page, then + 1);
      await page.locator('body').press(key);
    }

    await button('Pause learning').click();
    await savedOn(page, 5);
    await page.reload();
    await continued(page).getByRole('button', { name: 'Start over' }).click({ trial: true });
    await page.waitForFunction(() => Number(document.documentElement.dataset.generation) > 5);
  },
);
