import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { experimentFromHash } from '../../src/format/experiment-link.ts';
import { bodyOf } from '../../src/run/experiment.ts';
import { faultsOf } from './axe-faults.ts';
import { DESKTOP, expectVisitors, historyInNode, holdOn, PHONE, visit } from './visit.ts';

expectVisitors();

type Place = readonly [x: number, y: number];

const canvas = (page: Page) => page.locator('dialog.editor svg.canvas');
const button = (page: Page, name: string) => page.locator('dialog.editor').getByRole('button', { name, exact: true });

/** Opens the editor with an empty drawing, and counts what is done in it. */
async function openEditor(page: Page) {
  await page.locator('body').press('m');
  await canvas(page).waitFor();
  // Read each time, when what was done before is drawn: the drawing moves with the size of its place.
  return ([wx, wy]: Place): Promise<[x: number, y: number]> =>
    canvas(page).evaluate(
      async (svg, [x, y]) => {
        for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
        const group = svg.querySelector('g') as SVGGElement;
        const { x: left, y: top } = new DOMPoint(x, y).matrixTransform(group.getScreenCTM()!);
        return [left, top];
      },
      [wx, wy],
    );
}

/** What is done by a device: drags from place to place in metres, presses at a place, and chosen tools. */
interface Hand {
  tool(name: 'Select' | 'Limb' | 'Box', key: string): Promise<void>;
  drag(from: Place, to: Place): Promise<void>;
  press(at: Place): Promise<void>;
  action(name: string): Promise<void>;
}

async function mouse(page: Page): Promise<Hand> {
  const at = await openEditor(page);
  return {
    tool: (name) => button(page, name).click(),
    action: (name) => button(page, name).click(),
    press: async (place) => page.mouse.click(...(await at(place))),
    async drag(from, to) {
      await page.mouse.move(...(await at(from)));
      await page.mouse.down();
      await page.mouse.move(...(await at(to)), { steps: 2 });
      await page.mouse.up();
    },
  };
}

async function fingers(page: Page): Promise<Hand> {
  const at = await openEditor(page);
  const session = await page.context().newCDPSession(page);
  const touch = async (type: 'touchStart' | 'touchMove' | 'touchEnd', place?: Place) => {
    const [x, y] = place ? await at(place) : [0, 0];
    return session.send('Input.dispatchTouchEvent', { type, touchPoints: place ? [{ x, y }] : [] });
  };
  return {
    tool: (name) => button(page, name).tap(),
    action: (name) => button(page, name).tap(),
    press: async (place) => page.touchscreen.tap(...(await at(place))),
    async drag(from, to) {
      await touch('touchStart', from);
      await touch('touchMove', [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]);
      await touch('touchMove', to);
      await touch('touchEnd');
    },
  };
}

/** The keyboard: arrow keys move the cursor, Enter presses and releases. */
async function keyboard(page: Page): Promise<Hand> {
  await openEditor(page);
  const svg = canvas(page);
  let [x, y] = [Number.NaN, Number.NaN];
  const said = page.locator('.editor-said');
  async function go([tx, ty]: Place): Promise<void> {
    if (Number.isNaN(x)) {
      await svg.press('ArrowUp');
      const text = await said.filter({ hasText: /^-?\d+\.\d+, / }).textContent();
      [x, y] = text!.match(/-?\d+\.\d+/g)!.map(Number) as [number, number];
    }
    for (const [to, from, more, less] of [
      [tx, x, 'ArrowRight', 'ArrowLeft'],
      [ty, y, 'ArrowUp', 'ArrowDown'],
    ] as const) {
      const steps = Math.round(Math.abs(to - from) / 0.05);
      const key = to > from ? more : less;
      for (let i = 0; i < Math.floor(steps / 5); i++) await svg.press(`Shift+${key}`);
      for (let i = 0; i < steps % 5; i++) await svg.press(key);
    }
    [x, y] = [tx, ty];
  }
  return {
    tool: (_, key) => svg.press(key),
    action: (name) => button(page, name).press('Enter'),
    async press(at) {
      await go(at);
      await svg.press('Enter');
      await svg.press('Enter');
    },
    async drag(from, to) {
      await go(from);
      await svg.press('Enter');
      await go(to);
      await svg.press('Enter');
    },
  };
}

/** The same hand, with the number of things done by it. */
function counted(hand: Hand): Hand & { readonly count: number } {
  let count = 0;
  const wrapped = <Args extends unknown[]>(act: (...args: Args) => Promise<void>) => {
    return (...args: Args) => {
      count++;
      return act(...args);
    };
  };
  return {
    tool: wrapped(hand.tool),
    drag: wrapped(hand.drag),
    press: wrapped(hand.press),
    action: wrapped(hand.action),
    get count() {
      return count;
    },
  };
}

