import { residentIn, usedBy } from '../scripts/memory-use.mjs';
import { openPage, reaches } from '../scripts/open-page.mjs';

/**
 * Runs a tiny task on the page for many generations, with saving. Prints the memory of the page and of its process with all
 * workers by quarters, and the size of the storage. Exits with 1 when the last quarter uses 5 % more memory than the second,
 * apart from the data of the charts, or when the storage exceeds its limit. The first argument is the number of generations,
 * 5000 by default.
 */
const GENERATIONS = Number(process.argv[2] ?? 5000);
const RUN =
  '#body=hopper&task=walk&brain=linear&seed=1&task.duration=1&optimizer.populationSize=4&run.championTrials=1';
/** Samples in each quarter. */
const SAMPLES = 4;
const MB = 2 ** 20;
/**
 * Bytes that a generation adds to the page, for the first 20,000: 17 columns of history and 3 of the chart, in arrays that the
 * engine enlarges by half when they are full.
 */
const CHART_BYTES = 20 * 8 * 1.5;
/** Two files of 4,096 points in 16 columns and 512 champions with up to 3 kB each (docs/formats.md), bytes. */
const STORAGE_LIMIT = 2 * (4096 * 16 * 8 + 512 * 3 * 1024);
const STORED = `navigator.storage.estimate().then(({ usage, usageDetails }) => usageDetails?.indexedDB ?? usage)`;

/** @param {number[]} values */
const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
/** @param {number[]} values */
const inMegabytes = (values) => values.map((each) => `${(each / MB).toFixed(2)} MB`).join(', ');
/** Growth from the second to the last quarter. @param {number[]} quarters */
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
  const samples = { used: [], resident: [], stored: [] };
  for (let sample = 1; sample <= SAMPLES; sample++) {
    await reaches(page, Math.floor((GENERATIONS * (quarter + sample / SAMPLES)) / 4));
    samples.resident.push(await residentIn(opened.browser));
    // Paused, so that the run does not go on during the measurement.
    await page.getByRole('button', { name: 'Pause learning' }).click();
    samples.used.push(await usedBy(page));
    await page.getByRole('button', { name: 'Resume learning' }).click();
    samples.stored.push(/** @type {number} */ (await page.evaluate(STORED)));
  }
  quarters.used.push(median(samples.used));
  quarters.resident.push(median(samples.resident));
  quarters.stored.push(Math.max(...samples.stored));
  console.log(`at generation ${await page.evaluate('document.documentElement.dataset.generation')}:`);
  for (const [what, values] of Object.entries(samples)) console.log(`  ${what}: ${inMegabytes(values)}`);
}
const seconds = (performance.now() - started) / 1000;
const notices = await page.locator('.notice').allTextContents();
await opened.close();

console.log(`${GENERATIONS} generations in ${seconds.toFixed(0)} s`);
console.log(`the page by quarters: ${inMegabytes(quarters.used)}`);
console.log(`its process, resident, by quarters: ${inMegabytes(quarters.resident)}`);
console.log(`stored at most, by quarters: ${inMegabytes(quarters.stored)}`);
const chartData = (CHART_BYTES * Math.min(GENERATIONS, 20_000)) / 2;
const growth = {
  'the page': growthOf(quarters.used),
  'the page without chart data': growthOf(quarters.used.map((each, i) => each - (i === 3 ? chartData : 0))),
  'its process': growthOf(quarters.resident),
};
for (const [what, value] of Object.entries(growth))
  console.log(`last quarter against the second, ${what}: ${(100 * value).toFixed(1)} %`);
const most = Math.max(...quarters.stored);
console.log(`stored at most ${(most / MB).toFixed(2)} MB, limit ${(STORAGE_LIMIT / MB).toFixed(2)} MB`);
for (const text of [...notices, ...complaints]) console.log(`the page says: ${text}`);
const isFlat = growth['the page without chart data'] <= 0.05 && !(growth['its process'] > 0.05);
if (!isFlat || most > STORAGE_LIMIT || complaints.length > 0) process.exitCode = 1;
