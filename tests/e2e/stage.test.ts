import type { BrowserContextOptions, Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { expectVisitors, notedOn, visit as open, PHONE, reachesOn } from './visit.ts';

expectVisitors();
let page: Page;

/** A visit that waits for a few generations; with reduced motion, so that the camera moves at once. */
async function visit(hash = '', options: BrowserContextOptions = {}): Promise<void> {
  page = await open(hash, { colorScheme: 'light', reducedMotion: 'reduce', ...options });
  await reaches(6);
}

const noted = (name: string) => notedOn(page, name);
const reaches = (wanted: number) => reachesOn(page, wanted);
const press = (key: string) => page.locator('body').press(key);
const button = (name: string) => page.getByRole('button', { name, exact: true });
const menu = () => page.getByRole('dialog', { name: 'Show' });
const choice = (name: string) => menu().getByRole('checkbox', { name });

async function watch(generation: number): Promise<void> {
  await page.getByRole('slider', { name: 'Generation on stage' }).fill(String(generation));
  await page.waitForSelector(`html[data-on-stage="${generation}"]`);
}

/** Pauses the stage some frames after the beginning of an episode, and waits until the camera rests. */
async function hold(frames = 0): Promise<void> {
  await press('k');
  await button('Unfreeze the picture').waitFor();
  await page.evaluate((on) => {
    const type = (key: string) => document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    for (let i = 0; i < 2000; i++) type(',');
    for (let i = 0; i < on; i++) type('.');
  }, frames);
  await calm();
}

/** Waits until the stage shows the same picture in ten consecutive frames, when the camera has finished moving. */
const calm = () =>
  page.evaluate(async () => {
    const canvas = document.querySelector('.stage canvas') as HTMLCanvasElement;
    const picture = () => new Promise<string>((done) => requestAnimationFrame(() => done(canvas.toDataURL())));
    for (let [last, same] = ['', 0]; same < 10; ) {
      const now = await picture();
      same = now === last ? same + 1 : 0;
      last = now;
    }
  });

/** How many pixels of the stage are of a colour, or close to it; and how far to the right they lie in the middle. */
function pixels(colour: number): Promise<{ count: number; x: number }> {
  return page.evaluate((wanted) => {
    const canvas = document.querySelector('.stage canvas') as HTMLCanvasElement;
    const { width, height } = canvas;
    const copy = new OffscreenCanvas(width, height).getContext('2d') as OffscreenCanvasRenderingContext2D;
    copy.drawImage(canvas, 0, 0);
    const { data } = copy.getImageData(0, 0, width, height);
    let [count, sum] = [0, 0];
    for (let i = 0; i < data.length; i += 4) {
      const off = (shift: number, k: number) => Math.abs(((wanted >> shift) & 255) - (data[i + k] as number));
      if (off(16, 0) + off(8, 1) + off(0, 2) > 6) continue;
      count++;
      sum += (i / 4) % width;
    }
    return { count, x: sum / count };
  }, colour);
}

/** Of the paper palette; only the one in front has eyes. */
const GUEST = 0x83aeb3;
const HOT = 0xffc21f;
const EYE = 0xfffaf0;

describe('overlays', () => {
  it('are chosen in a menu by key and pointer, drawn, and stored', async () => {
    await visit();
    const asked: string[] = [];
    page.on('response', (response) => asked.push(response.url()));
    await watch(3);
    await hold(30);
    const before = await pixels(EYE);
    await press('o');
    await menu().waitFor();
    expect(await menu().getByRole('checkbox').count()).toBe(8);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('show-effort');
    expect(asked.some((url) => url.includes('catalogue'))).toBe(false);
    await choice('Centre of mass').check();
    await expect.poll(async () => (await pixels(EYE)).count).toBeGreaterThan(before.count + 30);
    expect(asked.some((url) => url.includes('catalogue'))).toBe(true);
    await choice('Centre of mass').uncheck();
    await expect.poll(async () => (await pixels(EYE)).count).toBeLessThan(before.count + 10);
    await choice('Torque and contacts').check();
    await page.keyboard.press('Escape');
    await menu().waitFor({ state: 'hidden' });
    // It has come down from the centimetre over the ground at which it was born.
    await expect.poll(async () => (await pixels(HOT)).count).toBeGreaterThan(20);

    await page.reload();
    await reaches(1);
    await button('Show').click();
    expect(await choice('Torque and contacts').isChecked()).toBe(true);
    expect(await choice('Effort').isChecked()).toBe(false);
    expect(await page.context().cookies()).toEqual([]);
  });

  it('have a menu that its key opens directly after a dialog is closed', async () => {
    await visit();
    await press('?');
    await page.getByRole('dialog').getByText('What you see').waitFor();
    await page.evaluate(() => {
      document.querySelector<HTMLDialogElement>('dialog[open]')?.close();
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'o', bubbles: true }));
    });
    await menu().waitFor({ timeout: 10_000 });
  });

  it('work without storage', async () => {
    await visit();
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('shut', 'SecurityError');
        },
      });
    });
    await page.reload();
    await reaches(1);
    await press('o');
    await choice('Effort').check();
    expect(await choice('Ancestors').isChecked()).toBe(true);
  });

  it('show rangefinder rays, and say which creatures have none', async () => {
    await visit('#body=biped&task=walk&seed=1');
    await press('o');
    await menu().getByText('this creature has no sight').waitFor();
    await page.evaluate(() => {
      location.hash = '#body=biped&task=hurdles&seed=1';
    });
    await page.waitForFunction(() => document.querySelector('.title')?.textContent?.includes('Hurdles'));
    await menu().getByText('the rays by which it sees the ground').waitFor();
  });

  it('can hide the ancestors', async () => {
    await visit();
    await watch(5);
    await hold(80);
    const newest = 0xe69079;
    expect((await pixels(newest)).count).toBeGreaterThan(100);
    await press('o');
    await choice('Ancestors').uncheck();
    await expect.poll(async () => (await pixels(newest)).count).toBeLessThan(100);
  });
});

