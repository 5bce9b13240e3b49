import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { runFromFile, runToFile } from '../../src/format/run-file.ts';
import { createHash } from '../../src/math/hash.ts';
import { createCheckpointBuilder } from '../../src/run/checkpoint.ts';
import { inProcess } from '../../src/run/evaluator.ts';
import { initialState, run } from '../../src/run/run.ts';
import { continued, continueOn, expectStraight, exportedBy, HASH, offer, savedOn } from './saved.ts';
import { excuse, expectVisitors, historyInNode, holdOn, notedOn, pageUrl, reachesOn, visit } from './visit.ts';

expectVisitors();

test('a run continues after a reload, to the same bits as an uninterrupted one', async () => {
  const page = await visit(HASH);
  await reachesOn(page, 5);
  // A paused run is saved at once.
  await holdOn(page);
  const saved = await savedOn(page, 5);
  // As if it had learned on after that save, and the page had been left before the next one.
  await page.evaluate((left) => {
    addEventListener('pagehide', () => {
      const note = JSON.parse(sessionStorage.getItem('gaitlab-left') ?? '') as { id: string; generation: number };
      sessionStorage.setItem('gaitlab-left', JSON.stringify({ ...note, generation: left }));
    });
  }, saved + 4);
  await page.reload();
  await continued(page).getByRole('button', { name: 'Start over' }).waitFor();
  expect(await continued(page).textContent()).toContain(
    `It was at ${saved + 4} and learns the rest again, with the same results.`,
  );
  const at = await continueOn(page);
  expect(at).toBeGreaterThanOrEqual(saved - 1);
  await expectStraight(page, at + 1);
  // The timeline has the whole run, from the first generation on.
  const slider = page.getByRole('slider', { name: 'Generation on stage' });
  await slider.fill('1');
  await page.waitForSelector('html[data-on-stage="1"]');
});

test('a run continues after repeated crashes, whatever the address is', async () => {
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
  await expectStraight(last, at + 1);
  excuse();
});

test('another experiment in the address begins without an offer', async () => {
  const page = await visit(HASH);
  await reachesOn(page, 5);
  await holdOn(page);
  await savedOn(page, 5);
  const other = await page.context().newPage();
  await page.close();
  await other.goto(`${pageUrl}?renderer=canvas#body=dog&task=walk&seed=1&task.duration=2`);
  await savedOn(other, 3);
  expect(await offer(other).count()).toBe(0);
  await other.locator('body').press('n');
  await other.getByRole('listitem', { name: 'Hopper' }).waitFor();
});

test('two tabs do not continue the same run', async () => {
  const page = await visit(HASH);
  await reachesOn(page, 5);
  await holdOn(page);
  await savedOn(page, 5);
  const other = await page.context().newPage();
  await other.goto(`${pageUrl}?renderer=canvas${HASH}`);
  await other.getByText('Your hopper is running in another tab, so this tab starts a new run.').waitFor();
  await other.locator('body').press('n');
  const there = other.getByRole('listitem', { name: 'Hopper' });
  await there.getByText('in another tab', { exact: true }).waitFor();
  expect(await there.getByRole('button', { name: 'Resume Hopper' }).isDisabled()).toBe(true);
  await page.close();
  await expectStraight(other, 3);
});

test('a run is named, deleted, restored and exported, and continues from its file', async () => {
  const page = await visit(HASH);
  await reachesOn(page, 5);
  await holdOn(page);
  await savedOn(page, 4);
  // Coming back by the address, as a reload would continue by itself.
  const address = page.url();
  await page.goto('about:blank');
  await page.goto(address);
  await offer(page).getByRole('button', { name: 'Start over' }).click();
  // Otherwise it could be farther than the file that is imported below.
  await holdOn(page, 0);
  await page.locator('body').press('n');
  const list = page.getByRole('region', { name: 'Saved in this browser' });
  await list.getByRole('button', { name: 'Rename Hopper' }).click();
  await list.getByRole('textbox', { name: 'Name' }).fill('Mr. Hop');
  await list.getByRole('textbox', { name: 'Name' }).press('Enter');
  await list.getByRole('button', { name: 'Delete Mr. Hop' }).click();
  await page.getByRole('listitem', { name: 'Mr. Hop' }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Undo' }).click();
  const file = await exportedBy(page, list.getByRole('button', { name: 'Export Mr. Hop as a file' }));
  expect(basename(file)).toMatch(/^mr-hop-generation-\d+\.gait$/);
  const { state } = runFromFile(readFileSync(file), file);
  expect(createHash(state.history).digest()).toBe(await historyInNode(state.experiment, state.generation - 1));

  const importer = page.locator('input[type="file"]');
  await importer.setInputFiles(file);
  await expectStraight(page, state.generation);

  // As the command line keeps it: without the numbers that the page draws beside best and mean.
  const ledger = createCheckpointBuilder(initialState(state.experiment));
  for await (const generation of run(state.experiment, inProcess)) {
    ledger.add(generation);
    if (generation.generation === 3) break;
  }
  const buffer = Buffer.from(runToFile(ledger.checkpoint(1)));
  await importer.setInputFiles({ name: 'checkpoint.gait', mimeType: 'application/octet-stream', buffer });
  await page.getByRole('listitem', { name: 'checkpoint' }).waitFor();
  await expectStraight(page, state.generation + 2);

  await page
    .getByLabel('Import a run')
    .last()
    .setInputFiles({
      name: 'bad.gait',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from('no run'),
    });
  await page.getByText(/^bad\.gait is /).waitFor();
});

test('without storage the page says so once, and learning continues', async () => {
  const page = await visit(HASH, {}, (fresh) =>
    fresh.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('denied', 'SecurityError');
      };
    }),
  );
  await page.getByText(/^This browser stores nothing for this page/).waitFor();
  const at = Number(await notedOn(page, 'generation'));
  await reachesOn(page, at + 3);
  expect(await page.getByText(/^This browser stores nothing for this page/).count()).toBe(1);
});

test('the page may not load from other origins or evaluate text as code', async () => {
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
