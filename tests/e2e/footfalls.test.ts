import { expect, it } from 'vitest';
import { expectVisitors, PHONE, reachesOn, visit } from './visit.ts';

expectVisitors();

const WALKER = '#body=stroller&task=natural-walk&brain=twin&run.championTrials=1';

it('draws when each foot was down, and leaves it out where it is not wanted', async () => {
  const page = await visit(WALKER);
  const diagram = page.locator('.footfalls');
  await diagram.locator('path').nth(1).waitFor({ state: 'attached' });
  expect(await diagram.locator('li').allTextContents()).toEqual(['left shin', 'right shin']);
  await page.getByRole('button', { name: 'Show' }).click();
  await page.getByLabel('Footfalls', { exact: true }).click();
  await diagram.waitFor({ state: 'detached' });
});

it('says how much training holds the body, as long as it does', async () => {
  const page = await visit(`${WALKER}&task.supportHold=0&task.supportDecay=0.5&task.supportEnd=2`);
  const note = page.getByText(/^Held upright in training: (100|50) %, until generation 2\./);
  await note.waitFor();
  await reachesOn(page, 2);
  await note.waitFor({ state: 'detached' });
});

it('has no room for the diagram on a phone', async () => {
  const page = await visit(WALKER, PHONE);
  await reachesOn(page, 1);
  await page.locator('.footfalls').waitFor({ state: 'hidden' });
});
