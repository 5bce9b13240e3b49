import { setTimeout as pass } from 'node:timers/promises';
import { usedBy } from '../scripts/memory-use.mjs';
import { notedOn, openPage, reaches } from '../scripts/open-page.mjs';
import { median, watchFrames } from './frames.mjs';
import { dragInEditor } from './page-editor.mjs';

/**
 * Performance of the built page: first paint, frames per second while evolution uses all workers and 64 creatures are on the
 * stage, long tasks of the main thread, the time until a creature walks 10 m, memory over 2,000 generations, the time of a seek
 * in the player, frames per second while 20 parts are dragged in the editor, and the time to make an MP4. An argument names one of
 * the measures below.
 */
const CROWD = '#body=biped&task=walk&seed=1&optimizer.populationSize=64';
const LONG_RUN = '#body=hopper&task=walk&brain=linear&seed=5&task.duration=2&optimizer.populationSize=8';
/** Seconds. */
const WATCHED = 60;

// Scripts that run in the page.
const PAINTED = `['first-contentful-paint', 'first-motion'].map((name) => performance.getEntriesByName(name)[0].startTime)`;

const opened = await openPage();
const options = { viewport: { width: 1440, height: 900 } };

async function paint() {
  const page = await opened.browser.newPage(options);
  await page.goto(opened.url);
  await page.waitForSelector('html[data-moving="true"]');
  const at = /** @type {number[]} */ (await page.evaluate(PAINTED));
  await page.close();
  return { 'first paint, ms': Math.round(at[0] ?? 0), 'first motion, ms': Math.round(at[1] ?? 0) };
}

async function motion() {
  const page = await opened.browser.newPage(options);
  await page.goto(opened.url + CROWD);
  await reaches(page, 3);
  await page.getByRole('button', { name: 'The whole generation at once' }).click();
  await page.locator('.deed', { hasText: /^The best of 64 / }).waitFor();
  const result = await watchFrames(opened.browser, page, WATCHED, () => pass(WATCHED * 1000));
  await page.close();
  return result;
}

/** From the opening of the page until a creature of its first run has walked 10 m. */
async function walk() {
  const page = await opened.browser.newPage(options);
  const start = performance.now();
  await page.goto(opened.url);
  while (Number((await notedOn(page)).bestDistance ?? 0) < 10) await pass(20);
  const took = (performance.now() - start) / 1000;
  const { generation } = await notedOn(page);
  await page.close();
  return { 'a walk of 10 m after, s': took.toFixed(1), 'in generation': String(generation) };
}

const editor = () => dragInEditor(opened, CROWD, options);

async function memory() {
  const page = await opened.browser.newPage(options);
  await page.goto(opened.url + LONG_RUN);
  /** @type {Record<string, string>} */
  const result = {};
  /** @type {number[]} */
  const onPage = [];
  for (const generation of [500, 1000, 1500, 2000]) {
    await reaches(page, generation);
    const used = await usedBy(page);
    onPage.push(used);
    result[`memory at generation ${generation}, MB`] = (used / 2 ** 20).toFixed(2);
  }
  await page.close();
  const growth = Math.max(...onPage) / Math.min(...onPage) - 1;
  return { ...result, 'memory of the page, spread': `${(100 * growth).toFixed(1)} %` };
}

/** Measures the time that each frame takes of the main thread. */
const TIME_FRAMES = `{
  const request = requestAnimationFrame.bind(globalThis);
  globalThis.requestAnimationFrame = (draw) =>
    request((time) => {
      const start = performance.now();
      draw(time);
      const took = performance.now() - start;
      // All callbacks of one frame get the same time.
      globalThis.frameTook = (globalThis.frameTime === time ? globalThis.frameTook : 0) + took;
      globalThis.frameTime = time;
    });
}`;

/** Seeks by the slider; returns the time of the seek and of the next frame, milliseconds. */
const SEEK_TO = `(share) => {
  const slider = document.querySelector('input[type=range]');
  const start = performance.now();
  slider.value = String(share * Number(slider.max));
  slider.dispatchEvent(new Event('input', { bubbles: true }));
  const took = performance.now() - start;
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(took + globalThis.frameTook))));
}`;

/** Seeks all over a recording in the paused player, drawn by the canvas renderer without a graphics card. */
async function seek() {
  const page = await opened.browser.newPage(options);
  await page.addInitScript(TIME_FRAMES);
  await page.goto(opened.url.replace('?', 'player.html?'));
  const pick = page.locator('input[type=file][aria-label="Choose a file"]');
  await pick.setInputFiles('tests/fixtures/replays/version-1.replay.json');
  await page.getByRole('button', { name: 'Pause' }).click();
  const times = [];
  for (let i = 0; i < 300; i++) {
    times.push(/** @type {number} */ (await page.evaluate(`(${SEEK_TO})(${(i * 0.618) % 1})`)));
  }
  await page.close();
  times.sort((a, b) => a - b);
  return {
    'seek and draw, ms, median': median(times).toFixed(2),
    'seek and draw, ms, 95 of 100 within': times[Math.floor(0.95 * times.length)]?.toFixed(2) ?? '',
    'seek and draw, ms, worst': times.at(-1)?.toFixed(2) ?? '',
  };
}

/** From the click until an MP4 of some 10 s at 640x360 is there: an attempt of a second, shown ten times slower. */
async function film() {
  const page = await opened.browser.newPage({ ...options, acceptDownloads: true });
  await page.goto(`${opened.url}#body=hopper&task=walk&brain=linear&seed=5&task.duration=1&optimizer.populationSize=6`);
  await reaches(page, 1);
  await page.getByRole('button', { name: 'Pause learning' }).click();
  await page.locator('body').press('j');
  const form = page.getByRole('form', { name: 'What is on the stage' });
  await form.getByLabel('Size, pixels').selectOption('640x360');
  await form.getByLabel('Speed').selectOption('0.1');
  const length = (await form.getByText(/^\d+ frames/).textContent()) ?? '';
  await form.getByRole('radio', { name: 'MP4' }).check();
  const start = performance.now();
  await Promise.all([page.waitForEvent('download'), form.getByRole('button', { name: 'Make the MP4' }).click()]);
  const took = (performance.now() - start) / 1000;
  await page.close();
  return { [`an MP4 at 640 × 360 of ${length}, made in s`]: took.toFixed(1) };
}

for (const measure of [paint, motion, walk, memory, seek, editor, film]) {
  if (process.argv[2] && process.argv[2] !== measure.name) continue;
  for (const [what, value] of Object.entries(await measure())) console.log(`${what}: ${value}`);
}
await opened.close();
