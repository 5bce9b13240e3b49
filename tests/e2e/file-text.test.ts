import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { bodies } from '../../src/creature/bodies.ts';
import { bundleOf, bundleToDocument } from '../../src/format/bundle-document.ts';
import { encodeFile } from '../../src/format/container.ts';
import { experimentToHash } from '../../src/format/experiment-link.ts';
import { inProcess } from '../../src/run/evaluator.ts';
import { parseExperiment } from '../../src/run/experiment.ts';
import { replayOf } from '../../src/run/replay.ts';
import { run } from '../../src/run/run.ts';
import { savedOn } from './saved.ts';
import { expectVisitors, pageUrl, reachesOn, visit } from './visit.ts';

expectVisitors();

/** A name that turns the direction of its line, hides characters, controls terminals and looks like markup. */
const odd = (name: string) => `${name} שלום\u202egnp\u0007\u200b<b>`;
const { hopper } = bodies;
const body = {
  ...hopper,
  title: odd('B'),
  verb: odd('v'),
  parts: hopper.parts.map((part) => ({ ...part, name: odd(part.name) })),
  joints: hopper.joints.map((joint) => ({
    ...joint,
    name: odd(joint.name),
    parent: odd(joint.parent),
    child: odd(joint.child),
  })),
};
const experiment = parseExperiment({
  title: odd('T'),
  body,
  brain: { name: 'linear' },
  task: { name: 'walk', duration: 1 },
  optimizer: { name: 'snes', populationSize: 6 },
});

/**
 * What is shown as it came from a file: a text or an attribute with a character that cannot be seen, and text from right to
 * left that is not isolated. Fields and options are texts of their own.
 */
const shownRaw = (page: Page) =>
  page.evaluate(() => {
    const hidden = /[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/u;
    const faults: string[] = [];
    for (const element of document.body.querySelectorAll('*')) {
      if (element.matches('script, style')) continue;
      for (const name of ['aria-label', 'title', 'alt', 'aria-valuetext', 'aria-description']) {
        const value = element.getAttribute(name) ?? '';
        if (hidden.test(value)) faults.push(`${name} of ${element.outerHTML.slice(0, 200)}`);
      }
      for (const node of element.childNodes) {
        const text = node.nodeType === Node.TEXT_NODE ? (node.nodeValue ?? '') : '';
        const isTurned = /[\u0590-\u08ff]/.test(text) && element.closest('bdi, option, textarea') === null;
        if (hidden.test(text) || isTurned) faults.push(`${element.outerHTML.slice(0, 300)}`);
      }
    }
    return [...new Set(faults)];
  });

/** What is shown raw, once there is a name from the file to be seen. */
async function expectShown(page: Page, where: string): Promise<void> {
  await page.locator(where).filter({ hasText: 'שלום' }).first().waitFor();
  expect(await shownRaw(page), where).toEqual([]);
}

const press = (page: Page, key: string) => page.locator('body').press(key);
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first();
const file = (name: string, content: string | Uint8Array) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(content as string),
});

