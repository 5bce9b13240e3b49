import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { BARE, expectVisitors, reachesOn, SIZES, visit } from './visit.ts';

expectVisitors();

declare global {
  interface Window {
    /** How far what stood on the page has been moved about, as layout-shift counts it. */
    shifted: number;
  }
}

/** Watches from before anything is laid out. */
function watchShifts(): void {
  window.shifted = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) {
      if (!entry.hadRecentInput) window.shifted += entry.value;
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

it.each(SIZES)('is painted at once on %s, without layout shifts while the rest loads', async (_, options) => {
  const page = await visit(BARE, options, (opened) => opened.addInitScript(watchShifts));
  await page.waitForSelector('html[data-moving="true"]');
  await reachesOn(page, 8);
  await page.locator('.plot canvas').waitFor();
  expect(await page.evaluate(() => window.shifted)).toBeLessThan(0.01);
  expect(await page.evaluate(() => performance.getEntriesByName('first-contentful-paint').length)).toBe(1);
  expect(await page.title()).toBe('Gaitlab: watch it learn to walk');
  expect(await page.getAttribute('meta[name=description]', 'content')).toMatch(/^Creatures with legs .{40,140}$/);
});

it('loads at first exactly the files that its size limit counts', async () => {
  const asked = new Set<string>();
  const page = await visit(BARE, {}, (opened) =>
    opened.on('request', (request) => asked.add(request.url().replace(/^.*\//, ''))),
  );
  await page.waitForSelector('html[data-moving="true"]');
  await page.locator('.plot canvas').waitFor();
  const built = readdirSync('dist/web/assets').filter((name) => name.endsWith('.js'));
  const later = built.filter((name) => name.startsWith('later-'));
  expect(later.length).toBeGreaterThan(8);
  // Checks of a run and the footfall diagram come when there is a creature to look at; the trained one is loaded beside.
  const early = [...asked].filter(
    (name) =>
      later.includes(name) &&
      !/^later-(checkup|footfalls|start-saving|run-file|verified-walker|natural-walk)-/.test(name),
  );
  expect(early).toEqual([]);
});

/** Built scripts that these import, directly or by way of others. */
function withImports(names: readonly string[]): Set<string> {
  const found = new Set(names);
  for (const name of found) {
    const text = readFileSync(`dist/web/assets/${name}`, 'utf8');
    for (const [, imported = ''] of text.matchAll(/(?:from|import)\s*["`]\.\/([^"`]+\.js)["`]/g)) found.add(imported);
  }
  return found;
}

it('counts in the size of the player all that it loads to show a replay', () => {
  const limits = JSON.parse(readFileSync('package.json', 'utf8'))['size-limit'] as { name: string; path: string[] }[];
  const [, counted = ''] = /\{(.*)\}/.exec(limits.find(({ name }) => /player/.test(name))?.path[0] ?? '') ?? [];
  const nameOf = (file: string) => file.replace(/-[\w-]{8}\.js$/, '');
  const built = readdirSync('dist/web/assets').filter((name) => name.endsWith('.js'));
  const loaded = withImports(
    built.filter((name) => /^(player|stage|webgl-renderer|palette|verify)$/.test(nameOf(name))),
  );
  expect([...loaded].map(nameOf).sort()).toEqual(counted.split(',').sort());
});
