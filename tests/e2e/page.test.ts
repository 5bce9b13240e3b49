import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { experimentFromHash } from '../../src/format/experiment-link.ts';
import type { Experiment } from '../../src/run/experiment-schema.ts';
import {
  BARE,
  chooseOn,
  excuse,
  expectVisitors,
  historyInNode,
  holdOn,
  notedOn,
  visit as open,
  PHONE,
  reachesOn,
  saysOn,
} from './visit.ts';

expectVisitors();
let page: Page;
async function visit(...how: Parameters<typeof open>): Promise<void> {
  page = await open(...how);
}

const noted = (name: string) => notedOn(page, name);
const generation = async () => Number(await noted('generation'));
const reaches = (wanted: number) => reachesOn(page, wanted);
const hold = (least: number) => holdOn(page, least);

describe('the page', () => {
  it('opens on a creature that learns to walk, and takes a first step', async () => {
    await visit(BARE);
    await page.waitForSelector('html[data-moving="true"]');
    await reaches(3);
    expect(await page.textContent('.deed')).toMatch(/^Generation \d+[: ]/);
    expect(new URL(page.url()).hash).toMatch(/^#body=stroller&task=natural-walk&brain=twin&seed=1&/);
    await page.waitForSelector('.plot canvas');
    expect(await page.getAttribute('.plot', 'aria-label')).toMatch(/best/);
    // Each foot has left the ground and come down again.
    await page.waitForFunction(() => {
      const bars = [...document.querySelectorAll('.footfalls path')].map((row) => row.getAttribute('d') ?? '');
      return bars.length === 2 && bars.every((each) => each.split('M').length > 2);
    });
  });

  it('has the same history hash as Node', async () => {
    await visit('#body=hopper&task=hills&seed=3');
    const { now, history } = await hold(4);
    expect(history).toBe(await historyInNode(experimentFromHash(new URL(page.url()).hash) as Experiment, now));
  });

  it('is paused by button and by key', async () => {
    await visit();
    await reaches(1);
    await page.getByRole('button', { name: 'Pause learning' }).click();
    const held = await generation();
    // Long enough for several generations: two clips begin on the stage meanwhile.
    const acts = Number(await noted('acts'));
    await page.waitForFunction((then) => Number(document.documentElement.dataset.acts) >= then + 2, acts);
    expect(await generation()).toBe(held);
    await page.locator('body').press(' ');
    await reaches(held + 2);
  });

  it('shows the champion of any generation by slider, key and chart, and returns to the newest', async () => {
    await visit();
    await reaches(12);
    const onStage = (wanted: string) => page.waitForSelector(`html[data-on-stage="${wanted}"]`);
    const slider = page.getByRole('slider', { name: 'Generation on stage' });
    await slider.fill('5');
    await onStage('5');
    expect(await page.textContent('.deed')).toMatch(/^Generation 5[: ]/);
    await slider.press('ArrowRight');
    await onStage('6');
    await page.locator('body').press('Home');
    await onStage('0');
    // New champions do not replace an earlier generation that is being watched.
    await reaches((await generation()) + 3);
    expect(await noted('onStage')).toBe('0');
    await page.getByRole('button', { name: 'Pause learning' }).click();
    await page.locator('.plot .u-over').click({ position: { x: 150, y: 30 } });
    await page.waitForFunction(() => Number(document.documentElement.dataset.onStage) > 3);
    // The best so far by one click, whatever is watched. The generation in which learning is paused may still bring a new one.
    const best = page.getByRole('button', { name: /, Watch the best$/ });
    let distance = '';
    const saysBest = async () => {
      const latest = /[\d.]+ m/.exec((await best.textContent()) ?? '')?.[0] ?? '';
      if (latest !== distance) await best.click();
      distance = latest;
      const said = await page.evaluate(() => document.querySelector('.stage')?.ariaLabel ?? '');
      return said.startsWith('Generation ') && said.includes(` ${distance}`) ? '' : `${distance} is the best: ${said}`;
    };
    await expect.poll(saysBest, { timeout: 30_000 }).toBe('');
    await page.getByRole('button', { name: 'Now', exact: true }).click();
    await onStage(String(await generation()));
  });

  it('plays a film of how it learned', async () => {
    await visit();
    await page.getByRole('slider', { name: 'Speed' }).fill('7');
    await reaches(8);
    const seen = await page.evaluateHandle(() => {
      const { documentElement } = document;
      const generations: string[] = [];
      new MutationObserver(() => generations.push(documentElement.dataset.onStage ?? '')).observe(documentElement, {
        attributeFilter: ['data-on-stage'],
      });
      return generations;
    });
    await page.locator('body').press('f');
    await page.getByRole('button', { name: 'Stop the film' }).waitFor();
    await page.getByRole('button', { name: 'Play the film of learning' }).waitFor();
    const shown = await seen.jsonValue();
    const film = shown.slice(shown.indexOf('0')).map(Number);
    expect(film.length).toBeGreaterThan(3);
    expect(film).toEqual([...film].sort((a, b) => a - b));
  });

  it('shows generations side by side, walking at the same time', async () => {
    await visit();
    await page.getByRole('slider', { name: 'Speed' }).fill('7');
    await reaches(15);
    await page.getByRole('button', { name: 'Generations side by side' }).click();
    const strip = page.getByRole('dialog', { name: 'From the first step to now' });
    await strip.locator('canvas').waitFor();
    const names = await strip.locator('figure span').allTextContents();
    expect(names).toHaveLength(6);
    expect(names[0]).toBe('Generation 0');
    const distances = () => strip.locator('b').allTextContents();
    const before = await distances();
    await page.waitForFunction((then) => document.querySelector('.strip b')?.textContent !== then, before[0]);
    await strip.getByLabel('Colour by gait').check();
    expect(await strip.locator('small').count()).toBe(6);
    await strip.getByRole('list', { name: 'Gaits of this generation' }).waitFor();
    await page.keyboard.press('Escape');
    await strip.waitFor({ state: 'hidden' });
    const acts = Number(await noted('acts'));
    await page.waitForFunction((then) => Number(document.documentElement.dataset.acts) > then, acts);
    await page.locator('body').press('s');
    await strip.getByRole('button', { name: /^Generation 1 / }).click();
    await page.waitForSelector('html[data-on-stage="1"]');
  });

  it('shows a whole generation at once, and follows the creature that is picked', async () => {
    await visit();
    await reaches(10);
    await page.getByRole('button', { name: 'The whole generation at once' }).click();
    await saysOn(page, /^The best of 24 /);
    await page.getByRole('button', { name: 'Show' }).click();
    await page.getByLabel('Colour by gait', { exact: true }).click();
    const counts = await page.getByRole('list', { name: 'Gaits of this generation' }).locator('b').allTextContents();
    expect(counts.reduce((sum, text) => sum + Number(text), 0)).toBe(24);
    await page.keyboard.press('Escape');
    await page.locator('body').press('ArrowDown');
    await saysOn(page, /^Number 2 of 24 /);
    await page.locator('body').press('c');
    await saysOn(page, /^Generation \d+ /);
  });

  it('changes the physics and a setting while it learns, marks the latter, and its link gives the same results', async () => {
    await visit();
    await reaches(2);
    await page.locator('body').press('t');
    await page.getByLabel('Show everything').check();
    await page.getByText('Physics engine').click();
    await page.getByText('Now: WebAssembly.').waitFor();
    await page.getByLabel('Engine', { exact: true }).selectOption('planck');
    await page.getByText('Now: planck, the reference.').waitFor();
    const population = page.getByRole('spinbutton', { name: 'Population' });
    await population.fill('12');
    await population.press('Enter');
    await page.waitForFunction(() => location.hash.includes('amendments'));
    await page.locator('.mark-change[d^="M"]').waitFor({ state: 'attached' });
    const { now, history } = await hold((await generation()) + 2);
    const experiment = experimentFromHash(new URL(page.url()).hash) as Experiment;
    expect(experiment.amendments).toMatchObject([{ changes: { 'optimizer.populationSize': 12 } }]);
    expect(experiment.amendments[0]?.generation).toBeLessThan(now);
    expect(history).toBe(await historyInNode(experiment, now));

    await population.fill('3');
    await population.press('Enter');
    await page.getByText('optimizer.populationSize is 3, must be 4 or more').waitFor();
    await page.getByRole('button', { name: 'Reset to default Population' }).click();
    expect(await population.inputValue()).toBe('24');
  });

  it('stages changes of fixed settings for a new run', async () => {
    await visit();
    await reaches(2);
    await page.locator('body').press('t');
    await page.getByRole('textbox', { name: 'Hidden layers' }).fill('8, 4');
    await page.getByRole('textbox', { name: 'Hidden layers' }).press('Enter');
    await page.getByRole('button', { name: 'Restart with this change' }).click();
    expect(new URL(page.url()).hash).toBe('#body=biped&task=walk&seed=1&brain.hidden=8,4');
    expect(await page.getByRole('textbox', { name: 'Hidden layers' }).inputValue()).toBe('8, 4');
    await reaches(1);
  });

  it('begins a run with each choice, and writes it into the address', async () => {
    await visit();
    await reaches(2);
    await page.locator('body').press('e');
    await chooseOn(page, 'Task', 'Hills');
    expect(await page.textContent('.title')).toBe('Biped · Hills');
    expect(new URL(page.url()).hash).toBe('#body=biped&task=hills&seed=1');
    // A calm first look: what few people need is behind one switch.
    for (const name of ['Brain', 'Optimizer', 'Seed'])
      expect(await page.getByLabel(name, { exact: true }).count()).toBe(0);
    await page.getByLabel('Show everything').check();
    await page.getByLabel('Brain', { exact: true }).selectOption('linear');
    await page.getByLabel('Optimizer', { exact: true }).selectOption('genetic');
    await page.getByLabel('Seed', { exact: true }).fill('42');
    await page.getByLabel('Seed', { exact: true }).press('Enter');
    expect(new URL(page.url()).hash).toBe('#body=biped&task=hills&brain=linear&optimizer=genetic&seed=42');
    await reaches(1);
    const address = page.url();
    await page.reload();
    await reaches(1);
    expect(page.url()).toBe(address);
  });

  it('follows a link typed into the open page', async () => {
    await visit();
    await reaches(1);
    await page.evaluate(() => {
      location.hash = '#body=biped&task=stairs&seed=9';
    });
    await page.waitForFunction(() => document.querySelector('.title')?.textContent?.includes('Stairs'));
    await reaches(1);
  });

  it('says what is wrong with a link, and learns anyway', async () => {
    await visit('#body=unicorn&seed=3');
    await page.getByText(/This link: body is "unicorn"/).waitFor();
    await reaches(1);
    // The address stays, so that it can be mended.
    expect(new URL(page.url()).hash).toBe('#body=unicorn&seed=3');
    await page.getByRole('button', { name: 'Dismiss' }).click();
    expect(await page.getByText('unicorn').count()).toBe(0);
  });

  it('says why learning cannot continue', async () => {
    await visit('', { serviceWorkers: 'block' }, (opened) =>
      opened.context().route('**/run-host-*.js', (route) => route.abort()),
    );
    await page.getByText(/^Learning stopped: /).waitFor();
    excuse();
  });

  it('changes its speed by button, key and slider', async () => {
    await visit();
    await page.getByRole('button', { name: 'Faster' }).click();
    expect(await page.textContent('output')).toBe('2×');
    await page.locator('body').press('-');
    await page.locator('body').press('-');
    expect(await page.textContent('output')).toBe('½×');
    await page.getByRole('slider', { name: 'Speed' }).fill('7');
    expect(await page.textContent('output')).toBe('16×');
    await reaches(1);
  });

  it('shows its help, and starts over', async () => {
    await visit();
    await reaches(8);
    await page.locator('body').press('?');
    await page.getByRole('dialog').getByText('What you see').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    // Looked for from before: the first generations are over in a moment.
    const isNewborn = page.waitForFunction(() => Number(document.documentElement.dataset.generation || 0) < 8);
    await page.locator('body').press('r');
    await isNewborn;
    await reaches(1);
  });

  it("follows the system's colour scheme and reduced motion", async () => {
    await visit('', { reducedMotion: 'reduce', colorScheme: 'light' });
    await reaches(1);
    const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--paper'));
    const light = await ground();
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'no-preference' });
    expect(await ground()).not.toBe(light);
    const acts = Number(await noted('acts'));
    await page.waitForFunction((then) => Number(document.documentElement.dataset.acts) > then, acts);
  });

  it('fits a phone, with all controls within reach', async () => {
    await visit('', { ...PHONE, colorScheme: 'dark' });
    await reaches(1);
    await page.getByRole('button', { name: /Biped/ }).tap();
    await page.getByRole('button', { name: 'Body' }).waitFor();
    await page.getByRole('region', { name: 'Experiment' }).getByRole('button', { name: 'Close' }).tap();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    for (const button of await page.locator('.player button:visible').all()) {
      const box = await button.boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
    }
  });
});
