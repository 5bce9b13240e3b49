import { describe, expect, it } from 'vitest';
import { experimentFromHash } from '../../src/format/experiment-link.ts';
import { expectVisitors, holdOn, notedOn, PHONE, reachesOn, visit } from './visit.ts';

expectVisitors();

describe("the tool that says why it isn't learning", () => {
  it('finds a step size that is too big, marks its button, and corrects it with one click', async () => {
    const page = await visit('#body=biped&task=walk&seed=1&optimizer.sigma=5&run.trials=8');
    const button = page.getByRole('button', { name: 'Not learning?' });
    // Held before luck helps it along: then it is no longer serious. Eight attempts per brain slow it down until then.
    await reachesOn(page, 5);
    await holdOn(page);
    await page.locator('.rail .badge').waitFor();
    expect(await page.locator('.rail [role=status]').textContent()).toMatch(/^Its steps are too big/);
    expect(await button.getAttribute('aria-describedby')).toBe('alarm');
    await button.click();
    // Whoever looks at it needs no dot.
    await page.locator('.rail .badge').waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Resume learning' }).click();
    const finding = page.getByRole('listitem').filter({ hasText: 'Its steps are too big' });
    await finding.getByText('Why', { exact: true }).click();
    await finding.getByText(/such large weights saturate every output/).waitFor();
    await finding.getByRole('button', { name: 'Step size from 5 to 1' }).click();
    await page.getByText(/^Done: Step size from 5 to 1, from generation \d+ on\.$/).waitFor();
    await page.waitForFunction(() => location.hash.includes('amendments'));
    const amended = experimentFromHash(new URL(page.url()).hash)?.amendments[0];
    expect(amended?.changes).toEqual({ 'optimizer.sigma': 1 });
    await page.locator('.mark-change[d^="M"]').waitFor({ state: 'attached' });
    await finding.waitFor({ state: 'hidden' });
    await page.getByText(/^It is learning: \d+\.\d+ m better than \d+ generations ago\.$/).waitFor();
    expect(Number(await notedOn(page, 'bestDistance'))).toBeGreaterThan(1);
  });

  it('undoes a remedy', async () => {
    const page = await visit('#body=biped&task=walk&seed=1&task.duration=1');
    await page.locator('body').press('w');
    await page
      .getByRole('listitem')
      .getByText(/^Attempts are too short/)
      .waitFor();
    await page.getByRole('button', { name: 'Length of an attempt from 1 to 10 s' }).click();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText(/^Undone, from generation \d+ on\.$/).waitFor();
    // In one amendment or in two, as generations happen to fall.
    await page.waitForFunction(() => decodeURIComponent(location.hash).endsWith('"task.duration":1}}]'));
    await page
      .getByRole('listitem')
      .getByText(/^Attempts are too short/)
      .waitFor();
  });

  it('restarts if a setting is fixed, and fits a phone', async () => {
    const page = await visit('#body=biped&task=walk&seed=1&run.normalise=false', PHONE);
    await page.locator('body').press('w');
    const remedy = page.getByRole('button', { name: 'Restart with Normalise observations on' });
    await remedy.waitFor();
    const box = await remedy.boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(44);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await remedy.tap();
    await page.getByText('A new run has started with this change.').waitFor();
    expect(new URL(page.url()).hash).toBe('#body=biped&task=walk&seed=1');
    await page.getByText(/^Too early to say/).waitFor();
  });

  it('shows vital signs with their normal ranges', async () => {
    const page = await visit('#body=hopper&task=walk&seed=2');
    await reachesOn(page, 3);
    await page.locator('body').press('w');
    const gauge = page.locator('.gauge').filter({ hasText: 'Length of an attempt' });
    await gauge
      .locator('b')
      .filter({ hasText: /^\d+\.\d s$/ })
      .waitFor();
    expect(await gauge.textContent()).toContain('normal: grows from 1.5 s');
    expect(await gauge.locator('.spark path').getAttribute('d')).toMatch(/^M.*L/);
  });
});
