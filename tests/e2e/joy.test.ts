import { expect, it } from 'vitest';
import { faultsOf } from './axe-faults.ts';
import { expectVisitors, PHONE, reachesOn, visit } from './visit.ts';

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
