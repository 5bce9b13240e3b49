import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pass } from 'node:timers/promises';
import { openPage, reaches } from './open-page.mjs';

/** The README's picture and its short clip of a run that learns, from the real page. Needs ffmpeg for the clip. */
const OUT = 'docs/media';
/** The page’s first creature. */
const LINK = '';
/** Generations whose champions the clip shows, and seconds of each. */
const SHOWN = [0, 8, 40, 100, 165];
const EACH = 2.4;
/** Pictures per second, and frames of a recording per picture. */
const RATE = 12.5;
const STRIDE = 4;

const opened = await openPage(['--hide-scrollbars']);
mkdirSync(OUT, { recursive: true });

/** @param {import('playwright').BrowserContextOptions} options */
async function visit(options) {
  const context = await opened.browser.newContext({ colorScheme: 'light', bypassCSP: true, ...options });
  const page = await context.newPage();
  await page.addInitScript("localStorage.setItem('gaitlab.tour', 'offered')");
  await page.goto(opened.url + LINK);
  await reaches(page, Math.max(...SHOWN) + 1);
  await page.getByRole('button', { name: 'Pause learning' }).click();
  // What stands there only because the picture is held.
  await page.addStyleTag({ content: '.looking { visibility: hidden }' });
  return page;
}

/** @param {import('playwright').Page} page @param {number} generation */
async function watch(page, generation) {
  await page.getByRole('slider', { name: 'Generation on stage' }).fill(String(generation));
  await page.waitForSelector(`html[data-on-stage="${generation}"]`);
  await page.getByRole('slider', { name: 'Generation on stage' }).blur();
  await page.locator('body').press('k');
  await step(page, -2000);
}

/** @param {import('playwright').Page} page @param {number} frames */
async function step(page, frames) {
  const key = frames < 0 ? ',' : '.';
  await page.evaluate(`for (let i = 0; i < ${Math.abs(frames)}; i++)
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '${key}', bubbles: true }))`);
}

async function picture() {
  const page = await visit({ viewport: { width: 1440, height: 900 } });
  await watch(page, Math.max(...SHOWN));
  await step(page, 290);
  // The camera comes to rest.
  await pass(2000);
  await page.screenshot({ path: join(OUT, 'walking.png') });
}

/** The picture is held and led on frame by frame, so that the clip is as smooth from a slow machine as from a fast one. */
async function clip() {
  const page = await visit({ viewport: { width: 960, height: 600 }, reducedMotion: 'reduce' });
  const folder = mkdtempSync(join(tmpdir(), 'clip-'));
  let count = 0;
  for (const generation of SHOWN) {
    await watch(page, generation);
    await pass(500);
    for (let taken = 0; taken < EACH * RATE; taken++) {
      await step(page, STRIDE);
      await pass(60);
      await page.screenshot({ path: join(folder, `${String(count++).padStart(4, '0')}.png`) });
    }
  }
  const looks =
    'scale=720:-1:flags=lanczos,split[a][b];[a]palettegen=max_colors=96:stats_mode=diff[p];[b][p]paletteuse=dither=none';
  const from = ['-framerate', String(RATE), '-i', join(folder, '%04d.png')];
  execFileSync('ffmpeg', ['-y', '-loglevel', 'error', ...from, '-vf', looks, join(OUT, 'learning.gif')]);
  rmSync(folder, { recursive: true });
}

await picture();
await clip();
await opened.close();
