import { residentIn, usedBy } from '../scripts/memory-use.mjs';
import { openPage, reaches } from '../scripts/open-page.mjs';

/**
 * A tiny task for very many generations on the page, kept as it goes: prints the memory of the page and of its process with all
 * workers by quarters, and how much is stored. Exits with 1 when the last quarter holds 5 % more than the second, what the
 * charts are drawn from left out, or when more is stored than may be. So many generations: the first argument, or 5000.
 */
const GENERATIONS = Number(process.argv[2] ?? 5000);
const RUN =
  '#body=hopper&task=walk&brain=linear&seed=1&task.duration=1&optimizer.populationSize=4&run.championTrials=1';
/** Looks in each quarter. */
const LOOKS = 4;
const MB = 2 ** 20;
/**
 * What a generation adds to the page until there are 20,000, bytes: 17 columns of its history and 3 of the chart, which the
 * engine makes half as long again whenever they are full.
 */
const CHARTED = 20 * 8 * 1.5;
/** Two files of 4,096 points in 16 columns and of 512 champions with up to 3 kB each (docs/formats.md), bytes. */
const MAY_BE_STORED = 2 * (4096 * 16 * 8 + 512 * 3 * 1024);
const STORED = `navigator.storage.estimate().then(({ usage, usageDetails }) => usageDetails?.indexedDB ?? usage)`;

/** @param {number[]} values */
const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
/** @param {number[]} values */
const inMegabytes = (values) => values.map((each) => `${(each / MB).toFixed(2)} MB`).join(', ');
/** The last quarter against the second. @param {number[]} quarters */
const growthOf = ([, second = 0, , last = 0]) => last / second - 1;

const opened = await openPage();
const page = await opened.browser.newPage({ viewport: { width: 1440, height: 900 } });
/** @type {string[]} */
const complaints = [];
page.on('pageerror', ({ message }) => complaints.push(message));
page.on('console', (message) => {
  if (/error|warning/.test(message.type())) complaints.push(message.text());
});
await page.goto(opened.url + RUN);
/** @type {{ used: number[]; resident: number[]; stored: number[] }} */
const quarters = { used: [], resident: [], stored: [] };
const started = performance.now();
for (let quarter = 0; quarter < 4; quarter++) {
  /** @type {{ used: number[]; resident: number[]; stored: number[] }} */
  const looks = { used: [], resident: [], stored: [] };
  for (let look = 1; look <= LOOKS; look++) {
    await reaches(page, Math.floor((GENERATIONS * (quarter + look / LOOKS)) / 4));
    looks.resident.push(await residentIn(opened.browser));
    // Held meanwhile, or the run would be far ahead of what is looked at.
    await page.getByRole('button', { name: 'Pause learning' }).click();
    looks.used.push(await usedBy(page));
    await page.getByRole('button', { name: 'Go on learning' }).click();
    looks.stored.push(/** @type {number} */ (await page.evaluate(STORED)));
  }
  quarters.used.push(median(looks.used));
  quarters.resident.push(median(looks.resident));
  quarters.stored.push(Math.max(...looks.stored));
  console.log(`at generation ${await page.evaluate('document.documentElement.dataset.generation')}:`);
  for (const [what, values] of Object.entries(looks)) console.log(`  ${what}: ${inMegabytes(values)}`);
}
const seconds = (performance.now() - started) / 1000;
const notices = await page.locator('.notice').allTextContents();
await opened.close();

console.log(`${GENERATIONS} generations in ${seconds.toFixed(0)} s`);
console.log(`the page by quarters: ${inMegabytes(quarters.used)}`);
console.log(`its process, resident, by quarters: ${inMegabytes(quarters.resident)}`);
console.log(`stored at most, by quarters: ${inMegabytes(quarters.stored)}`);
const charted = (CHARTED * Math.min(GENERATIONS, 20_000)) / 2;
const growth = {
  'the page': growthOf(quarters.used),
  'the page without what is charted': growthOf(quarters.used.map((each, i) => each - (i === 3 ? charted : 0))),
  'its process': growthOf(quarters.resident),
};
for (const [what, value] of Object.entries(growth))
  console.log(`last quarter against the second, ${what}: ${(100 * value).toFixed(1)} %`);
const most = Math.max(...quarters.stored);
console.log(`stored at most ${(most / MB).toFixed(2)} MB, of ${(MAY_BE_STORED / MB).toFixed(2)} MB that may be`);
for (const text of [...notices, ...complaints]) console.log(`the page says: ${text}`);
const isFlat = growth['the page without what is charted'] <= 0.05 && !(growth['its process'] > 0.05);
if (!isFlat || most > MAY_BE_STORED || complaints.length > 0) process.exitCode = 1;
