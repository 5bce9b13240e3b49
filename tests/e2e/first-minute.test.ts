import { expect, it } from 'vitest';
import { expectStraight } from './saved.ts';
import { BARE, expectVisitors, notedOn, saysOn, VIEWS, visit } from './visit.ts';

expectVisitors();

/** A first generation that takes a while. */
const SLOW = '#body=stroller&task=natural-walk&brain=twin&optimizer.populationSize=4000';

it.each(VIEWS)(
  'on %s a trained creature walks before the first generation is there, and is no part of the run',
  async (_, options) => {
    const page = await visit(SLOW, options);
    await saysOn(page, /^A trained creature walks 1\d\.\d m and stays upright\.$/);
    await page.waitForSelector('html[data-moving="true"]');
    await page.getByText('It shows what yours may become.').waitFor({ state: 'attached' });
    expect(await notedOn(page, 'generation')).toBe('');
    // Its own brain is looked into, not that of the run.
    await page.getByRole('button', { name: 'Brain' }).click();
    await page.getByRole('heading', { name: 'Inside its brain' }).waitFor();
  },
);

it.each(VIEWS)('on %s it is beside the untrained one, and changes no bit of the run', async (_, options) => {
  const page = await visit(BARE, options);
  await page
    .locator('.companion', { hasText: 'The blue one beside it is already trained' })
    .waitFor({ state: 'attached' });
  // A bird in round shoes, made to walk.
  expect(new URL(page.url()).hash).toMatch(/^#body=stroller&task=natural-walk&/);
  await saysOn(page, /^Generation \d+ /);
  await expectStraight(page, 1);
});

it('it leaves when the run’s own creature walks, and returns at the end of the film', {
  timeout: 180_000,
}, async () => {
  const page = await visit('#body=hopper&task=walk&seed=1');
  const note = page.locator('.companion');
  await note.waitFor({ state: 'attached' });
  await saysOn(page, /^Generation \d+ hops ([4-9]|\d\d)\.\d m/);
  await page.getByRole('button', { name: 'Pause learning' }).click();
  await note.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Play the film of learning' }).click();
  await note.filter({ hasText: 'The blue one beside it is already trained' }).waitFor({ state: 'attached' });
});
