import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { bundleOf, bundleToDocument, type ReplayBundle } from '../../src/format/bundle-document.ts';
import { encodeFile } from '../../src/format/container.ts';
import { replayToLink } from '../../src/format/replay-link.ts';
import { inProcess } from '../../src/run/evaluator.ts';
import { parseExperiment } from '../../src/run/experiment.ts';
import { type Replay, replayOf } from '../../src/run/replay.ts';
import { run } from '../../src/run/run.ts';
import { faultsOf } from './axe-faults.ts';
import { excuse, expectVisitors, reachesOn, SIZES, visit } from './visit.ts';

/** Milliseconds for a whole visit, on a machine with much else to do. */
const PATIENCE = { timeout: 150_000 };

/** Kilobytes of JavaScript, gzipped, that a page which embeds the player makes its visitors load. */
const MOST = 250;

const experiment = (body: string) =>
  parseExperiment({ body, task: { name: 'walk', duration: 2 }, brain: { name: 'linear' }, seed: 5 });

/** The champion of a body's first generation, with its recording. */
async function replayed(body: string): Promise<Replay> {
  for await (const { champion, state } of run(experiment(body), inProcess, { record: true })) {
    if (champion) return replayOf(state.experiment, champion);
  }
  throw new Error('no champion');
}

const file = (piece: ReplayBundle, name: string) => {
  const buffer = Buffer.from(encodeFile(piece.kind, bundleToDocument(piece)));
  return { name, mimeType: 'application/octet-stream', buffer };
};

let hopper: Replay;
let page: Page;
beforeAll(async () => {
  hopper = await replayed('hopper');
});
expectVisitors();

/** Opens the player with what stands behind its address. */
async function open(rest = '', options = {}): Promise<void> {
  page = await visit('', options, undefined, `player.html?renderer=canvas${rest}`);
}

const link = () => `#r=${replayToLink(hopper)}`;
const moment = () => page.getByRole('slider', { name: 'Time, seconds' });
const now = async () => Number(await moment().inputValue());

