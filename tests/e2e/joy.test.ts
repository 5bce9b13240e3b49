import { expect, it } from 'vitest';
import { faultsOf } from './axe-faults.ts';
import { DESKTOP, expectVisitors, PHONE, reachesOn, SIDEWAYS, visit } from './visit.ts';

expectVisitors();

const QUICK = '#body=hopper&task=walk&brain=linear&seed=5&task.duration=1&optimizer.populationSize=6';
const TEAL = '1f9f8f';

it('gives the creature a colour, which travels in the link and changes no result', async () => {
  const page = await visit(QUICK, PHONE);
  await reachesOn(page, 1);
  await page.locator('body').press('e');
  const teal = page.getByRole('radio', { name: 'Teal' });
  await teal.check();
  expect(await page.evaluate(() => location.hash)).toMatch(new RegExp(`^#body=hopper&.*&colour=${TEAL}$`));
  expect(await faultsOf(page)).toEqual([]);
  const link = await page.evaluate(() => location.hash);
  // Somebody else opens the link: the colour comes with it and is not kept.
  const other = await visit(link);
  await reachesOn(other, 1);
  await other.locator('body').press('e');
  expect(await other.getByRole('radio', { name: 'Teal' }).isChecked()).toBe(true);
  expect(await other.evaluate(() => localStorage.getItem('gaitlab.colour'))).toBeNull();
  expect(await page.evaluate(() => localStorage.getItem('gaitlab.colour'))).toBe(TEAL);
  const third = await visit(link, SIDEWAYS);
  await third.locator('body').press('e');
  expect(await third.getByRole('radio', { name: 'Teal' }).isChecked()).toBe(true);
  await page.getByRole('radio', { name: 'Default' }).check();
  expect(await page.evaluate(() => location.hash)).not.toContain('colour');
});

it('has sound, which is off until it is switched on', async () => {
  let context = 0;
  const page = await visit(QUICK, {}, async (fresh) => {
    await fresh.exposeFunction('noteAudio', () => void context++);
    await fresh.addInitScript(() => {
      const Original = window.AudioContext;
      window.AudioContext = class extends Original {
        constructor() {
          super();
          (window as unknown as { noteAudio(): void }).noteAudio();
        }
      };
    });
  });
  await reachesOn(page, 2);
  expect(context).toBe(0);
  await page.locator('body').press('o');
  const sound = page.getByRole('checkbox', { name: 'Sound' });
  expect(await sound.isChecked()).toBe(false);
  await sound.check();
  await expect.poll(() => context).toBe(1);
});

declare global {
  interface Window {
    /** The most that the stage has shown: pixels in the yellow of confetti, and the height of a line like the flag's pole. */
    most: { yellow: number; pole: number };
    /** Notes of the cheer that have been played. */
    notes: number;
    /** Most grains of dust in a frame before and after a record is celebrated, and in the last frame before. */
    dust: { before: number; after: number; last: number };
  }
}

/** Looks at the stage again and again, in light colours. */
function watchStage(): void {
  window.most = { yellow: 0, pole: 0 };
  // As in memory: blue, green, red from the left.
  const [yellow, ink] = [0xff1fc2ff, 0xff2e2523];
  setInterval(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('.stage canvas');
    if (!canvas?.width) return;
    const { width, height } = canvas;
    const copy = new OffscreenCanvas(width, height).getContext('2d') as OffscreenCanvasRenderingContext2D;
    copy.drawImage(canvas, 0, 0);
    const columns = new Uint16Array(width);
    let count = 0;
    const pixels = new Uint32Array(copy.getImageData(0, 0, width, height).data.buffer);
    for (let i = 0; i < pixels.length; i++) {
      if (pixels[i] === yellow) count++;
      else if (pixels[i] === ink) columns[i % width]!++;
    }
    window.most = { yellow: Math.max(window.most.yellow, count), pole: Math.max(window.most.pole, ...columns) };
  }, 200);
}

/** Counts the grains of dust that are drawn in each frame before a record is celebrated, and from then on. */
function countDust(): void {
  window.dust = { before: 0, after: 0, last: 0 };
  const { fill } = CanvasRenderingContext2D.prototype;
  let count = 0;
  const { dataset } = document.documentElement;
  CanvasRenderingContext2D.prototype.fill = function (this: CanvasRenderingContext2D, ...how: never[]) {
    // The dust is the only thing of its colour that is seen through.
    if (this.fillStyle === '#cbb48c' && this.globalAlpha < 1) count++;
    Reflect.apply(fill, this, how);
  } as typeof fill;
  const frame = () => {
    const { dust } = window;
    if (dataset.celebrations === undefined) Object.assign(dust, { before: Math.max(dust.before, count), last: count });
    else dust.after = Math.max(dust.after, count);
    count = 0;
    requestAnimationFrame(frame);
  };
  frame();
}

function countNotes(): void {
  window.notes = 0;
  const { start } = OscillatorNode.prototype;
  OscillatorNode.prototype.start = function (...when) {
    window.notes++;
    start.apply(this, when);
  };
}

/** A hopper that gets beyond a metre within seconds. */
const HOPPER = '#body=hopper&task=walk&seed=2&task.duration=3';

it.each([
  ['a desktop: flag and confetti, silently', DESKTOP, false, false],
  ['a phone: with a cheer, when sound is on', PHONE, true, false],
  ['a sideways phone: flag and confetti, silently', SIDEWAYS, false, false],
  ['a phone: the flag alone, with reduced motion', PHONE, false, true],
])('celebrates a record on %s', async (_, options, withSound, isCalm) => {
  const asked: string[] = [];
  const motion = isCalm ? 'reduce' : 'no-preference';
  const page = await visit(HOPPER, { ...options, colorScheme: 'light', reducedMotion: motion }, async (fresh) => {
    fresh.on('request', (request) => asked.push(request.url()));
    await fresh.addInitScript(countNotes);
  });
  if (withSound) {
    await page.locator('body').press('o');
    await page.getByRole('checkbox', { name: 'Sound' }).check();
    await page.keyboard.press('Escape');
  }
  await page.evaluate(watchStage);
  await page.evaluate(countDust);
  const before = await page.evaluate(() => window.notes);
  await page.waitForFunction(() => Number(document.documentElement.dataset.bestDistance) > 1);
  // Learning is faster than the stage: the record is shown on request.
  await page.getByRole('button', { name: 'Pause learning' }).click();
  await page.getByRole('button', { name: /, Watch the best$/ }).click();
  await page.waitForSelector('html[data-celebrations]');
  await page.waitForFunction(() => window.most.pole > 40);
  if (!isCalm) await page.waitForFunction(() => window.most.yellow > 15);
  expect(asked.some((url) => url.includes('confetti'))).toBe(!isCalm);
  // Footfalls raise some dust, a record five puffs of three grains at once.
  const dust = await page.evaluate(() => window.dust);
  if (isCalm) expect(dust).toEqual({ before: 0, after: 0, last: 0 });
  else {
    expect(dust.before).toBeGreaterThanOrEqual(3);
    expect(dust.after - dust.last).toBeGreaterThanOrEqual(10);
  }
  if (isCalm) expect(await page.evaluate(() => window.most.yellow)).toBe(0);
  if (withSound) await page.waitForFunction((then) => window.notes > then, before);
  else expect(await page.evaluate(() => window.notes)).toBe(0);
});
