import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { runFromFile } from '../../src/format/run-file.ts';
import { gaitlab } from '../cli/gaitlab.ts';
import { expectStraight, exportedBy, HASH } from './saved.ts';
import { expectVisitors, reachesOn, visit } from './visit.ts';

expectVisitors();

test('a run from Chromium continues in Node for 20 generations, then in Chromium again, to the bits of an uninterrupted one', async () => {
  const page = await visit(HASH);
  await reachesOn(page, 4);
  await page.locator('body').press('n');
  const file = await exportedBy(page, page.getByRole('button', { name: /^Export .* as a file$/ }).first());
  await page.close();
  const { state } = runFromFile(readFileSync(file), file);
  const generations = state.generation + 20;

  const out = join(dirname(file), 'run');
  const resumed = await gaitlab(['resume', file, '--out', out, '--generations', String(generations), '--json']);
  expect(resumed).toMatchObject({ code: 0, err: '' });

  const other = await visit('#body=dog&task=walk&seed=1&task.duration=2');
  await reachesOn(other, 0);
  await other.locator('body').press('n');
  await other.locator('input[type="file"]').setInputFiles(join(out, 'checkpoint.gait'));
  await other.getByRole('listitem', { name: 'checkpoint' }).waitFor();
  await expectStraight(other, generations + 1);
});
