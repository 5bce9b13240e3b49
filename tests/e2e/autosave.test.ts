import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { fromHash } from '../../src/app/url.ts';
import { runFromFile, runToFile } from '../../src/format/run-file.ts';
import { createHash } from '../../src/math/hash.ts';
import { createLedger } from '../../src/run/checkpoint.ts';
import { inProcess } from '../../src/run/evaluator.ts';
import type { Experiment } from '../../src/run/experiment.ts';
import { beginning, run } from '../../src/run/run.ts';
import {
  excuse,
  expectVisitors,
  historyInNode,
  holdOn,
  notedOn,
  PATIENCE,
  pageUrl,
  reachesOn,
  visit,
} from './visit.ts';

expectVisitors();

/** Short lives, so that generations are soon there. */
const HASH = '#body=hopper&task=walk&brain=linear&seed=5&task.duration=2';
const experimentOf = (page: Page) => fromHash(new URL(page.url()).hash) as Experiment;
const offer = (page: Page) => page.locator('.notice').filter({ hasText: /was at generation \d+\. Continue\?/ });

/** How many generations the newest save of this page's runs has; -1 where nothing is kept yet. */
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
const savedOn = async (page: Page, least: number) => {
  await expect.poll(() => kept(page), { interval: 200, timeout: PATIENCE }).toBeGreaterThan(least);
  return kept(page);
};

/** Takes the offer, and gives the generation that the run was kept at. */
async function continueOn(page: Page): Promise<number> {
  const text = (await offer(page).textContent()) ?? '';
  await page.getByRole('button', { name: 'Continue' }).click();
  const at = Number(/generation (\d+)/.exec(text.replace(/(?<=\d)\D(?=\d{3})/g, ''))?.[1]);
  await reachesOn(page, at + 1);
  return at;
}

async function expectStraight(page: Page): Promise<void> {
  const { now, history } = await holdOn(page);
  expect(history).toBe(await historyInNode(experimentOf(page), now));
}

test('a run comes back after a reload, and goes on to the very bits of one that was never stopped', async () => {
  const page = await visit(HASH);
  await reachesOn(page, 5);
  const saved = await savedOn(page, 5);
  await page.reload();
  expect(await continueOn(page)).toBeGreaterThanOrEqual(saved - 1);
  await expectStraight(page);
  // All of it is on the timeline, the first generation too.
  const slider = page.getByRole('slider', { name: 'Generation on the stage' });
  await slider.fill('1');
  await page.waitForSelector('html[data-on-stage="1"]');
});

test('a run comes back after crash upon crash, whatever the address says', async () => {
  const page = await visit(HASH);
  const context = page.context();
  await reachesOn(page, 4);
  let [at, saved] = [0, await savedOn(page, 4)];
  let last = page;
  for (const address of [`${pageUrl}?renderer=canvas`, `${pageUrl}?renderer=canvas${HASH}`]) {
    const crashed = last.waitForEvent('crash');
    const session = await context.newCDPSession(last);
    void session.send('Page.crash').catch(() => {});
    await crashed;
    last = await context.newPage();
    await last.goto(address);
    const before = at;
    at = await continueOn(last);
    expect(at).toBeGreaterThanOrEqual(saved - 1);
    expect(at).toBeGreaterThan(before);
    saved = await savedOn(last, at + 1);
  }
  await expectStraight(last);
  excuse();
});

test('another experiment in the address is not talked out of it', async () => {
  const page = await visit(HASH);
  await reachesOn(page, 5);
  await savedOn(page, 5);
  const other = await page.context().newPage();
  await page.close();
  await other.goto(`${pageUrl}?renderer=canvas#body=dog&task=walk&seed=1&task.duration=2`);
  await savedOn(other, 3);
  expect(await offer(other).count()).toBe(0);
  await other.locator('body').press('n');
  await other.getByRole('listitem', { name: 'Hopper' }).waitFor();
});

