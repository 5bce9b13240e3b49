import { notedOn, openPage, reaches, straightHistory } from '../scripts/open-page.mjs';

/**
 * Crashes the page repeatedly during a run and continues the run each time. Prints how many generations were lost, and whether
 * the history equals that of an uninterrupted run. The first argument is the number of crashes, 20 by default.
 */
const CRASHES = Number(process.argv[2] ?? 20);
const RUN = '#body=hopper&task=walk&brain=linear&seed=5&task.duration=2';
/** Shortest and longest time until a crash, milliseconds. */
const TIMES = [3000, 12_000];

const opened = await openPage();
const context = await opened.browser.newContext({ viewport: { width: 1440, height: 900 } });

let page = await context.newPage();
await page.goto(opened.url + RUN);
await reaches(page, 20);
/** @type {number[]} */
const lost = [];
for (let i = 0; i < CRASHES; i++) {
  const [least = 0, most = 0] = TIMES;
  // Spread over the interval of saving, the same in each run of the benchmark.
  await page.waitForTimeout(least + ((i * 0.618) % 1) * (most - least));
  const generation = Number((await notedOn(page)).generation);
  const crashed = page.waitForEvent('crash');
  const session = await context.newCDPSession(page);
  session.send('Page.crash').catch(() => {});
  await crashed;
  await page.close();
  page = await context.newPage();
  await page.goto(opened.url + RUN);
  const offer = page.locator('.notice', { hasText: 'Continue?' });
  const kept = Number(
    ((await offer.textContent({ timeout: 60_000 })) ?? '').match(/generation ([\d ]+)/u)?.[1]?.replace(/\D/g, ''),
  );
  await offer.getByRole('button', { name: 'Continue' }).click();
  await reaches(page, kept + 1);
  lost.push(generation - kept);
  console.log(`crash ${i + 1}: at generation ${generation}, kept ${kept}`);
}
await page.getByRole('button', { name: 'Pause learning' }).click();
const end = await notedOn(page);
await page.close();

const history = await straightHistory(opened, RUN, Number(end.generation));
await opened.close();

console.log(
  `${CRASHES} crashes, ${end.generation} generations, lost at most ${Math.max(0, ...lost)} of them at a time`,
);
console.log(
  history === end.history
    ? `same history as without crashes: ${end.history}`
    : `DIFFERENT: ${end.history}, without crashes ${history}`,
);
process.exitCode = history === end.history ? 0 : 1;
