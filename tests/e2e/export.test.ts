import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { DESKTOP, expectVisitors, holdOn, notedOn, PHONE, reachesOn, SIDEWAYS, visit } from './visit.ts';

/** Milliseconds for a whole visit, on a machine with much else to do. */
const PATIENCE = { timeout: 150_000 };

/** An experiment with fast generations and episodes of one second. */
const QUICK = '#body=hopper&task=walk&brain=linear&seed=5&task.duration=1&optimizer.populationSize=6';

const hasFfprobe = spawnSync('ffprobe', ['-version']).status === 0;

expectVisitors();

const tool = (page: Page) => page.getByRole('form', { name: 'What is on the stage' });

/** Learning stands still, its newest champion is on the stage to stay, and the tool is open. */
async function opened(options = {}): Promise<Page> {
  const page = await visit(QUICK, options);
  await reachesOn(page, 1);
  const { now } = await holdOn(page);
  await page.waitForSelector(`html[data-on-stage="${now}"]`);
  await page.locator('body').press('j');
  await tool(page).getByText('Nothing is on stage yet.').waitFor({ state: 'hidden' });
  return page;
}

/** Makes a file of a format; gives its name and where it lies. */
async function made(page: Page, format: string): Promise<{ name: string; path: string }> {
  await tool(page).getByRole('radio', { name: format }).check();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    tool(page)
      .getByRole('button', { name: /^Make the / })
      .click(),
  ]);
  const name = download.suggestedFilename();
  await tool(page).getByText(`${name} is ready`).waitFor();
  return { name, path: await download.path() };
}

function probed(path: string): Record<string, string> {
  const words = ['-v', 'error', '-count_frames', '-select_streams', 'v', '-of', 'json'];
  const asked = ['-show_entries', 'stream=codec_name,width,height,nb_read_frames:format=duration', path];
  const { streams, format } = JSON.parse(execFileSync('ffprobe', [...words, ...asked], { encoding: 'utf8' }));
  return { ...streams[0], ...format };
}

/** Frames and seconds that the form promises. */
async function promised(page: Page): Promise<{ frames: number; seconds: number }> {
  const text = await tool(page)
    .getByText(/^\d+ frames/)
    .textContent();
  const [frames = 0, seconds = 0] = (text?.match(/[\d.]+/g) ?? []).map(Number);
  return { frames, seconds };
}

