import type { BrowserContextOptions, Locator, Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { expectVisitors, visit as open, reachesOn, SIZES } from './visit.ts';

expectVisitors();
let page: Page;
const reaches = (wanted: number) => reachesOn(page, wanted);

const button = (name: string): Locator => page.getByRole('button', { name, exact: true });
const net = () => page.locator('canvas.net');

/** The exact distance of the edited brain, once it has been simulated with this number of edited weights. */
async function outcome(turned: number): Promise<number> {
  const told = page.locator(`.outcome[aria-busy="false"][data-turned="${turned}"]`);
  await told.waitFor();
  return Number(await told.getAttribute('data-measure'));
}

async function visit(options: BrowserContextOptions = {}, hash = ''): Promise<void> {
  page = await open(hash, options);
  await reaches(3);
  // All weights of the first champion are 0, so that changing one has little effect.
  await page.locator('body').press('End');
  await page.waitForFunction(() => Number(document.documentElement.dataset.onStage) >= 3);
}

describe.each(SIZES)('the brain on %s', (_, options) => {
  it('is drawn with all connections, and its activations follow the creature', async () => {
    await visit(options);
    await page.locator('body').press('b');
    await page.getByRole('region', { name: 'Inside its brain' }).waitFor();
    // 14 senses, 16 neurons, 4 joints.
    await page.waitForSelector('canvas.net[data-connections="288"][data-nodes="34"]');
    const controlStep = () => net().getAttribute('data-control-step');
    await page.waitForSelector('canvas.net:not([data-control-step=""])');
    const before = await controlStep();
    await page.waitForFunction(
      (then) => document.querySelector<HTMLElement>('.net')?.dataset.controlStep !== then,
      before,
    );
    await page.locator('body').press('b');
    await net().waitFor({ state: 'detached' });
  });

  it('lets a weight be changed and reset, with the same distance as before', async () => {
    await visit(options);
    await page.locator('body').press('b');
    await page.getByLabel('Neuron or joint').selectOption('right knee');
    await page.getByRole('slider', { name: 'Knob: neuron 1 → right knee' }).waitFor();
    await page.getByLabel('Input from').selectOption('its own bias');
    const slider = page.getByRole('slider', { name: 'Knob: right knee, bias' });
    await slider.waitFor();
    const before = await outcome(0);
    expect(await button('Reset this knob').isDisabled()).toBe(true);

    await slider.press('End');
    expect(await outcome(1)).not.toBe(before);
    await page.waitForFunction(() =>
      /^With one knob changed it /.test(document.querySelector('.deed')?.textContent ?? ''),
    );
    await button('Reset this knob').click();
    expect(await outcome(0)).toBe(before);
    await page.waitForFunction(() => /^The champion of /.test(document.querySelector('.deed')?.textContent ?? ''));

    // Newer champions do not change the edited brain until another one is requested.
    const held = await page.textContent('.outcome .subject');
    await reaches(Number(/\d+/.exec(held ?? '')?.[0]) + 2);
    expect(await page.textContent('.outcome .subject')).toBe(held);
    await button('Use the newest').click();
    await page.waitForFunction((then) => document.querySelector('.outcome .subject')?.textContent !== then, held);
    await button('Done').click();
    await page.waitForFunction(() => /^Generation /.test(document.querySelector('.deed')?.textContent ?? ''));
  });

  it('mutates ten weights, ten more, and resets all', async () => {
    await visit(options);
    await page.locator('body').press('b');
    await button('Change ten at random').click();
    const ten = await outcome(10);
    expect(await page.textContent('.outcome .subject')).toMatch(/, 10 knobs changed$/);
    await button('Change ten at random').click();
    const twenty = await outcome(20);
    await button('Reset all knobs').click();
    const none = await outcome(0);
    expect(new Set([ten, twenty, none]).size).toBe(3);
    await page.getByRole('region', { name: 'Inside its brain' }).getByRole('button', { name: 'Close' }).click();
    await page.waitForFunction(() => /^Generation /.test(document.querySelector('.deed')?.textContent ?? ''));
  });

  it('shows an untrained brain beside a trained one, and what has changed', async () => {
    await visit(options);
    await page.locator('body').press('b');
    await button('Before and after').click();
    await page.locator('.walkers canvas').waitFor();
    const distances = () => page.locator('.walkers output').allTextContents();
    await page.waitForFunction(() => document.querySelectorAll('.walkers output').length === 2);
    const before = await distances();
    await page.waitForFunction(
      (then) => [...document.querySelectorAll('.walkers output')].some((each, i) => each.textContent !== then[i]),
      before,
    );
    expect(await page.locator('.nets canvas[data-connections="288"]').count()).toBe(2);

    await button('Changes').click();
    expect(await page.locator('.matrix').evaluateAll((each) => each.map((one) => one.dataset.cells))).toEqual([
      '240',
      '68',
    ]);
    await page.locator('.matrix canvas').first().press('ArrowDown');
    const readout = page.locator('#changes-readout');
    await readout.getByText(/^body angle → neuron 1: .* at first, .* now$/).waitFor();
    await page.locator('.matrix canvas').first().press('ArrowRight');
    await readout.getByText(/^body angle → neuron 2: /).waitFor();
  });
});

describe('the net', () => {
  it('opens by its button, and a connection is selected by click and by key', async () => {
    await visit({}, '#brain=linear&seed=2');
    await page.getByRole('navigation', { name: 'Tools' }).getByRole('button', { name: 'Brain' }).click();
    await page.waitForSelector('canvas.net[data-connections="56"]');
    await net().press('ArrowDown');
    await page.getByRole('slider', { name: 'Knob: body angle → left hip' }).waitFor();
    await net().press('ArrowDown');
    await page.getByRole('slider', { name: 'Knob: body turning → left hip' }).waitFor();
    await net().press('Escape');
    await page.getByText('This brain has 60 knobs').waitFor();
    const box = await net().boundingBox();
    if (box === null) throw new Error('the net is nowhere');
    await net().click({ position: { x: box.width / 2, y: box.height / 2 } });
    await page.getByRole('slider', { name: /^Knob: .* → / }).waitFor();
    await page.waitForFunction(() => /^The champion of /.test(document.querySelector('.deed')?.textContent ?? ''));
  });

  it.each([
    ['recurrent', '&brain=recurrent', 360],
    ['a pattern generator', '&brain=cpg', 70],
    ['a growing one', '&brain=graph&optimizer=neat', 56],
  ])('is drawn for %s', async (_, hash, least) => {
    await visit({}, `#seed=1${hash}`);
    await page.locator('body').press('b');
    await page.waitForFunction(
      (wanted) => Number(document.querySelector<HTMLElement>('.net')?.dataset.connections ?? 0) >= wanted,
      least,
    );
    await button('Change ten at random').click();
    const ten = await outcome(10);
    await button('Reset all knobs').click();
    expect(await outcome(0)).not.toBe(ten);
  });
});
