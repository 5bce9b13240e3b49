import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { experimentFromHash } from '../../src/format/experiment-link.ts';
import type { Experiment } from '../../src/run/experiment-schema.ts';
import { eyeOn } from './eye.ts';
import { expectVisitors, historyInNode, holdOn, notedOn, reachesOn, SIZES, saysOn, VIEWS, visit } from './visit.ts';

expectVisitors();

const button = (page: Page, name: string | RegExp) => page.locator('.tour').getByRole('button', { name });
const outcome = (page: Page) => page.locator('.tour .outcome');
const says = (page: Page, words: RegExp) => outcome(page).filter({ hasText: words }).waitFor();
const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true }).waitFor();
/** At once: a new sentence is a new element. */
const boxOf = (page: Page, selector: string) =>
  page.evaluate((each) => {
    const { x, y, width, height } = (document.querySelector(each) as Element).getBoundingClientRect();
    return { x, y, width, height };
  }, selector);
/** The last number of metres in a text. */
const metresIn = (text: string | null) =>
  Number([...(text ?? '').matchAll(/([−\d.]+) m\b/g)].at(-1)?.[1]?.replace('−', '-'));
const counted = async (page: Page, what: string) => (await page.locator(`[data-count="${what}"]`).textContent()) ?? '';

async function next(page: Page, name: string): Promise<void> {
  await button(page, 'Next').click();
  await heading(page, name);
  await page.waitForFunction(() => document.activeElement?.tagName === 'H3');
}

/** The whole tour, with what there is to do in each step; every claim is looked at. */
async function takeTour(page: Page): Promise<void> {
  await heading(page, 'A newborn');
  await says(page, /^Newborn 1 /);
  await button(page, 'Another newborn').click();
  await says(page, /^Newborn 2 /);
  await saysOn(page, /^Newborn 2 /);

  await next(page, 'A brain is a box of knobs');
  expect(await page.locator('.knobs rect').count()).toBe(308);
  await page
    .locator('.tour-net')
    .getByRole('img', { name: /^The brain: a net of 3\d nodes and \d+ connections$/ })
    .waitFor();
  await button(page, 'Set all to zero').click();
  await says(page, /^With every knob at zero it /);
  expect(await page.locator('.knobs rect.down').count()).toBe(0);

  await next(page, 'Turn one by hand');
  const knob = page.getByRole('slider', { name: /^Knob \d+$/ });
  await knob.waitFor();
  const stood = Number(await knob.inputValue());
  await knob.fill(String((Math.round(stood * 20) - 20) / 20));
  await says(page, /^With that knob it .*The newborn itself: /);
  expect(await page.locator('.points circle').count()).toBe(3);

  await next(page, 'Guess');
  await button(page, 'Change ten at random').click();
  for (let tries = 1; tries < 5; tries++) {
    await says(page, /worse/);
    await page.waitForFunction((n) => document.querySelectorAll('.tries li').length === n, tries);
    await button(page, 'Once more').click();
  }
  await page.waitForFunction(() => document.querySelectorAll('.tries li').length === 5);
  const told = ((await outcome(page).textContent()) ?? '').match(/^(\d) better, (\d) worse(?:, (\d) the same)?/);
  expect((told ?? []).slice(1).reduce((sum, each) => sum + Number(each ?? 0), 0)).toBe(5);
  expect(await page.locator('.knobs rect.marked').count()).toBe(10);

  await next(page, 'Forty guesses at once');
  await button(page, 'Let forty try').click();
  await says(page, /^Best .* worst /);
  expect(await page.locator('.spread circle').count()).toBe(40);
  await saysOn(page, /^The best of 40 /);

  await next(page, 'Keep what got further');
  await button(page, 'Move towards the better half').click();
  await says(page, /^The newborn got /);
  const newborn = metresIn(((await outcome(page).textContent()) ?? '').split(', ')[0] ?? '');

  await next(page, 'Again, and again');
  expect(await counted(page, 'generation')).toBe('1');
  await button(page, /^Continue for 40 /).click();
  await page.waitForFunction(
    (least) => {
      const read = (what: string) =>
        Number.parseFloat((document.querySelector(`[data-count="${what}"]`)?.textContent ?? '').replace('−', '-'));
      return read('generation') >= 6 && read('furthest') > least;
    },
    newborn + 2,
    { timeout: 120_000 },
  );
  await button(page, 'Stop').click();
  await button(page, /^Continue for 40 /).waitFor();
  const generations = Number(await counted(page, 'generation'));
  const furthest = metresIn(await counted(page, 'furthest'));

  await next(page, 'Nobody told it how');
  const album = page.getByRole('slider', { name: 'Generation', exact: true });
  await page.waitForFunction(
    (least) => Number(document.querySelector<HTMLInputElement>('.tour input[type=range]')?.max) >= least,
    generations - 1,
  );
  await album.fill('0');
  await says(page, /^Generation 0 /);
  await page.waitForSelector('html[data-on-stage="0"]');

  await next(page, 'Is that a walk?');
  await says(page, /\d+\s% of its steps pass the other foot; in a walk all do\.$/);
  expect(await page.locator('.tour .footfalls').count()).toBe(2);

  await next(page, 'Do more layers help?');
  await button(page, /^Let the three learn/).click();
  await page.locator('.compared-brains output').filter({ hasText: /[1-9]/ }).first().waitFor();
  await button(page, 'Stop').click();

  await next(page, 'When nothing improves');
  await button(page, /^Learn for \d+ generations with tiny steps$/).click();
  await says(page, /^“Not learning\?” says: Its steps are too small/);
  await button(page, 'Step size from 0.002 to 0.1').click();
  await says(page, /^(One click fixed it|Now the brains differ)/);

  await next(page, 'Where it fails');
  await says(page, /^Here it /);
  expect(metresIn(await outcome(page).textContent())).toBeGreaterThanOrEqual(furthest);
  await button(page, 'On the moon').click();
  await says(page, /^Here it .*Where it learned: /);
  await saysOn(page, /^Here it /);

  await next(page, 'So that is deep learning?');
  await page.getByRole('slider', { name: /^A brain with how many knobs/ }).fill('3');
  await says(page, /this machine would take [\d.\s]+ (years|days)/);

  await next(page, 'Now yours');
}

