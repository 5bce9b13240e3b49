import { expect, it } from 'vitest';
import { continued, HASH, savedOn } from './saved.ts';
import { expectVisitors, notedOn, reachesOn, saysOn, VIEWS, visit } from './visit.ts';

expectVisitors();

it.each(VIEWS)(
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

    // The film ends by itself, with the farthest champion.
    for (const key of ['+', '+', '+', 'f']) await page.locator('body').press(key);
    await button('Stop the film').waitFor();
    await button('Play the film of learning').waitFor();
    await saysOn(page, /^Generation \d+ /);

    // To the generation that was shown, or the next one if that ended while learning was being paused.
    await button('Pause learning').click();
    const unsaved = async () => Number(await notedOn(page, 'generation')) + 1 - (await savedOn(page, 0));
    await expect.poll(unsaved).toBeLessThanOrEqual(0);
    const shown = (await savedOn(page, 0)) - 1;
    expect(shown - Number(await notedOn(page, 'generation'))).toBeLessThanOrEqual(1);
    await page.reload();
    await continued(page).getByRole('button', { name: 'Start over' }).click({ trial: true });
    expect(await continued(page).textContent()).toContain(`continues at generation ${shown}.`);
    await page.waitForFunction((then) => Number(document.documentElement.dataset.generation) > then, shown);
  },
);