it('names of an experiment, its body and its parts are isolated and seen whole in every tool', async () => {
  const page = await visit(experimentToHash(experiment));
  await reachesOn(page, 3);
  await expectShown(page, '.dock');
  await press(page, 'e');
  await expectShown(page, '.panel');
  await press(page, 'e');

  await press(page, 'b');
  const knobs = page.getByLabel('Into').or(page.locator('.knob-choice select')).first();
  await knobs.selectOption({ index: 1 });
  await page.locator('canvas.net[data-connections]').press('ArrowDown');
  await expectShown(page, '.tool .readout');
  await button(page, 'Changes').click();
  await page.locator('.matrix canvas').first().hover();
  await expectShown(page, '.tool .readout');

  await press(page, 'n');
  await expectShown(page, '.tool li.run');
  await button(page, /^Rename T/).click();
  await page.keyboard.press('Enter');
  await button(page, /^Fork T/).click();
  await page.locator('.tool details.why summary').first().click();
  expect(await shownRaw(page)).toEqual([]);
  await page.getByRole('form', { name: 'Fork' }).getByRole('button', { name: 'Cancel' }).click();
  await press(page, 'r');
  await reachesOn(page, 3);
  for (const box of await page.locator('.tool li.run input[type=checkbox]').all()) await box.check();
  await expectShown(page, '.tool .legend');
  await button(page, 'Race').click();
  await button(page, 'End the race').waitFor();
  await expectShown(page, '.tool .race table');
  await expectShown(page, '.deed');
  await button(page, 'End the race').click();

  await press(page, 'v');
  await expectShown(page, '.tool .rest');
  await press(page, 'j');
  await press(page, 'w');
  expect(await shownRaw(page)).toEqual([]);

  await press(page, 'i');
  await button(page, 'Keep this one').click();
  await button(page, /^Play B/).click();
  await page.getByText('Verified: replayed exactly.').waitFor();
  await page.getByRole('textbox', { name: /^Tags/ }).fill(odd('tag'));
  await page.getByRole('textbox', { name: /^Tags/ }).blur();
  await expectShown(page, '.tool .chip');
  await expectShown(page, '.deed');
  await button(page, 'Beat it').click();
  await expectShown(page, '.challenge-card');
});

it('names of files and what is wrong with them are isolated and seen whole', async () => {
  const page = await visit(experimentToHash(experiment));
  await press(page, 'i');
  const picker = page.locator('.tool input[type=file]').last();
  await picker.setInputFiles([file(odd('a'), 'no replay'), file(odd('b'), `{"seed": "${odd('x')}"}`)]);
  await expectShown(page, '.notices');
  await press(page, 'n');
  await page
    .locator('.tool input[type=file]')
    .last()
    .setInputFiles([file(odd('c'), '{}')]);
  await expectShown(page, '.notices p:last-child');
});

it('a run that was kept is listed and offered by its name alike', async () => {
  const page = await visit(experimentToHash(experiment));
  await reachesOn(page, 6);
  await savedOn(page, 3);
  await page.reload();
  await expectShown(page, '.notices');
  // It continues by itself, and is listed once another run is shown.
  await page.goto('about:blank');
  await page.goto(`${pageUrl}?renderer=canvas#body=hopper&task=walk&seed=9`);
  await reachesOn(page, 1);
  await press(page, 'n');
  await expectShown(page, '.tool li.is-saved');
});

it('the player isolates titles, names of parts and of files', async () => {
  const page = await visit('', {}, undefined, 'player.html?renderer=canvas');
  let replay: ReturnType<typeof replayOf> | undefined;
  for await (const { champion, state } of run(experiment, inProcess, { record: true })) {
    replay = champion && replayOf(state.experiment, champion);
    break;
  }
  if (replay === undefined) throw new Error('no champion');
  const scene = { ...replay, engine: { simulation: 999, planck: odd('p') } };
  const race = { kind: 'race' as const, title: odd('R'), scenes: [scene, scene] as [typeof scene, typeof scene] };
  const bytes = encodeFile('race', bundleToDocument(race));
  const pick = (name: string, content: string | Uint8Array) =>
    page
      .locator('input[type=file]')
      .last()
      .setInputFiles([file(name, content)]);
  await pick(odd('wrong'), 'no replay');
  await expectShown(page, '.notice');
  await pick(odd('race'), bytes);
  await expectShown(page, 'h1');
  await press(page, 'n');
  await expectShown(page, '.readout');
  await button(page, 'Show').click();
  await page
    .locator('#options input[type=file]')
    .first()
    .setInputFiles([file(odd('ghost'), encodeFile('replay', bundleToDocument(bundleOf(replay))))]);
  await page.locator('#options button').filter({ hasText: 'שלום' }).waitFor({ state: 'attached' });
  expect(await shownRaw(page)).toEqual([]);
});
