import type { BrowserContextOptions, Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { experimentFromHash } from '../../src/format/experiment-link.ts';
import type { Experiment } from '../../src/run/experiment-schema.ts';
import { chooseOn, expectVisitors, historyInNode, holdOn, notedOn, PHONE, reachesOn, saysOn, visit } from './visit.ts';

expectVisitors();

const experimentOf = (page: Page) => experimentFromHash(new URL(page.url()).hash) as Experiment;
const card = (page: Page, name: string) => page.getByRole('listitem', { name, exact: true });
const best = async (page: Page) => Number(await notedOn(page, 'bestDistance'));

/** A page on which was learnt for so long, with the runs open beside the stage. */
async function learner(generations: number, hash: string, options?: BrowserContextOptions): Promise<Page> {
  const page = await visit(hash, options);
  await reachesOn(page, generations);
  if (options?.isMobile) await page.getByRole('button', { name: 'Runs', exact: true }).tap();
  else await page.locator('body').press('n');
  await card(page, 'Run 1').waitFor();
  return page;
}

const walker = (generations: number, options?: BrowserContextOptions) =>
  learner(generations, '#body=biped&task=walk&seed=1&task.duration=8', options);

/** Forks the run on the stage by its card, with what is done to the form before. */
async function fork(
  page: Page,
  name: string,
  change: (form: ReturnType<Page['getByRole']>) => Promise<unknown>,
): Promise<void> {
  await page.getByRole('button', { name: `Fork ${name}` }).click();
  const form = page.getByRole('form', { name: 'Fork' });
  await change(form);
  await form.getByRole('button', { name: 'Fork', exact: true }).click();
}

describe('runs', () => {
  it('are forked from a generation, walk from the start, and their link gives the same results', async () => {
    // Episodes of four seconds: an untrained hopper gets one metre far, after twenty generations ten.
    const page = await learner(22, '#body=hopper&task=walk&seed=2&task.duration=4');
    await page.getByRole('button', { name: 'Pause learning' }).click();
    await fork(page, 'Run 1', async (form) => {
      await form.getByRole('spinbutton', { name: 'From generation' }).fill('21');
      await form.getByRole('spinbutton', { name: 'From generation' }).press('Tab');
    });
    await card(page, 'Run 2').getByText('from Run 1, generation 21').waitFor();
    const { now, history } = await holdOn(page, 1);
    const experiment = experimentOf(page);
    expect(experiment.start?.from).toEqual({ title: '', seed: 2, generation: 21 });
    expect(await best(page)).toBeGreaterThan(4);
    expect(history).toBe(await historyInNode(experiment, now));

    const other = await visit(new URL(page.url()).hash);
    const there = await holdOn(other, 1);
    expect(experimentOf(other)).toEqual(experiment);
    expect(there.history).toBe(await historyInNode(experiment, there.now));
  });

  it('say why a brain does not fit, and can begin with an untrained one', async () => {
    const page = await walker(4);
    await page.getByRole('button', { name: 'Fork Run 1' }).click();
    const form = page.getByRole('form', { name: 'Fork' });
    const body = form.getByLabel('Body');
    expect(await body.locator('option[value="dog"]').isDisabled()).toBe(true);
    expect(await body.locator('option[value="dog"]').getAttribute('title')).toMatch(
      /^The brain of a dog here has \d+ inputs more/,
    );
    await form.getByRole('checkbox', { name: 'Keep the brain' }).uncheck();
    await body.selectOption('dog');
    await form.getByRole('button', { name: 'Fork', exact: true }).click();
    await card(page, 'Run 2').getByText('Dog · Walk').waitFor();
    await reachesOn(page, 1);
    expect(experimentOf(page).start).toBeUndefined();
  });

  it('are listed when another begins, and continue to the same bits', async () => {
    const page = await walker(6);
    await page.locator('body').press('e');
    await chooseOn(page, 'Task', 'Hills');
    await page.getByRole('button', { name: 'Resume Run 1' }).waitFor();
    await reachesOn(page, 3);
    await page.getByRole('button', { name: 'Resume Run 1' }).click();
    await page.waitForFunction(() => location.hash.includes('task=walk'));
    const left = Number(await notedOn(page, 'generation'));
    expect(left).toBeGreaterThanOrEqual(6);
    await reachesOn(page, left + 3);
    const { now, history } = await holdOn(page);
    expect(history).toBe(await historyInNode(experimentOf(page), now));
    expect(await card(page, 'Run 2').getByText('Hills', { exact: false }).first().isVisible()).toBe(true);
    // The timeline covers the whole run.
    const slider = page.getByRole('slider', { name: 'Generation on stage' });
    expect(Number(await slider.getAttribute('max'))).toBe(now);
    await slider.fill('2');
    await page.waitForSelector('html[data-on-stage="2"]');
  });

  it('are compared on one chart, and race on one stage', async () => {
    const page = await walker(8);
    await fork(page, 'Run 1', (form) => form.getByLabel('Task').selectOption('hills'));
    await reachesOn(page, 4);
    await page.getByRole('checkbox', { name: 'Compare Run 1' }).check();
    await page.getByRole('checkbox', { name: 'Compare Run 2' }).check();
    await page.getByRole('img', { name: 'Best fitness of Run 2 and Run 1' }).locator('canvas').waitFor();
    await page.getByRole('button', { name: 'control steps' }).click();
    await page.getByRole('checkbox', { name: 'with means' }).check();
    await page.getByRole('button', { name: 'Race', exact: true }).click();
    await page.getByText('Run 2 and Run 1 on the same ground.').first().waitFor();
    const rows = page.getByRole('region', { name: 'Race' }).locator('tbody tr');
    expect(await rows.count()).toBe(2);
    const distances = () => rows.locator('td:nth-child(2)').allTextContents();
    const before = await distances();
    await page.waitForFunction((then) => document.querySelector('.race tbody td')?.textContent !== then, before[0]);
    for (const text of await distances()) expect(text).toMatch(/^-?\d+\.\d m$/);
    await page.getByRole('button', { name: 'End the race' }).click();
    await saysOn(page, /^Generation \d+ /);
  });

  it('are renamed, removed, and restored', async () => {
    const page = await walker(4);
    await page.locator('body').press('r');
    await card(page, 'Run 1').waitFor();
    await page.getByRole('button', { name: 'Rename Run 1' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('The old one');
    await page.getByRole('textbox', { name: 'Name' }).press('Enter');
    await page.getByRole('button', { name: 'Delete The old one' }).click();
    await card(page, 'The old one').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await card(page, 'The old one').waitFor();
  });

  it('are forked to change a fixed setting', async () => {
    const page = await walker(4);
    await page.locator('body').press('t');
    const panel = page.getByRole('region', { name: 'Experiment' });
    await panel.getByRole('textbox', { name: 'Hidden layers' }).fill('8, 4');
    await panel.getByRole('textbox', { name: 'Hidden layers' }).press('Enter');
    expect(await panel.getByRole('button', { name: 'Fork with this' }).isDisabled()).toBe(true);
    await panel.getByText('A brain of this shape has other weights').waitFor();
    await panel.getByRole('button', { name: 'Discard' }).click();
    await panel.getByLabel('Show everything').check();
    await panel.getByLabel('Hidden neurons', { exact: true }).selectOption('relu');
    await panel.getByRole('button', { name: 'Fork with this' }).click();
    await card(page, 'Run 2').getByText('Hidden neurons relu').waitFor();
    expect(experimentOf(page)).toMatchObject({ brain: { activation: 'relu' }, start: { from: { seed: 1 } } });
  });

  it('fit a phone', async () => {
    const page = await walker(4, PHONE);
    await fork(page, 'Run 1', (form) => form.getByLabel('Task').selectOption('stairs'));
    await card(page, 'Run 2').getByText('from Run 1, generation').waitFor();
    await reachesOn(page, 3);
    await page.getByRole('checkbox', { name: 'Compare Run 1' }).check();
    await page.getByRole('checkbox', { name: 'Compare Run 2' }).check();
    await page.getByRole('button', { name: 'Race', exact: true }).tap();
    await page.getByRole('button', { name: 'End the race' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    expect(await page.evaluate(() => document.querySelector('.tool .content')?.scrollWidth)).toBeLessThanOrEqual(390);
    for (const button of await page.locator('.tool button:visible').all()) {
      expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    }
  });
});