describe('ghosts', () => {
  it('are pinned from generations on the timeline, shown along, and unpinned', async () => {
    await visit();
    expect(await button('Keep as ghost').count()).toBe(0);
    await watch(1);
    await button('Keep as ghost').click();
    await watch(3);
    await press('p');
    await watch(5);
    await hold(80);
    const both = (await pixels(GUEST)).count;
    expect(both).toBeGreaterThan(100);
    await press('o');
    await menu().getByRole('button', { name: 'Remove the ghost of generation 1' }).click();
    expect(await menu().locator('.pins button').allTextContents()).toEqual(['3']);
    await menu().getByRole('button', { name: 'Remove the ghost of generation 3' }).click();
    await expect.poll(async () => (await pixels(GUEST)).count).toBeLessThan(20);
  });

  it('are at most four, and removed when another run begins', async () => {
    await visit();
    await page.getByRole('button', { name: 'Pause learning' }).click();
    for (const generation of [0, 1, 2, 3]) {
      await watch(generation);
      await button('Keep as ghost').click();
    }
    await watch(4);
    expect(await button('Keep as ghost').isDisabled()).toBe(true);
    await press('r');
    await press('o');
    await menu().getByText('None yet.').waitFor();
  });
});

describe('the camera', () => {
  it('can be dragged and zoomed, and follows again', async () => {
    await visit();
    await watch(2);
    await hold();
    const before = await pixels(EYE);
    await page.mouse.move(900, 400);
    await page.mouse.down();
    await page.mouse.move(950, 380, { steps: 4 });
    await page.mouse.move(1100, 380, { steps: 4 });
    await page.mouse.up();
    await calm();
    expect((await pixels(EYE)).x - before.x).toBeCloseTo(200, -1);
    await button('Follow').click();
    await calm();
    expect((await pixels(EYE)).x).toBeCloseTo(before.x, -1);
    await button('Follow').waitFor({ state: 'hidden' });

    await page.mouse.move(700, 400);
    await page.mouse.wheel(0, -240);
    await calm();
    expect((await pixels(EYE)).count / before.count).toBeGreaterThan(1.5);
    await page.mouse.dblclick(700, 300);
    await calm();
    expect((await pixels(EYE)).count / before.count).toBeCloseTo(1, 1);
  });

  it('is moved by keys and by buttons too', async () => {
    await visit();
    await watch(2);
    await hold();
    const before = await pixels(EYE);
    await press('d');
    await calm();
    expect((await pixels(EYE)).x).toBeLessThan(before.x - 100);
    await press('0');
    await button('Follow').waitFor({ state: 'hidden' });
    await press('x');
    await calm();
    expect((await pixels(EYE)).count).toBeLessThan(0.75 * before.count);
    await press('o');
    await menu().getByRole('button', { name: 'Zoom in' }).click();
    await button('Follow').waitFor({ state: 'hidden' });
  });

  it('is zoomed by two fingers', async () => {
    await visit('', PHONE);
    await watch(2);
    await hold();
    const before = await pixels(EYE);
    const session = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...xs: number[]) =>
      session.send('Input.dispatchTouchEvent', { type, touchPoints: xs.map((x, id) => ({ x, y: 450, id })) });
    await touch('touchStart', 150, 230);
    for (const out of [10, 20, 30, 40]) await touch('touchMove', 150 - out, 230 + out);
    await touch('touchEnd');
    await calm();
    expect((await pixels(EYE)).count / before.count).toBeGreaterThan(1.5);
    await button('Follow').tap();
  });
});

describe('a paused stage', () => {
  it('stands still while learning continues, and steps by frames', async () => {
    await visit();
    await watch(2);
    await button('Freeze the picture').click();
    await button('Unfreeze the picture').click();
    await hold(10);
    const time = async () => Number(await noted('stageTime'));
    const held = await time();
    await reaches(Number(await noted('generation')) + 3);
    expect(await time()).toBe(held);
    await press('.');
    await press('.');
    await calm();
    const frame = ((await time()) - held) / 2;
    await button('One frame back').click();
    await expect.poll(async () => ((await time()) - held) / frame).toBeCloseTo(1, 1);
    await press('k');
    await page.waitForFunction((then) => Number(document.documentElement.dataset.stageTime) !== then, await time());
    await press(',');
    await button('Unfreeze the picture').waitFor();
    // The film is not meant to be a still.
    await press('f');
    await button('Freeze the picture').waitFor();
  });

  it('can be shown ten times slower', async () => {
    await visit();
    await page.getByRole('slider', { name: 'Speed' }).fill('0');
    expect(await page.textContent('output')).toBe('0.1×');
  });
});

it('leaves everything within reach on a phone', async () => {
  await visit('', PHONE);
  await watch(2);
  await hold();
  await press('z');
  await button('Follow').waitFor();
  for (const each of await page.locator('.looking > button').all()) {
    const box = await each.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(735);
  }
});