describe('the tour', () => {
  it.each(SIZES)(
    'does what it says on %s, and restores the page',
    async (_, options) => {
      const page = await visit('#body=hopper&task=walk&seed=2', options);
      await reachesOn(page, 2);
      await page.getByRole('button', { name: 'New here? See how it learns' }).click();
      const held = await notedOn(page, 'generation');
      await takeTour(page);
      expect(new URL(page.url()).hash).toBe('#body=hopper&task=walk&seed=2');
      // At its last step, the visitor's own run has continued.
      await reachesOn(page, Number(held) + 2);
      await button(page, 'Done').click();
      await page.locator('.tour').waitFor({ state: 'detached' });
      await saysOn(page, /^Generation \d+ /);
      const { now, history } = await holdOn(page, Number(held) + 2);
      expect(history).toBe(await historyInNode(experimentFromHash(new URL(page.url()).hash) as Experiment, now));
    },
    400_000,
  );

  it('pauses the run while it is open, continues at its last step, and restores the stage', async () => {
    const page = await visit();
    await reachesOn(page, 6);
    await page.getByRole('slider', { name: 'Generation on stage' }).fill('1');
    await page.waitForSelector('html[data-on-stage="1"]');
    await page.locator('body').press('l');
    await says(page, /^Newborn 1 /);
    const held = await notedOn(page, 'generation');
    await button(page, 'Next').click();
    await heading(page, 'A brain is a box of knobs');
    await says(page, /^Newborn 1 /);
    expect(await notedOn(page, 'generation')).toBe(held);
    await page.locator('body').press('Escape');
    await page.locator('.tour').waitFor({ state: 'detached' });
    await saysOn(page, /^Generation 1 /);
    await reachesOn(page, Number(held) + 2);
    await page.locator('body').press('l');
    await heading(page, 'A brain is a box of knobs');
    await button(page, 'Leave the tour').click();

    // A run that the visitor had paused stays paused.
    await page.getByRole('button', { name: 'Pause learning' }).click();
    await page.locator('body').press('l');
    await heading(page, 'A brain is a box of knobs');
    await page.locator('body').press('Escape');
    await page.getByRole('button', { name: 'Resume learning' }).waitFor();
  });

  it('gives way to another run and to a film, and its run learns again', async () => {
    const page = await visit('#body=hopper&task=walk&seed=2');
    await reachesOn(page, 8);
    await page.locator('body').press('l');
    await says(page, /^Newborn 1 /);
    await page.locator('body').press('f');
    await page.locator('.tour').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Stop the film' }).waitFor();
    await page.getByRole('button', { name: 'Pause learning' }).waitFor();
    await page.locator('body').press('l');
    await says(page, /^Newborn 1 /);
    await page.evaluate(() => {
      location.hash = '#body=dog';
    });
    await page.locator('.tour').waitFor({ state: 'detached' });
    await saysOn(page, /^Generation \d+ /);
  });

  it('is offered until it is refused or opened, then never again', async () => {
    const page = await visit();
    const offer = page.getByRole('button', { name: 'New here? See how it learns' });
    await offer.waitFor();
    await page.getByRole('button', { name: 'Not now' }).click();
    await offer.waitFor({ state: 'detached' });
    await page.reload();
    await reachesOn(page, 1);
    expect(await offer.count()).toBe(0);

    // A teacher's link opens the tour at a step, with a question.
    const other = await visit();
    const address = other.url();
    const link = new URL(address);
    link.search += '&lesson=ten-knobs&ask=How%20many%20helped%3F';
    await other.goto(link.href);
    await heading(other, 'Guess');
    await other.locator('.tour').getByText('How many helped?').waitFor();
    await other.locator('body').press('Escape');
    await other.goto(address);
    await reachesOn(other, 1);
    expect(await other.getByRole('button', { name: 'New here? See how it learns' }).count()).toBe(0);
  });

  it.each(VIEWS)('hides nothing that it points at on %s', async (_, options) => {
    const page = await visit('', { ...options, colorScheme: 'light', reducedMotion: 'reduce' });
    await page.locator('body').press('l');
    await says(page, /^Newborn 1 /);
    const steps = Number(/\d+$/.exec((await page.getByText(/^Step 1 of \d+$/).textContent()) ?? '')?.[0]);
    for (let step = 1; step <= steps; step++) {
      const [tool, headline] = [await boxOf(page, '.tool'), await boxOf(page, '.deed')];
      const isBeside = tool.width < options.viewport!.width;
      // Sentence and creature are beside the tour, or above it.
      if (isBeside) expect(headline.x).toBeGreaterThanOrEqual(tool.x + tool.width);
      else expect(headline.y + headline.height).toBeLessThanOrEqual(tool.y);
      if (step === 1) {
        await expect.poll(() => eyeOn(page)).toBeDefined();
        const eye = (await eyeOn(page))!;
        if (isBeside) expect(eye.x).toBeGreaterThan(tool.x + tool.width);
        else expect(eye.y).toBeLessThan(tool.y);
        expect(eye.y).toBeGreaterThan(headline.y + headline.height);
      }
      if (step < steps) await button(page, 'Next').click();
      await page.getByText(`Step ${Math.min(steps, step + 1)} of ${steps}`).waitFor();
    }
  });
});
