import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { replayToLink } from '../../src/format/replay-link.ts';
import { faultsOf } from './axe-faults.ts';
import { QUICK, replay } from './hopper-walk.ts';
import { expectVisitors, notedOn, PHONE, reachesOn, saysOn, VIEWS, visit } from './visit.ts';

expectVisitors();

const metres = `${replay.tests[0]!.distance.toFixed(1)} m`;

const bar = (page: Page) => page.locator('.shared-walk');
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

describe.each(VIEWS)('a shared walk on %s', (_, options) => {
  it('fills the window with its name and distance, and can be learned again', async () => {
    const page = await visit(`#r=${replayToLink(replay)}`, options);
    await bar(page)
      .getByRole('heading', { name: `Hopper, generation 1 ${metres}` })
      .waitFor();
    await bar(page).getByText('Verified: replayed exactly.').waitFor();
    await saysOn(page, /^Hopper, generation 1 /);
    await page.waitForSelector('html[data-moving="true"]');
    const { width, height } = options.viewport!;
    expect(await page.locator('.stage').boundingBox()).toEqual({ x: 0, y: 0, width, height });
    expect(await page.locator(':is(.rail, .player, .progress, .tool):visible').count()).toBe(0);
    const { y, height: tall } = (await bar(page).boundingBox())!;
    expect(y).toBeGreaterThan(height / 2);
    expect(y + tall).toBeLessThanOrEqual(height);
    expect(await faultsOf(page)).toEqual([]);
    await button(page, 'Watch it learn from the start').click();
    await reachesOn(page, 1);
    await bar(page).waitFor({ state: 'detached' });
    await button(page, 'Pause learning').waitFor();
    expect(await page.evaluate(() => location.hash)).toContain('body=hopper');
  });
});

it('a shared walk can be raced against, and gives way to the page when learning is resumed', async () => {
  const page = await visit(`#r=${replayToLink(replay)}`, PHONE);
  await button(page, 'Beat it').click();
  await page.getByRole('region', { name: 'Your challenge' }).getByText(metres).first().waitFor();
  // A link that is followed on the open page: back leads to the run.
  const run = await visit(QUICK);
  await reachesOn(run, 2);
  await run.evaluate(
    (hash) => {
      location.hash = hash;
    },
    `#r=${replayToLink(replay)}`,
  );
  await bar(run).getByText('Verified').waitFor();
  await run.goBack();
  await bar(run).waitFor({ state: 'detached' });
  await saysOn(run, /^Generation \d+ /);
  const other = await visit(`#r=${replayToLink(replay)}`);
  await bar(other).getByText('Verified').waitFor();
  expect(await notedOn(other, 'generation')).toBe('');
  await other.keyboard.press('Space');
  await bar(other).waitFor({ state: 'detached' });
  await button(other, 'Pause learning').waitFor();
});

it.each(VIEWS)('the button on %s copies a link that opens the same walk', async (_, options) => {
  const page = await visit(QUICK, { ...options, permissions: ['clipboard-read', 'clipboard-write'] });
  await reachesOn(page, 2);
  await button(page, 'Share this walk').first().click();
  await page.getByText('Link to this walk copied.').waitFor();
  const { hash } = new URL(await page.evaluate(() => navigator.clipboard.readText()));
  const other = await visit(hash, options);
  await bar(other)
    .getByRole('heading', { name: /^Hopper, generation \d+ / })
    .waitFor();
});

it('the button on a phone opens its share sheet, or saves a walk that is too long for a link as a file', async () => {
  const page = await visit(QUICK, PHONE, (fresh) =>
    fresh.addInitScript(() => {
      const shared: ShareData[] = [];
      Object.assign(window, { shared });
      navigator.share = async (data) => void shared.push(data ?? {});
    }),
  );
  await reachesOn(page, 2);
  await button(page, 'Share this walk').click();
  const shared = () => page.evaluate(() => (window as unknown as { shared: ShareData[] }).shared);
  await expect.poll(shared).toHaveLength(1);
  expect((await shared())[0]?.url).toMatch(/#r=[\w-]{100,}/);
  expect(await page.locator('.notice').count()).toBe(0);
  await page.evaluate(() => {
    location.hash = '#body=spider&task.duration=1&optimizer.populationSize=6';
  });
  await page.waitForFunction(() => document.querySelector('.stage')?.ariaLabel?.startsWith('Generation'));
  const file = page.waitForEvent('download');
  await button(page, 'Share this walk').click();
  await page.getByText('This walk is too long for a link').waitFor();
  expect((await file).suggestedFilename()).toMatch(/^spider-generation-\d+\.gait$/);
});