/** A body with a pair of legs in front and one leg behind. */
async function buildThreeLegs(hand: Hand): Promise<void> {
  await hand.tool('Box', 'b');
  await hand.drag([-0.7, 0.9], [0.7, 1.3]);
  await hand.tool('Limb', 'l');
  await hand.drag([0.45, 1], [0.45, 0.5]);
  await hand.drag([0.45, 0.5], [0.45, 0]);
  await hand.tool('Select', 'v');
  await hand.press([0.45, 0.75]);
  await hand.action('Make a pair');
  await hand.tool('Limb', 'l');
  await hand.drag([-0.45, 1], [-0.45, 0.5]);
  await hand.drag([-0.45, 0.5], [-0.45, 0]);
}

/** The body that is evolved gets the seed of the run before it: with this one it walks 3 m after ten generations. */
const QUICK_START = '#body=biped&task=walk&seed=2';

const DEVICES: [string, typeof DESKTOP, (page: Page) => Promise<Hand>][] = [
  ['the mouse', DESKTOP, mouse],
  ['the keyboard', DESKTOP, keyboard],
  ['touch', PHONE, fingers],
];

describe('a creature with three legs', () => {
  it.each(DEVICES)(
    'is built from nothing, checked, dropped, evolved and shared, by %s',
    { timeout: 300_000 },
    async (_, options, by) => {
      const page = await visit(QUICK_START, options);
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      const hand = counted(await by(page));
      await buildThreeLegs(hand);
      const side = page.locator('dialog.editor .side');
      await side.getByText('Nothing is wrong with it.').waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await hand.action('Drop it');
      await page.locator('svg.canvas[data-alive=limp]').waitFor();
      await hand.action('Joint by joint');
      await page.getByText(/^Moving: .* joint/).waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await hand.action('Draw again');
      await hand.action('Copy link');
      await page.getByText(/^Link copied/).waitFor();
      const { hash } = new URL(await page.evaluate(() => navigator.clipboard.readText()));
      await hand.action('Evolve');
      await page.locator('dialog.editor').waitFor({ state: 'hidden' });
      // The editor's keys do nothing on the page behind it.
      expect(await page.locator('main').getAttribute('data-tool')).toBeNull();
      expect(hand.count).toBeLessThan(60);
      const here = await holdOn(page, 1);

      const other = await visit(hash, DESKTOP);
      const there = await holdOn(other, 1);
      const experiment = experimentFromHash(hash)!;
      expect(bodyOf(experiment).parts).toHaveLength(7);
      expect(bodyOf(experiment).joints).toHaveLength(6);
      expect(experimentFromHash(new URL(other.url()).hash)?.body).toEqual(experiment.body);
      expect(await historyInNode(experiment, here.now)).toBe(here.history);
      expect(await historyInNode(experiment, there.now)).toBe(there.history);

      // The drawing is still there.
      await page.locator('body').press('m');
      await canvas(page).waitFor();
      await side.getByText('7 parts, 6 joints').waitFor();
    },
  );

  it('learns to walk 3 m', { timeout: 300_000 }, async () => {
    const page = await visit(QUICK_START);
    const hand = await mouse(page);
    await buildThreeLegs(hand);
    await hand.action('Evolve');
    await page.locator('dialog.editor').waitFor({ state: 'hidden' });
    await page.waitForFunction(() => Number(document.documentElement.dataset.bestDistance) >= 3, undefined, {
      timeout: 200_000,
    });
  });

  it('is kept as it is drawn, with all that can be undone', { timeout: 120_000 }, async () => {
    const page = await visit('');
    const hand = await mouse(page);
    await hand.tool('Box', 'b');
    await hand.drag([-0.7, 0.9], [0.7, 1.3]);
    await hand.tool('Limb', 'l');
    // As if the page were closed before it is stored.
    await page.evaluate(() => {
      const { put } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.put = function (value, key) {
        const request = put.call(this, value, key);
        if (this.name === 'bodies') this.transaction.abort();
        return request;
      };
    });
    await hand.drag([0.45, 1], [0.45, 0]);
    await page.reload();
    await openEditor(page);
    const side = page.locator('dialog.editor .side');
    await side.getByText('2 parts, 1 joint').waitFor();
    await button(page, 'Undo').click();
    await side.getByText('1 part, 0 joints').waitFor();
    await button(page, 'Redo').click();
    await side.getByText('2 parts, 1 joint').waitFor();
    await hand.tool('Select', 'v');
    await hand.press([0.45, 1]);
    await side.getByLabel('Torque').first().waitFor();
    expect(await faultsOf(page)).toEqual([]);
    // A part that is not joined is told, and joined by one press.
    await hand.tool('Limb', 'l');
    await hand.drag([1.2, 0.8], [1.2, 0]);
    await side.getByText(/hangs on no joint/).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    // Playwright does not press what is marked as disabled; people may, and are told why.
    await button(page, 'Evolve').click({ force: true });
    await page
      .locator('.editor-said')
      .getByText(/^It cannot be evolved yet\. The limb 2 hangs on no joint/)
      .waitFor();
    await side.getByRole('button', { name: /^Move the limb 2 to the .* and join it$/ }).click();
    await side.getByText(/hangs on no joint/).waitFor({ state: 'detached' });
    await button(page, 'Begin with').click();
    await button(page, 'Open My creature').waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });
});
