import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright';
import { expect } from 'vitest';
import { experimentFromHash } from '../../src/format/experiment-link.ts';
import type { Experiment } from '../../src/run/experiment-schema.ts';
import { historyInNode, holdOn, PATIENCE, reachesOn } from './visit.ts';

/** Short episodes, for fast generations. */
export const HASH = '#body=hopper&task=walk&brain=linear&seed=5&task.duration=2';
const experimentOf = (page: Page) => experimentFromHash(new URL(page.url()).hash) as Experiment;
/** The offer to continue a saved run. */
export const offer = (page: Page) =>
  page.locator('.notice').filter({ hasText: /was at generation [\d\s]+\. Continue\?/ });

/** Number of generations in the newest save of this page's runs; -1 without a save. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    // To open what is not there yet would make it, empty.
    if (!(await indexedDB.databases()).some(({ name }) => name === 'gaitlab')) return -1;
    const runs = await new Promise<{ generation: number }[]>((resolve, reject) => {
      const asked = indexedDB.open('gaitlab');
      asked.onerror = () => reject(asked.error);
      asked.onsuccess = () => {
        // Half made, as it may be met while the page opens it.
        if (!asked.result.objectStoreNames.contains('runs')) {
          asked.result.close();
          resolve([]);
          return;
        }
        const all = asked.result.transaction('runs').objectStore('runs').getAll();
        all.onsuccess = () => {
          asked.result.close();
          resolve(all.result);
        };
      };
    });
    return Math.max(-1, ...runs.map(({ generation }) => generation));
  });

/** Waits for a save of more generations than `least`. From outside: what waits in the page would not wait for a promise. */
export const savedOn = async (page: Page, least: number) => {
  await expect.poll(() => kept(page), { interval: 200, timeout: PATIENCE }).toBeGreaterThan(least);
  return kept(page);
};

/** The notice that a run continues by itself after a reload. */
export const continued = (page: Page) =>
  page.locator('.notice').filter({ hasText: /continues at generation [\d\s]+\./ });

/** Accepts the offer, or waits until the run continues by itself, and returns the generation at which the run was saved. */
export async function continueOn(page: Page): Promise<number> {
  const notice = offer(page).or(continued(page));
  const text = (await notice.textContent()) ?? '';
  if (text.includes('Continue?')) await notice.getByRole('button', { name: 'Continue' }).click();
  const at = Number(/generation (\d+)/.exec(text.replace(/(?<=\d)\D(?=\d{3})/g, ''))?.[1]);
  await reachesOn(page, at + 1);
  return at;
}

/** Pauses learning, and checks that the history hash equals Node's, in the first generation from `least` on. */
export async function expectStraight(page: Page, least?: number): Promise<void> {
  const { now, history } = await holdOn(page, least);
  expect(history).toBe(await historyInNode(experimentOf(page), now));
}

/** Clicks the button that exports a run, and returns the downloaded file. */
export async function exportedBy(page: Page, button: Locator): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  const file = join(mkdtempSync(join(tmpdir(), 'gaitlab-exported-')), download.suggestedFilename());
  await download.saveAs(file);
  return file;
}
