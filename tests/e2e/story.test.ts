import { expect, it } from 'vitest';
import { experimentFromHash } from '../../src/format/experiment-link.ts';
import type { Experiment } from '../../src/run/experiment-schema.ts';
import { expectVisitors, historyInNode, holdOn, notedOn, reachesOn, SIZES, saysOn, visit } from './visit.ts';

expectVisitors();

/** A few hundred steps a generation: a hopper that gets on within a dozen. */
const HOPPER = '#body=hopper&task=walk&seed=2&task.duration=3';

it.each(SIZES)(
  'a visit on %s, from opening the page to a link that another browser opens',
  {
    timeout: 300_000,
  },
  async (_, options) => {
    const page = await visit(HOPPER, { ...options, permissions: ['clipboard-read', 'clipboard-write'] });
    const press = (key: string) => page.locator('body').press(key);
    const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
    const card = (name: string) => page.getByRole('listitem', { name, exact: true });
    const tool = page.locator('.tool');

    // It learns, and can be paused.
    await page.waitForSelector('html[data-moving="true"]');
    await reachesOn(page, 12);
    await saysOn(page, /^Generation \d+ /);
    const { now: held } = await holdOn(page);
    expect(Number(await notedOn(page, 'bestDistance'))).toBeGreaterThan(1);

    // What is changed while it is paused stands in the address at once.
    await press('t');
    const population = page.getByRole('spinbutton', { name: 'Population' });
    await population.fill('16');
    await population.press('Enter');
    await page.waitForFunction(() => location.hash.includes('amendments'));
    expect(experimentFromHash(new URL(page.url()).hash)?.amendments).toEqual([
      { generation: held + 1, changes: { 'optimizer.populationSize': 16 } },
    ]);
    await press('t');
    await button('Resume learning').click();
    await page.locator('.mark-change[d^="M"]').waitFor({ state: 'attached' });
    await reachesOn(page, held + 3);

    // Back in time, and to the newest.
    await page.getByRole('slider', { name: 'Generation on stage' }).fill('4');
    await page.waitForSelector('html[data-on-stage="4"]');
    await saysOn(page, /^Generation 4 /);
    await press('End');

    // A fork, beside the run that it was forked from.
    await press('n');
    await button('Fork Run 1').click();
    const form = page.getByRole('form', { name: 'Fork' });
    await form.getByLabel('Task').selectOption('hills');
    await form.getByRole('button', { name: 'Fork', exact: true }).click();
    await card('Run 2').getByText('from Run 1, generation').waitFor();
    // The rest of the visit looks at it; what it learned meanwhile, Node would have to learn again.
    await reachesOn(page, 3);
    await press(' ');
    for (const name of ['Compare Run 1', 'Compare Run 2']) await page.getByRole('checkbox', { name }).check();
    await page.getByRole('img', { name: 'Best fitness of Run 2 and Run 1' }).locator('canvas').waitFor();

    // Values of a setting are tried.
    await press('v');
    await tool.getByLabel('Vary', { exact: true }).selectOption('task.gravity');
    await tool.getByRole('textbox', { name: 'Values of Gravity' }).fill('5, 10');
    await tool.getByRole('spinbutton', { name: 'Seeds' }).fill('1');
    await tool.getByRole('spinbutton', { name: 'Steps per run' }).fill('2000');
    await button('Start').click();
    await tool.getByText('2 of 2 runs').waitFor();
    expect(await tool.locator('.outcomes tbody tr').count()).toBe(2);

    // One weight of the champion's brain is changed: it walks differently.
    await press('b');
    const outcome = (turned: number) => page.locator(`.outcome[aria-busy="false"][data-turned="${turned}"]`);
    await button('Change ten at random').click();
    const turned = await outcome(10).getAttribute('data-measure');
    await button('Reset all knobs').click();
    expect(await outcome(0).getAttribute('data-measure')).not.toBe(turned);
    await press('b');

    // A look into the tour, which gives the page back.
    await press('l');
    await page.getByRole('heading', { name: 'A newborn' }).waitFor();
    await button('Leave the tour').click();

    // The link is shared, and gives the same results in another browser.
    await button('Resume learning').click();
    await reachesOn(page, Number(await notedOn(page, 'generation')) + 1);
    const { now, history } = await holdOn(page);
    await press('e');
    await button('Share this walk').click();
    await page.getByText('Link to this walk copied.').waitFor();
    await button('Copy run link').click();
    await page.getByText('The link to this experiment is copied.').waitFor();
    const { hash } = new URL(await page.evaluate(() => navigator.clipboard.readText()));
    const there = await visit(hash, options);
    const other = await holdOn(there, 2);
    const experiment = experimentFromHash(hash) as Experiment;
    expect(experimentFromHash(new URL(there.url()).hash)).toEqual(experiment);
    expect(history).toBe(await historyInNode(experiment, now));
    expect(other.history).toBe(await historyInNode(experiment, other.now));
  },
);
