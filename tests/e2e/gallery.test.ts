import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { bodies } from '../../src/creature/bodies.ts';
import { experimentFromHash } from '../../src/format/experiment-link.ts';
import { faultsOf } from './axe-faults.ts';
import { expectVisitors, notedOn, PHONE, reachesOn, saysOn, VIEWS, visit } from './visit.ts';

expectVisitors();

const gallery = (page: Page) => page.getByRole('dialog', { name: 'Choose' });
const action = (page: Page, name: string) => gallery(page).getByRole('button', { name, exact: true });
const exhibit = (page: Page, name: RegExp) => gallery(page).getByRole('radio', { name });
const drawn = (page: Page) => gallery(page).locator('.living[data-drawn]');

async function openGallery(page: Page, what: string): Promise<void> {
  await page.locator('body').press('e');
  await page.getByRole('region', { name: 'Experiment' }).getByRole('button', { name: what }).click();
  await drawn(page).first().waitFor();
}

describe('the gallery', () => {
  it('is used by the keyboard: watches a trained creature while learning goes on, and starts from it', async () => {
    const page = await visit();
    await reachesOn(page, 1);
    await openGallery(page, 'Body');
    expect(await exhibit(page, /^Biped /).evaluate((radio) => radio === document.activeElement)).toBe(true);
    for (let i = 0; i < 6; i++) await page.keyboard.press('ArrowRight');
    expect(await exhibit(page, /^Dog/).isChecked()).toBe(true);
    await action(page, 'Watch the trained one').click();
    await saysOn(page, /^A trained creature .* 1\d\.\d m/);
    const then = Number(await notedOn(page, 'generation'));
    await reachesOn(page, then + 1);

    await openGallery(page, 'Preset');
    await gallery(page).getByText('A hopper hops').click();
    await action(page, 'Start from this one').click();
    await page.waitForFunction(() => location.hash.includes('body=hopper'));
    expect(experimentFromHash(new URL(page.url()).hash)?.start?.from?.title).toBe('A hopper hops');
    await saysOn(page, /^Generation \d+ hops (1\d|2\d)\.\d m/);
  });

  it('begins a race against a trained creature, and an untrained run on Enter', async () => {
    const page = await visit();
    await openGallery(page, 'Body');
    await exhibit(page, /^Ostrich/).check({ force: true });
    await action(page, 'Race against it').click();
    await page.waitForFunction(() => location.hash.includes('body=ostrich'));
    await saysOn(page, /^Generation \d+ /);
    await openGallery(page, 'Task');
    await exhibit(page, /^Jump/).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => location.hash.includes('task=jump'));
    await gallery(page).waitFor({ state: 'hidden' });
  });

  it('opens the editor with a body that is to be changed, and with nothing', async () => {
    const page = await visit('', PHONE);
    await openGallery(page, 'Body');
    await gallery(page).getByText('Dog', { exact: true }).tap();
    await action(page, 'Change it').tap();
    const editor = page.locator('dialog.editor');
    await editor.getByRole('heading', { name: /^My dog/ }).waitFor();
    await editor.getByText(`${bodies.dog.parts.length} parts, ${bodies.dog.joints.length} joints`).waitFor();
    await editor.getByRole('button', { name: 'Close the editor' }).tap();
    await page.getByRole('region', { name: 'Experiment' }).getByRole('button', { name: 'Body' }).tap();
    await gallery(page)
      .getByRole('button', { name: /^Make your own/ })
      .tap();
    await editor.getByText('0 parts, 0 joints').waitFor();
  });

  it.each(VIEWS)('fits %s, draws what is seen, and is accessible', async (_, options) => {
    const page = await visit('', { ...options, reducedMotion: 'reduce' });
    await openGallery(page, 'Task');
    const { width, height } = options.viewport!;
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    for (const name of ['Start untrained', 'Watch the trained one', 'Race against it', 'Start from this one']) {
      const box = await action(page, name).boundingBox();
      expect(box!.height).toBeGreaterThanOrEqual(44);
      expect(box!.y + box!.height).toBeLessThanOrEqual(height);
    }
    // A still picture, and none below the window's edge.
    const pixels = () =>
      drawn(page)
        .first()
        .evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());
    expect(await pixels()).toBe(await pixels());
    if (options === PHONE) expect(await drawn(page).count()).toBeLessThan(10);
    expect(await faultsOf(page)).toEqual([]);
    // A jump that is worth watching.
    await exhibit(page, /^Jump/).focus();
    await page.keyboard.press('Space');
    await action(page, 'Watch the trained one').click();
    await saysOn(page, /^A trained creature gets 1\.\d m off the ground/);
  });
});