test('two tabs do not go on with one run', async () => {
  const page = await visit(HASH);
  await reachesOn(page, 5);
  await savedOn(page, 5);
  const other = await page.context().newPage();
  await other.goto(`${pageUrl}?renderer=canvas${HASH}`);
  await other.getByText('Your hopper is running in another tab, so this one begins anew.').waitFor();
  await other.locator('body').press('n');
  const there = other.getByRole('listitem', { name: 'Hopper' });
  await there.getByText('in another tab', { exact: true }).waitFor();
  expect(await there.getByRole('button', { name: 'Go on with Hopper' }).isDisabled()).toBe(true);
  await page.close();
  await reachesOn(other, 3);
  await expectStraight(other);
});

test('a run is named, deleted, had back, exported, and goes on from its file', async () => {
  const page = await visit(HASH);
  await reachesOn(page, 4);
  await savedOn(page, 4);
  await page.reload();
  await offer(page).getByRole('button', { name: 'Start anew' }).click();
  await page.locator('body').press('n');
  const list = page.getByRole('region', { name: 'Kept in this browser' });
  await list.getByRole('button', { name: 'Rename Hopper' }).click();
  await list.getByRole('textbox', { name: 'Name' }).fill('Mr. Hop');
  await list.getByRole('textbox', { name: 'Name' }).press('Enter');
  await list.getByRole('button', { name: 'Delete Mr. Hop' }).click();
  await page.getByRole('listitem', { name: 'Mr. Hop' }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Undo' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    list.getByRole('button', { name: 'Export Mr. Hop as a file' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^mr-hop-generation-\d+\.gait$/);
  const folder = mkdtempSync(join(tmpdir(), 'gaitlab-autosave-'));
  const file = join(folder, download.suggestedFilename());
  await download.saveAs(file);
  const { state } = runFromFile(readFileSync(file), file);
  expect(createHash(state.history).digest()).toBe(await historyInNode(state.experiment, state.generation - 1));

  const importer = page.locator('input[type="file"]');
  await importer.setInputFiles(file);
  await page.waitForFunction((least) => Number(document.documentElement.dataset.generation) >= least, state.generation);
  await expectStraight(page);

  // As the command line keeps it: without the numbers that the page draws beside best and mean.
  const ledger = createLedger(beginning(state.experiment));
  for await (const generation of run(state.experiment, inProcess)) {
    ledger.take(generation);
    if (generation.generation === 3) break;
  }
  const buffer = Buffer.from(runToFile(ledger.checkpoint(1)));
  await importer.setInputFiles({ name: 'checkpoint.gait', mimeType: 'application/octet-stream', buffer });
  await page.getByRole('listitem', { name: 'checkpoint' }).waitFor();
  await reachesOn(page, state.generation + 2);
  await expectStraight(page);

  await page
    .getByLabel('Import a run')
    .last()
    .setInputFiles({
      name: 'bad.gait',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from('no run'),
    });
  await page.getByText(/^bad\.gait was not taken in\. /).waitFor();
});

test('without a place to keep runs the page says so once, and goes on', async () => {
  const page = await visit(HASH, {}, (fresh) =>
    fresh.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('denied', 'SecurityError');
      };
    }),
  );
  await page.getByText(/^This browser keeps nothing for this page/).waitFor();
  const at = Number(await notedOn(page, 'generation'));
  await reachesOn(page, at + 3);
  expect(await page.getByText(/^This browser keeps nothing for this page/).count()).toBe(1);
});

test('the page may load nothing from elsewhere and make no code from text', async () => {
  const page = await visit(HASH);
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  for (const rule of ["default-src 'self'", "script-src 'self'", "object-src 'none'", "base-uri 'none'"])
    expect(policy?.split('; ')).toContain(rule);
  expect(policy).not.toMatch(/unsafe/);
  await page.waitForSelector('html[data-moving="true"]');
  // A moment later, where the allowance that looking in from outside makes no longer holds.
  const outcome = await page.evaluate(
    () =>
      new Promise((resolve) =>
        setTimeout(() => {
          try {
            resolve(new Function('return 1')());
          } catch (error) {
            resolve((error as Error).name);
          }
        }),
      ),
  );
  expect(outcome).toBe('EvalError');
  excuse();
});
