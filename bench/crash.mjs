import { notedOn, openPage, reaches, straightHistory } from '../scripts/open-page.mjs';

/**
 * Crashes the page again and again in the middle of a run, and goes on with it each time: what was lost, and whether the run
 * came to the same history as one that was never stopped. So many crashes: the first argument, or 20.
 */
const CRASHES = Number(process.argv[2] ?? 20);
const RUN = '#body=hopper&task=walk&brain=linear&seed=5&task.duration=2';
/** Milliseconds that a page lives at least and at most. */
const LIVES = [3000, 12_000];

const opened = await openPage();
const context = await opened.browser.newContext({ viewport: { width: 1440, height: 900 } });

let page = await context.newPage();
await page.goto(opened.url + RUN);
await reaches(page, 20);
/** @type {number[]} */
const lost = [];
for (let i = 0; i < CRASHES; i++) {
  const [least = 0, most = 0] = LIVES;
  // Spread over the rhythm of saving, the same each time.
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
    ? `the history is the straight run's: ${end.history}`
    : `DIFFERENT: ${end.history}, straight ${history}`,
);
process.exitCode = history === end.history ? 0 : 1;