describe('export', PATIENCE, () => {
  it.skipIf(!hasFfprobe)('makes videos with one frame per step of simulated time, as counted by ffprobe', async () => {
    const page = await opened();
    await tool(page).getByLabel('Size, pixels').selectOption('640x360');
    await tool(page).getByLabel('Speed').selectOption('0.5');
    for (const [format, codec] of [
      ['MP4', 'h264'],
      ['WebM', 'vp9'],
      ['GIF', 'gif'],
    ] as const) {
      await tool(page).getByRole('radio', { name: format }).check();
      const { frames, seconds } = await promised(page);
      expect(frames).toBeGreaterThan(10);
      const { name, path } = await made(page, format);
      expect(name).toMatch(new RegExp(`^generation-\\d+-.*\\.${format.toLowerCase()}$`));
      const { codec_name, width, height, nb_read_frames, duration } = probed(path);
      expect([codec_name, width, height, Number(nb_read_frames)]).toEqual([codec, 640, 360, frames]);
      expect(Math.abs(Number(duration) - seconds)).toBeLessThan(0.11);
    }
  });

  it('makes pictures and tables on a phone, with the chosen caption', async () => {
    const page = await opened(PHONE);
    await tool(page).getByRole('textbox', { name: 'Caption' }).fill('Look at <me>');
    const png = readFileSync((await made(page, 'PNG')).path);
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1280, 720]);
    expect(readFileSync((await made(page, 'SVG')).path, 'utf8')).toContain('Look at &lt;me&gt;');
    const diagram = await made(page, 'Diagram');
    expect(diagram.name).toMatch(/\.footfalls\.svg$/);
    expect(readFileSync(diagram.path, 'utf8')).toMatch(/Look at &lt;me&gt;.*foot/s);
    const lines = readFileSync((await made(page, 'CSV')).path, 'utf8')
      .trimEnd()
      .split('\n');
    const { columns, rows, title, gait } = JSON.parse(readFileSync((await made(page, 'JSON')).path, 'utf8'));
    expect(lines).toHaveLength(rows.length + 1);
    expect(lines[0]).toBe(columns.join(','));
    expect(title).toMatch(/^Generation \d+ /);
    expect(gait.dutyFactors).toHaveLength(1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });

  it.skipIf(!hasFfprobe).each([
    ['a desktop', DESKTOP, 'Tall', [720, 1280]],
    ['a phone', PHONE, 'Square', [720, 720]],
    ['a sideways phone', SIDEWAYS, 'Wide', [1280, 720]],
  ] as const)(
    'makes the film of learning by one button on %s, and learning waits for it',
    async (_, options, shape, size) => {
      // Long enough for a look while it is made.
      const page = await visit(QUICK.replace('duration=1', 'duration=4'), options);
      await reachesOn(page, 6);
      await page.locator('body').press('j');
      const film = page.getByRole('form', { name: 'The film of learning' });
      const waits = page.getByText('Learning waits until the file is ready.');
      await film.getByRole('radio', { name: shape }).check({ force: true });
      const download = page.waitForEvent('download');
      await film.getByRole('button', { name: 'Make a film' }).click();
      await Promise.all([waits.waitFor(), film.getByText(/^\d+ %, about \d+ s left$/).waitFor()]);
      const generation = await notedOn(page, 'generation');
      // A notice says so while the tool is closed.
      await page.locator('body').press('j');
      await page.locator('.notice', { hasText: 'Learning waits' }).waitFor();
      const file = await download;
      expect(file.suggestedFilename()).toBe('hopper-learns.mp4');
      const { width, height, duration } = probed(await file.path());
      expect([width, height]).toEqual(size);
      expect(Number(duration)).toBeLessThan(30);
      await waits.waitFor({ state: 'hidden' });
      await page.waitForFunction((before) => document.documentElement.dataset.generation !== before, generation);
    },
  );

  it.skipIf(!hasFfprobe)('makes an MP4 of some 10 s, and a film of 6 s that is a GIF of at most 2 MB', async () => {
    const page = await opened();
    await tool(page).getByLabel('Size, pixels').selectOption('640x360');
    await tool(page).getByLabel('Speed').selectOption('0.1');
    // An attempt of a second, or a little less if it falls, ten times slower.
    const { seconds } = await promised(page);
    expect(seconds).toBeGreaterThan(6);
    const { path } = await made(page, 'MP4');
    const { width, height, duration } = probed(path);
    expect([width, height]).toEqual([640, 360]);
    expect(Math.abs(Number(duration) - seconds)).toBeLessThan(0.11);
    expect(statSync(path).size).toBeLessThan(4e6);

    const film = page.getByRole('form', { name: 'The film of learning' });
    await film.getByLabel('Format').selectOption('gif');
    const download = page.waitForEvent('download');
    await film.getByRole('button', { name: 'Make a film' }).click();
    const gif = await (await download).path();
    expect(Number(probed(gif).duration)).toBeLessThanOrEqual(6.1);
    expect(Number(probed(gif).duration)).toBeGreaterThan(2);
    expect(statSync(gif).size).toBeLessThanOrEqual(2e6);
  });

  it('can be cancelled, and then downloads nothing', async () => {
    const page = await opened();
    let downloads = 0;
    page.on('download', () => downloads++);
    await tool(page).getByRole('radio', { name: 'GIF' }).check();
    await tool(page).getByLabel('Size, pixels').selectOption('1920x1080');
    await tool(page).getByLabel('Speed').selectOption('0.1');
    await tool(page).getByRole('button', { name: 'Make the GIF' }).click();
    await tool(page).getByRole('button', { name: 'Cancel' }).click();
    await tool(page).getByText('Cancelled. No file was made.').waitFor();
    await tool(page).getByRole('button', { name: 'Make the GIF' }).waitFor();
    expect(downloads).toBe(0);
  });

  it('says if video cannot be encoded, and offers a GIF', async () => {
    const page = await visit(QUICK);
    await page.evaluate(() => Reflect.deleteProperty(window, 'VideoEncoder'));
    await reachesOn(page, 1);
    await page.locator('body').press('j');
    await tool(page).getByText('so MP4 and WebM are not offered').waitFor();
    expect(await tool(page).getByRole('radio', { name: 'MP4' }).isDisabled()).toBe(true);
    await tool(page).getByRole('radio', { name: 'GIF' }).check();
    expect(await tool(page).getByRole('button', { name: 'Make the GIF' }).isEnabled()).toBe(true);
  });
});
