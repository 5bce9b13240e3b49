import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { HASH, offer, savedOn } from './saved.ts';
import { expectVisitors, pageUrl, reachesOn, visit } from './visit.ts';

expectVisitors();

/** Changes every run in storage, as another version of the page might have left it. */
const spoil = (page: Page, to: Record<string, unknown>) =>
  page.evaluate(
    (changes) =>
      new Promise<void>((resolve, reject) => {
        const asked = indexedDB.open('gaitlab');
        asked.onerror = () => reject(asked.error);
        asked.onsuccess = () => {
          const change = asked.result.transaction('runs', 'readwrite');
          const all = change.objectStore('runs').getAll();
          all.onsuccess = () => {
            for (const record of all.result) change.objectStore('runs').put({ ...record, ...changes });
          };
          change.oncomplete = () => {
            asked.result.close();
            resolve();
          };
        };
      }),
    to,
  );

test.each<[string, Record<string, unknown>]>([
  ['an empty experiment', { experiment: {} }],
  ['changes that are none', { pending: null }],
  ['a change of an unknown setting', { pending: { 'task.nope': 1 } }],
  ['an unknown key', { later: { a: 1 } }],
  ['no experiment at all', { experiment: null }],
])('a stored run with %s does not prevent later runs from being saved', async (_, changes) => {
  const page = await visit(HASH);
  await reachesOn(page, 4);
  await savedOn(page, 3);
  const next = await page.context().newPage();
  await page.close();
  await next.goto(`${pageUrl}icon.svg`);
  await spoil(next, { ...changes, generation: 3 });
  await next.goto(`${pageUrl}?renderer=canvas`);
  if (changes.experiment === null) await next.getByText('One saved run cannot be read; it was not changed.').waitFor();
  else await offer(next).getByRole('button', { name: 'Start over' }).click();
  expect(await savedOn(next, 3)).toBeGreaterThan(3);
});

const BLOCKED = /^An older version of this page is open in another tab/;

test('a tab with the former database is reported within seconds, and runs are saved when it is closed', async () => {
  const page = await visit('', {}, undefined, 'icon.svg');
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const asked = indexedDB.open('gaitlab', 1);
        asked.onupgradeneeded = () => asked.result.createObjectStore('replays', { keyPath: 'id' });
        asked.onerror = () => reject(asked.error);
        asked.onsuccess = () => resolve();
      }),
  );
  const next = await page.context().newPage();
  await next.goto(`${pageUrl}?renderer=canvas${HASH}`);
  await next.locator('.notice').filter({ hasText: BLOCKED }).waitFor();
  await reachesOn(next, 4);
  expect(await next.locator('.notice').filter({ hasText: BLOCKED }).count()).toBe(1);
  await page.close();
  expect(await savedOn(next, 3)).toBeGreaterThan(3);
  await next.locator('.notice').filter({ hasText: BLOCKED }).waitFor({ state: 'detached' });
});