describe('the player', PATIENCE, () => {
  it('resimulates a link, verifies it, and plays it in a loop', async () => {
    await open(link());
    await page.getByText('✓ Verified').waitFor();
    await page.getByRole('heading', { name: /^Hopper, Walk: generation 0 gets -?\d\.\d m far$/ }).waitFor();
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.locator('body').press('Home');
    await expect.poll(now).toBe(0);
    await page.locator('body').press('.');
    await expect.poll(now).toBeCloseTo(1 / 60, 3);
    await page.locator('body').press('Shift+ArrowRight');
    await expect.poll(now).toBeCloseTo(1 / 60 + 1, 1);
    await page.locator('body').press('End');
    const end = Number(await moment().getAttribute('max'));
    await expect.poll(now).toBeCloseTo(end, 3);
    await page.getByRole('button', { name: 'Play' }).click();
    await expect.poll(now).toBeLessThan(end);
  });

  it('stops at the end without the loop', async () => {
    await open(link());
    await page.getByRole('button', { name: 'Loop', pressed: true }).click();
    for (let i = 0; i < 4; i++) await page.getByRole('button', { name: 'Faster' }).click();
    await page.getByText('16×').waitFor();
    await page.getByRole('button', { name: 'Play' }).waitFor();
    expect(await now()).toBeCloseTo(Number(await moment().getAttribute('max')), 3);
  });

  it('shows numbers, overlays and a ghost, and refuses one of another body', async () => {
    await open(link());
    await page.getByRole('button', { name: 'Show' }).click();
    await page.getByRole('checkbox', { name: 'Numbers' }).check();
    await page.locator('dt', { hasText: 'On the ground' }).waitFor();
    await page.getByRole('checkbox', { name: 'Footfalls' }).check();
    await page
      .getByRole('figure', { name: /^Footfalls: \w/ })
      .locator('path')
      .first()
      .waitFor({ state: 'attached' });
    for (const name of ['Effort', 'Centre of mass', 'Torque and contacts'])
      await page.getByRole('checkbox', { name }).check();
    await page.getByRole('radio', { name: 'Wide' }).check();
    const ghost = page.locator('input[type=file][aria-label="Add a ghost"]');
    await ghost.setInputFiles(file(bundleOf(hopper), 'older.gait'));
    await page.getByRole('button', { name: 'Remove the ghost older' }).waitFor();
    await ghost.setInputFiles(file(bundleOf(await replayed('dog')), 'rex.gait'));
    await page.getByText('rex.gait has a different body, so it can’t be a ghost here.').waitFor();
  });

  it('draws the net with the activations of the moment; its code is loaded on demand', async () => {
    await open(link());
    await page.getByText('✓ Verified').waitFor();
    const loaded = () => page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    expect((await loaded()).filter((name) => /later-|cast-rays/.test(name))).toEqual([]);
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.locator('body').press('b');
    const net = page.getByRole('img', { name: /^Its brain: \d+ nodes, \d+ connections$/ });
    await net.waitFor();
    expect((await loaded()).some((name) => name.includes('later-net-panel'))).toBe(true);
    const controlStep = async () => Number(await net.getAttribute('data-control-step'));
    await page.locator('body').press('Home');
    await expect.poll(controlStep).toBe(0);
    await page.locator('body').press('Shift+ArrowRight');
    // It thinks sixty times in two seconds.
    await expect.poll(controlStep).toBe(30);
    await page.locator('body').press('b');
    await net.waitFor({ state: 'detached' });
  });

  it('lists every key', async () => {
    await open(link());
    await page.getByText('✓ Verified').waitFor();
    await page.locator('body').press('?');
    await page.getByRole('dialog', { name: 'Keys' }).getByText('its brain while it walks').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor({ state: 'hidden' });
  });

  it('plays a film scene by scene, and a race side by side', async () => {
    const scene = (generation: number) => ({ ...hopper, generation });
    const scenes = [scene(0), scene(7)];
    await open();
    const pick = page.locator('input[type=file][aria-label="Choose a file"]');
    await pick.setInputFiles(file({ kind: 'film', title: '', scenes }, 'film.gait'));
    await page.getByText('✓ Verified All 2').waitFor();
    const shown = page.getByRole('combobox', { name: 'Scene' });
    await expect.poll(() => shown.inputValue()).toBe('0');
    await page.locator('body').press('End');
    await expect.poll(() => shown.inputValue()).toBe('1');
    await page.getByRole('heading', { name: /generation 7 gets/ }).waitFor();
    await shown.selectOption('0');
    await page.getByRole('heading', { name: /generation 0 gets/ }).waitFor();
    await page.locator('body').press('o');
    const race = { kind: 'race', title: '', scenes } as const;
    await page.locator('input[type=file][aria-label="Another replay"]').setInputFiles(file(race, 'race.gait'));
    await page.getByRole('heading', { name: 'A race: Generation 0 against Generation 7' }).waitFor();
  });

  it('opens a file, and shows its recording if the resimulation differs', async () => {
    await open();
    await page.getByText('Open a replay').waitFor();
    const [test, ...others] = hopper.tests as [Replay['tests'][number], ...Replay['tests']];
    // The stored state of second 2, and so the rest of the episode, differs from the resimulation.
    const trace = `${test.trace.slice(0, 8)}00000000${test.trace.slice(16)}`;
    const changed = { ...hopper, tests: [{ ...test, hash: '0123456789abcdef', trace }, ...others] };
    await page.locator('input[type=file][aria-label="Choose a file"]').setInputFiles(file(bundleOf(changed), 'a.gait'));
    await page
      .getByText('was not made the way it says. It differs from second 2 on. You are watching its recording.')
      .waitFor();
  });

  it('says what is wrong with a link', async () => {
    await open('#r=abcd');
    await page.getByText('the link cannot be read: it was changed or cut short').waitFor();
  });

  it.each(SIZES)('has no accessibility violations on %s, with everything open', async (_, size) => {
    await open('', { ...size, reducedMotion: 'reduce' });
    const film = file({ kind: 'film', title: '', scenes: [hopper, hopper] }, 'film.gait');
    expect(await faultsOf(page)).toEqual([]);
    await page.locator('input[type=file][aria-label="Choose a file"]').setInputFiles(film);
    await page.getByText('✓ Verified').waitFor();
    await page.locator('body').press('b');
    await page.getByRole('img', { name: /^Its brain: / }).waitFor();
    await page.locator('body').press('n');
    await page.locator('dt', { hasText: 'Height' }).waitFor();
    await page.locator('body').press('g');
    await page.getByRole('figure', { name: /^Footfalls/ }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    for (const [key, name] of [
      ['o', 'Show'],
      ['?', 'Keys'],
    ] as const) {
      await page.locator('body').press(key);
      await page.getByRole('dialog', { name }).waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog', { name }).waitFor({ state: 'hidden' });
    }
  });

  it('fits a phone, and stays in its frame', async () => {
    await open(link(), { viewport: { width: 390, height: 500 }, hasTouch: true, isMobile: true });
    await page.getByText('✓ Verified').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });

  it('shows one of net, numbers and footfalls at a time in a small window, so that the creature stays in sight', async () => {
    await open(link(), { viewport: { width: 320, height: 568 } });
    await page.getByText('✓ Verified').waitFor();
    const parts = { b: 'section.net', n: '.readout', g: '.footfall-panel' };
    for (const [key, selector] of Object.entries(parts)) {
      await page.locator('body').press(key);
      await page.locator(selector).waitFor();
      expect(await page.locator(`:is(${Object.values(parts).join()})`).count()).toBe(1);
    }
    await page.locator('body').press('g');
    await page.locator('.footfall-panel').waitFor({ state: 'detached' });
  });

  it(`loads at most ${MOST} KB of JavaScript`, async () => {
    await open(link());
    await page.getByText('✓ Verified').waitFor();
    const names = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    const scripts = [...new Set(names.map((name) => name.replace(/[?#].*/, '')))].filter((name) =>
      name.endsWith('.js'),
    );
    expect(scripts.some((name) => name.includes('/verify-'))).toBe(true);
    const bodies = scripts.map((name) => readFileSync(name.replace(inject('pageUrl'), 'dist/web/')));
    const loaded = bodies.reduce((sum, body) => sum + gzipSync(body).length, 0);
    expect(loaded).toBeLessThan(1024 * MOST);
  });
});

describe('the snippet', PATIENCE, () => {
  it('of the export is a frame with a player of the episode on the stage', async () => {
    // The service worker would handle the embedding page too; as it is blocked, it logs an error.
    const hash = '#body=hopper&task=walk&brain=linear&seed=5&task.duration=1&optimizer.populationSize=6';
    page = await visit(hash, { serviceWorkers: 'block' });
    await reachesOn(page, 1);
    await page.getByRole('button', { name: 'Pause learning' }).click();
    await page.locator('body').press('j');
    await page.getByRole('button', { name: 'Embed' }).click();
    const text = await page.getByRole('textbox', { name: 'HTML to paste into a page' }).inputValue();
    expect(text).toMatch(/^<iframe src="[^"]+player\.html#r=[\w-]+" title="Generation \d+ /);
    // A page from another origin, with its own content policy.
    const body = text.replace('player.html#', 'player.html?renderer=canvas#');
    const somebody = `${inject('pageUrl')}somebody.html`;
    await page.route(somebody, (route) => route.fulfill({ contentType: 'text/html', body }));
    await page.goto(somebody);
    await page.frameLocator('iframe').getByText('✓ Verified').waitFor();
    excuse();
  });
});
